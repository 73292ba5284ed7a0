package com.maily.console.platforms.health;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.HealthReading.State;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks each endpoint again and again on a virtual thread of its own, so that a slow one never delays another, and keeps what it
 * answered.
 */
public final class HealthPolls implements HealthChecks, AutoCloseable {

    private static final int KEPT = 60;

    private final List<HealthCheck> checks;
    private final HealthProbe probe;
    private final Connection connection;
    private final Time time;
    private final Map<HealthCheck, HealthReading> newest = new ConcurrentHashMap<>();
    private final CountDownLatch asked;
    private final CountDownLatch closed = new CountDownLatch(1);

    private HealthPolls(List<HealthCheck> checks, HealthProbe probe, Connection connection, Time time) {
        this.checks = checks.stream().map(check -> paced(check, time)).toList();
        this.asked = new CountDownLatch(checks.size());
        this.probe = probe;
        this.connection = connection;
        this.time = time;
        Instant began = time.instant();
        this.checks.forEach(check -> newest.put(check, HealthReading.unknown(check, began)));
    }

    /** @param connection what the lamp of all of them is drawn from */
    public static HealthPolls start(List<HealthCheck> checks, HealthProbe probe, Connection connection, Time time) {
        HealthPolls polls = new HealthPolls(checks, probe, connection, time);
        polls.checks.forEach(check -> Thread.ofVirtual().name("health " + check.subject()).start(() -> polls.poll(check)));
        return polls;
    }

    /** A clock that runs sixty times as fast must not ask sixty times as often; the reading's age is then counted by that. */
    private static HealthCheck paced(HealthCheck check, Time time) {
        return new HealthCheck(check.component(), check.name(), check.address(), check.status(), check.expected(),
                check.timeout(),
                check.slow(), Heartbeat.interval(check.interval(), time), check.notice());
    }

    @Override
    public List<HealthReading> readings() {
        return checks.stream().map(newest::get).toList();
    }

    @Override
    public List<HealthReading> awaited() {
        Duration longest = checks.stream().map(HealthCheck::timeout).max(Duration::compareTo).orElse(Duration.ZERO);
        try {
            // A refused certificate is looked at again, within the same patience.
            boolean _ = asked.await(longest.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return readings();
    }

    private void poll(HealthCheck check) {
        try {
            long began;
            do {
                began = System.nanoTime();
                keep(check, probe.ask(check, time.instant()), time.instant());
            } while (!closed.await(pause(check, Duration.ofNanos(System.nanoTime() - began)).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What an answer took counts towards the interval, but not all of it: who answers late is not asked without a pause. */
    private Duration pause(HealthCheck check, Duration took) {
        Duration interval = time.onTheWall(check.interval());
        Duration left = interval.minus(took);
        return left.compareTo(interval.dividedBy(5)) > 0 ? left : interval.dividedBy(5);
    }

    private void keep(HealthCheck check, Answer answer, Instant at) {
        HealthReading before = newest.get(check);
        newest.put(check, after(before, answer, at));
        if (before.checked().isEmpty()) {
            asked.countDown();
        }
        if (answer.code().isPresent()) {
            connection.answered();
        } else if (newest.values().stream().allMatch(HealthPolls::silent)) {
            connection.troubled(new Failure.Unreachable("None of the health endpoints answers", answer.sentence(),
                    "Check this machine's network, and the addresses in the workspace file."));
        }
    }

    private static boolean silent(HealthReading reading) {
        return reading.state() == State.DOWN && reading.code().isEmpty();
    }

    private static HealthReading after(HealthReading before, Answer answer, Instant at) {
        List<HealthReading.Past> past = new ArrayList<>(before.past().subList(Math.max(0, before.past().size() - KEPT + 1),
                before.past().size()));
        past.add(new HealthReading.Past(at, answer.state(), answer.latency()));
        return new HealthReading(before.check(), answer.state(), answer.code(), answer.latency(), Optional.of(at),
                before.state() == answer.state() ? before.changed() : at, answer.certificate(), answer.sentence(), past);
    }

    /** How often the most often asked one is asked. */
    public static Duration interval(List<HealthCheck> checks, Time time) {
        return Heartbeat.interval(checks.stream().map(HealthCheck::interval).min(Duration::compareTo)
                .orElse(HealthCheck.INTERVAL), time);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
