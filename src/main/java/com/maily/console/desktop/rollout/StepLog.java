package com.maily.console.desktop.rollout;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.JobLog;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.widget.LogFollow;
import com.maily.console.desktop.widget.LogPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whose log is followed, if any: the job of the step, or the pod a person clicked, else the step's first. FX thread only. */
final class StepLog implements Subscription {

    /** @param key tells it from every other */
    private record Source(String key, String name, Function<Consumer<LogNews>, Subscription> open) { }

    private final Console console;
    private final String environment;
    private final Runnable changed;
    private Optional<Source> source = Optional.empty();
    private LogPage page = LogPage.NONE;
    private @Nullable LogFollow follow;
    private String pod = "";
    private boolean running;

    StepLog(Console console, String environment, Runnable changed) {
        this.console = console;
        this.environment = environment;
        this.changed = changed;
    }

    /** Chooses a pod; empty lets the step's first one be taken. Counts with the next {@link #offer}. */
    void watch(String name) {
        pod = name;
    }

    /** What the step has to follow now. */
    void offer(Optional<Step> step, Deployment run, List<Pod> pods) {
        Optional<Source> next = step.flatMap(one -> job(one, run)).or(() -> pod(pods));
        if (!next.map(Source::key).equals(source.map(Source::key))) {
            source = next;
            restart();
        }
    }

    private Optional<Source> job(Step step, Deployment run) {
        int attempt = run.step(step.id()).map(StepState::attempt).orElse(0);
        if (!(step instanceof Step.RunJob job) || attempt == 0) {
            return Optional.empty();
        }
        String name = job.jobName(run.id(), attempt);
        return Optional.of(new Source("job " + step.environment() + "/" + name, name,
                listener -> JobLog.follow(() -> console.platforms(step.environment()), name, listener)));
    }

    private Optional<Source> pod(List<Pod> pods) {
        Optional<Pod> chosen = pods.stream().filter(one -> one.name().equals(pod)).findFirst().or(() -> pods.stream().findFirst());
        pod = chosen.map(Pod::name).orElse("");
        return chosen.map(one -> new Source("pod " + one.key(), one.name(), listener -> pods()
                .follow(new LogSource(one.namespace(), one.name(), "", false, LogFollow.TAIL), listener)));
    }

    private Pods pods() {
        return console.platforms(environment).pods().orElseThrow(() -> new FailureException(new Failure.Missing(
                "Following a log failed", "Nothing here tells of pods any more.", "Look at the platform's own screen.")));
    }

    /** Follows only while it is looked at. */
    void run(boolean inView) {
        running = inView;
        restart();
    }

    String title() {
        return source.map(one -> "Live log · " + one.name()).orElse("What happened");
    }

    /** Empty where the step has nothing that writes a log. */
    Optional<LogPage> page() {
        return source.map(_ -> page);
    }

    @Override
    public void close() {
        if (follow != null) {
            follow.close();
            follow = null;
        }
    }

    private void restart() {
        close();
        page = source.map(one -> new LogPage(one.key(), List.of(), 0, "waiting", "", "")).orElse(LogPage.NONE);
        follow = running ? source.map(one -> new LogFollow(one.key(), one.open(), new Latest<>(this::take))).orElse(null) : null;
    }

    /** What comes late from a log that was left is not shown for the one that is followed now. */
    private void take(LogPage newest) {
        if (source.filter(one -> one.key().equals(newest.source())).isPresent()) {
            page = newest;
            changed.run();
        }
    }
}
