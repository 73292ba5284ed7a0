package com.maily.console.platforms.aws;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Finding.Result;
import com.maily.console.core.port.Inspector;
import java.util.List;

/**
 * Says before a run as whom CloudWatch is asked. Whether its samples arrive is asked of every metric source by the engine itself.
 */
public record CloudWatchInspector(AwsConnection connection) implements Inspector {

    @Override
    public List<Finding> inspect(Inspection inspection, List<Component> components) {
        return switch (inspection) {
            case CONNECTIONS -> List.of(new Finding("cloudwatch", Result.GOOD, "Is asked as " + connection.caller() + " in "
                    + connection.region() + "."));
            case METRICS_ARRIVE, INFRASTRUCTURE, DEPENDENCIES, LIMITS_AND_PROBES, NETWORK_POLICIES, TRACING -> List.of();
        };
    }
}
