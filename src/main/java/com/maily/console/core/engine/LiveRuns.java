package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The runs this console conducts, so that an order finds its conductor. Safe for use by several threads. */
final class LiveRuns {

    private final Previews services;
    private final Locks locks;
    private final Driver driver;
    private final Map<String, Conductor> conductors = new ConcurrentHashMap<>();

    LiveRuns(Previews services, Locks locks, Driver driver) {
        this.services = services;
        this.locks = locks;
        this.driver = driver;
    }

    /** Empty when another console conducts it, or none. */
    Optional<Conductor> conductor(String run) {
        return Optional.ofNullable(conductors.get(run));
    }

    /** Goes on with every run that is not over. */
    void recover() {
        services.journal().history().deployments().stream().filter(run -> !run.over()).toList().forEach(run -> {
            Conductor conductor = conducted(run.id(), () -> true);
            conductor.recover();
            driver.drive(conductor);
        });
    }

    void drive(String run, BooleanSupplier mayBegin) {
        driver.drive(conducted(run, mayBegin));
    }

    private Conductor conducted(String run, BooleanSupplier mayBegin) {
        Conductor conductor = new Conductor(run, services.workspace(), services.journal(), services.time(), locks,
                driver.looks(), mayBegin);
        conductors.put(run, conductor);
        return conductor;
    }

    /** @return whether nothing of the old run is on its way to a platform any more; the new one must not start before */
    BooleanSupplier supersede(Deployment run, String successor, Actor by) {
        String summary = successor + " took over.";
        Optional<Conductor> conductor = conductor(run.id());
        if (conductor.isEmpty()) {
            services.journal().append(run.id(), by, new Event.DeploymentFinished(Event.Outcome.SUPERSEDED, summary));
            return () -> true;
        }
        conductor.get().supersede(by, summary);
        return conductor.get()::idle;
    }
}
