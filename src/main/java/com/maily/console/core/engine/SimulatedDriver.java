package com.maily.console.core.engine;

import com.maily.console.core.port.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Drives conductors in time that is moved by hand, one look after the other in plan order on the calling thread: the same seed
 * gives the same journal, byte for byte, and a 40-minute canary takes a moment. For drills, rehearsals and tests; not
 * thread-safe.
 */
public final class SimulatedDriver implements Driver {

    private final Time time;
    private final TimeMover mover;
    private final List<Conductor> conductors = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    /** Somebody commanded something since the last turns, so they want another now, whatever they asked for before. */
    private boolean rung;

    public SimulatedDriver(Time time, TimeMover mover) {
        this.time = time;
        this.mover = mover;
    }

    @Override
    public Executor looks() {
        return Runnable::run;
    }

    @Override
    public void drive(Conductor conductor) {
        conductors.add(conductor);
        conductor.wakes(() -> rung = true);
        rung = true;
    }

    /** Has {@code look} done after each round of turns. */
    void afterTurns(Runnable look) {
        afterwards.add(look);
    }

    /**
     * Carries out what was commanded, then plays until {@code enough} says so or the time is {@code limit}.
     *
     * @return whether {@code enough} was reached
     */
    public boolean play(BooleanSupplier enough, Instant limit) {
        Instant next = turns(limit);
        while (!enough.getAsBoolean()) {
            if (!time.instant().isBefore(limit)) {
                return false;
            }
            if (!rung) {
                mover.advanceTo(next.isAfter(limit) ? limit : next);
            }
            next = turns(limit);
        }
        return true;
    }

    /** Gives everybody one turn. @return when the first of them wants another */
    private Instant turns(Instant limit) {
        rung = false;
        Instant next = limit;
        for (Conductor conductor : List.copyOf(conductors)) {
            Turn turn = conductor.turn();
            if (turn.over()) {
                conductors.remove(conductor);
            }
            Instant wake = turn.wake().orElse(limit);
            next = wake.isBefore(next) ? wake : next;
        }
        afterwards.forEach(Runnable::run);
        return next.isAfter(time.instant()) ? next : time.instant().plusMillis(1);
    }

    @Override
    public void close() {
        conductors.clear();
    }
}
