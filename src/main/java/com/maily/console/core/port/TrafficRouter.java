package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.Optional;

/** Splits a component's traffic between its tracks. */
public interface TrafficRouter {

    /** The weights it can be set to. */
    sealed interface Reach {
        /** Any whole percent. */
        record AnyPercent() implements Reach { }
        /** Only these, and why: a replica ratio of five pods can only do steps of 20 %. */
        record Only(List<Weight> weights, String why) implements Reach { }
    }

    Traffic observe(Component component);

    Reach reach(Component component);

    /**
     * Tells the router a canary weight. Returns when it is accepted; {@link #observe} tells when it is in effect.
     *
     * @return the equivalent command
     * @throws FailureException {@code Rejected} for a weight out of reach, {@code Conflict} when
     *         somebody else wrote in between
     */
    String set(Component component, Weight weight);

    /** What splits the component's traffic, once it has been found; what the workspace file says where it names it. */
    default Routing routing(Component component) {
        return component.routing();
    }

    /** The two versions of a component whose traffic is switched at once; empty where it is shifted. */
    default Optional<BlueGreen> blueGreen(Component component) {
        return Optional.empty();
    }

    /** Empty for routers whose weights can be set as they are. */
    default Optional<StepRewriting> stepRewriting(Component component) {
        return Optional.empty();
    }

    /** What taking all traffic off the canary would be as a command. Sends nothing; empty when there is no such command. */
    default String leaveCommand(Component component) {
        return "";
    }
}
