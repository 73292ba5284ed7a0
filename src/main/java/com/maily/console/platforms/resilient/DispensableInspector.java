package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import java.util.List;

/** Inspects what a run can do without: that it does not answer is said, and keeps nobody from rolling back. */
public record DispensableInspector(Inspector inner, String subject) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        try {
            return inner.inspect(inspection, components);
        } catch (FailureException problem) {
            if (problem.failure().retryable()) {
                return List.of(new Finding(subject, Finding.Result.UNKNOWN, problem.failure().sentence()));
            }
            throw problem;
        }
    }
}
