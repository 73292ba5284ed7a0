package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.shell.AlertSum;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether it is well, in one word; never better than the freshest proof allows. */
record Health(State state, String word, String detail) {
    static Health of(Optional<Deployment> deployment, List<Glance.Metric> metrics, Instant now) {
        Optional<Glance.Metric> unknown = metrics.stream().filter(metric -> metric.required() && !known(metric, now)).findFirst();
        long failed = deployment.map(run -> run.over() ? 0 : count(run, StepState.Status.FAILED)
                + failing(run))
                .orElse(0L);
        if (failed > 0) {
            return new Health(State.FAILED, "Failing", failed == 1 ? "1 thing failed" : failed + " things failed");
        }
        if (metrics.isEmpty()) {
            return new Health(State.STALE, "Unknown", "no figures yet");
        }
        if (unknown.isPresent()) {
            return new Health(State.STALE, "Unknown", name(unknown.get()) + " is silent");
        }
        Optional<Glance.Metric> bad = metrics.stream().filter(metric -> !metric.good()).findFirst();
        if (bad.isPresent()) {
            return new Health(State.MARGINAL, "Degraded", bad.get().title() + " misses its objective");
        }
        long watch = deployment.map(Health::toWatch).orElse(0L);
        return new Health(State.DONE, "Healthy", watch == 0 ? "all objectives met" : watch == 1 ? "1 item to watch" : watch
                + " items to watch");
    }

    /** Figures that keep their objectives are not all there is: what fires, or may fire unseen, is said too. */
    Health alarmed(Optional<AlertSum> alerts) {
        if (state != State.DONE || alerts.isEmpty()) {
            return this;
        }
        return switch (alerts.get().state()) {
            case FAILED -> new Health(State.MARGINAL, "Degraded", alerts.get().words().replaceFirst(",.*", ""));
            case STALE -> new Health(state, word, detail + ", alerts unknown");
            case DONE, RUNNING, WAITING, HELD, MARGINAL, ROLLED_BACK, CANARY, QUEUED, PLANNED, SKIPPED -> this;
        };
    }

    private static String name(Glance.Metric metric) {
        String name = metric.source().name();
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private static boolean known(Glance.Metric metric, Instant now) {
        return metric.value().isPresent() && switch (metric.source().freshness(now)) {
            case LIVE, AGEING -> true;
            case STALE, LOST, NEVER -> false;
        };
    }

    private static long toWatch(Deployment run) {
        return run.over() ? 0 : count(run, StepState.Status.HELD) + count(run, StepState.Status.UNCERTAIN);
    }

    private static long count(Deployment run, StepState.Status status) {
        return run.steps().values().stream().filter(step -> step.status() == status).count();
    }

    private static long failing(Deployment run) {
        return run.components().values().stream()
                .filter(component -> !component.desired().isZero() || !component.observed().isZero())
                .flatMap(component -> component.verdict().stream()).filter(Verdict::fails).count();
    }
}
