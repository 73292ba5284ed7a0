package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.BlueGreen;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.util.Optional;

/** A router over a connection that fails now and then. */
public record ResilientRouter(TrafficRouter inner, Connection connection) implements TrafficRouter {

    @Override
    public Traffic observe(Component component) {
        return connection.read(() -> inner.observe(component));
    }

    @Override
    public Reach reach(Component component) {
        return connection.read(() -> inner.reach(component));
    }

    @Override
    public String set(Component component, Weight weight) {
        return connection.write(() -> inner.set(component, weight));
    }

    @Override
    public Routing routing(Component component) {
        return connection.read(() -> inner.routing(component));
    }

    @Override
    public Optional<BlueGreen> blueGreen(Component component) {
        return connection.read(() -> inner.blueGreen(component));
    }

    @Override
    public Optional<StepRewriting> stepRewriting(Component component) {
        return connection.read(() -> inner.stepRewriting(component)).map(steps -> new Steps(steps, connection));
    }

    private record Steps(StepRewriting inner, Connection connection) implements StepRewriting {
        @Override
        public Rewrite preview(Component component, Weight next) {
            return connection.read(() -> inner.preview(component, next));
        }

        @Override
        public String rewrite(Component component, Rewrite shown) {
            return connection.write(() -> inner.rewrite(component, shown));
        }
    }

    @Override
    public String leaveCommand(Component component) {
        return connection.read(() -> inner.leaveCommand(component));
    }
}
