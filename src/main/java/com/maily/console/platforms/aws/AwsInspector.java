package com.maily.console.platforms.aws;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.TrafficRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Says before a run who we are at AWS, and whether the rules that are to split traffic can be used. */
public record AwsInspector(AwsConnection connection, TrafficRouter router) implements Inspector {

    private static final String PLATFORM = "aws";

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> findings(components.stream().filter(each -> each.routing().kind().equals(Routing.ALB_RULE))
                    .toList());
            case INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, METRICS_ARRIVE, TRACING -> List.of();
        };
    }

    private List<Finding> findings(List<Component> routed) {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(PLATFORM, () -> "Signed in as " + connection.caller() + " in " + connection.region() + "."));
        routed.forEach(component -> findings.add(finding(component.name(), () -> ElbRules.label(component.routing().name())
                + " sends "
                + router.observe(component).desired() + " to the canary.")));
        return findings;
    }

    private static Finding finding(String subject, Supplier<String> proof) {
        try {
            return new Finding(subject, Result.GOOD, proof.get());
        } catch (FailureException failed) {
            return new Finding(subject, Result.BAD, failed.failure().sentence());
        }
    }
}
