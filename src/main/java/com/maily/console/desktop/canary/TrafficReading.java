package com.maily.console.desktop.canary;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a router and its platform last said of one component.
 *
 * @param routing     what splits the traffic; what the workspace file says until it has been found
 * @param traffic     empty until the router has answered once
 * @param stableUnits ready units of the stable track, and {@code canaryUnits} of the canary; 0 where nobody counts
 * @param failure     why the newest question went unanswered, in the platform's words
 * @param denied      what our account may not do to it, with the missing right named
 */
record TrafficReading(Routing routing, Optional<Traffic> traffic, Reach reach, int stableUnits, int canaryUnits,
                      SourceState source, Optional<Failure> failure, Map<Rights.Action, Failure> denied) {
    TrafficReading {
        denied = Map.copyOf(denied);
    }

    /** Where nothing is known to be off. */
    TrafficReading(Routing routing, Optional<Traffic> traffic, Reach reach, int stableUnits, int canaryUnits, SourceState source,
                   Optional<Failure> failure) {
        this(routing, traffic, reach, stableUnits, canaryUnits, source, failure, Map.of());
    }

    /** Before the router has answered. */
    static TrafficReading nothing(Component component, Duration interval) {
        return new TrafficReading(component.routing(), Optional.empty(), new Reach.AnyPercent(), 0, 0,
                new SourceState(source(component), interval, Optional.empty(), ""), Optional.empty());
    }

    private static String source(Component component) {
        return switch (component.routing().kind()) {
            case Routing.GATEWAY_API -> "HTTPRoute";
            case Routing.REPLICA_RATIO -> "Pods";
            case Routing.ROLLING_RELEASE -> "Vercel";
            default -> component.platform();
        };
    }

    /** Whether the weight may be taken for the present one. */
    boolean fresh(Instant now) {
        return traffic.isPresent() && switch (source.freshness(now)) {
            case LIVE, AGEING -> true;
            case STALE, LOST, NEVER -> false;
        };
    }
}
