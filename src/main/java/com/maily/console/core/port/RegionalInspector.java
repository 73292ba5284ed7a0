package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import java.util.List;

/** An inspector of one region: answers for what lives there, names the region, and is not asked when nothing of it takes part. */
record RegionalInspector(String region, Inspector inner) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        if (components.stream().noneMatch(this::here)) {
            return List.of();
        }
        List<Component> seen = components.stream().map(one -> here(one) ? one.atHome() : one).toList();
        return inspection == Inspection.CONNECTIONS ? connections(seen) : inner.inspect(inspection, seen);
    }

    private boolean here(Component component) {
        return component.region().equals(region);
    }

    /** Also one that does not answer at all is told with its region, beside the others. */
    private List<Finding> connections(List<Component> components) {
        try {
            return inner.inspect(Inspection.CONNECTIONS, components).stream()
                    .map(finding -> new Finding(finding.subject() + " " + region, finding.result(), finding.detail())).toList();
        } catch (FailureException problem) {
            return List.of(new Finding(region, Finding.Result.BAD, problem.failure().sentence()));
        }
    }
}
