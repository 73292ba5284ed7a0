package com.maily.console.desktop.fx;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The workload a screen has selected, read only while it is looked at. FX thread only. */
public final class SelectedWorkload implements Subscription {

    private record Target(String environment, Component component) { }

    private final Function<String, Platforms> platforms;
    private final Time time;
    private final Set<Rights.Action> asked;
    private final Runnable changed;
    private final Latest<WorkloadReading> news = new Latest<>(this::take);
    private Optional<Target> target = Optional.empty();
    private Optional<WorkloadReading> reading = Optional.empty();
    private Subscription watch = () -> { };
    private boolean running;

    /** @param asked the rights to find out beside it; @param changed called when there is something newer */
    public SelectedWorkload(Function<String, Platforms> platforms, Time time, Set<Rights.Action> asked, Runnable changed) {
        this.platforms = platforms;
        this.time = time;
        this.asked = Set.copyOf(asked);
        this.changed = changed;
    }

    public void follow(String environment, Optional<Component> component) {
        Optional<Target> wanted = component.map(one -> new Target(environment, one));
        if (!wanted.equals(target)) {
            target = wanted;
            reading = Optional.empty();
            restart();
        }
    }

    public void run(boolean inView) {
        if (inView != running) {
            running = inView;
            restart();
        }
    }

    /** Empty until something is known of what is selected now. */
    public Optional<WorkloadReading> reading() {
        return reading;
    }

    private void restart() {
        watch.close();
        watch = () -> { };
        if (running) {
            target.ifPresent(one -> watch = new WorkloadWatch(platforms, time, asked, one.environment(), one.component(), news));
        }
    }

    private void take(WorkloadReading newest) {
        if (target.filter(new Target(newest.environment(), newest.component())::equals).isPresent()) {
            reading = Optional.of(newest);
            changed.run();
        }
    }

    @Override
    public void close() {
        run(false);
    }
}
