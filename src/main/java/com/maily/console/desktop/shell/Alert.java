package com.maily.console.desktop.shell;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Something that is not as it should be, with who says so. @param action what can be done about it from here */
record Alert(State state, String text, String source, String age, Optional<Action> action) {

    Alert(State state, String text, String source, String age) {
        this(state, text, source, age, Optional.empty());
    }

    static List<Alert> of(Optional<Deployment> run, List<SourceState> sources, List<Alert> more, Instant now) {
        List<Alert> alerts = new ArrayList<>(more);
        run.filter(active -> !active.over()).ifPresent(active -> {
            active.steps().values().stream().filter(step -> step.status() == StepState.Status.FAILED)
                    .forEach(step -> alerts.add(failed(step, now)));
            active.steps().values().stream().filter(step -> step.status() == StepState.Status.HELD)
                    .forEach(step -> alerts.add(new Alert(State.HELD, step.step().title() + " is held: " + step.note(),
                    "Console", "")));
            active.components().forEach((name, component) -> component.lost().ifPresent(lost -> alerts.add(new Alert(State.FAILED,
                    name + " is not recovered: " + lost.sentence(), "Router", Format.age(lost.at(), now)))));
            active.components().forEach((name, component) -> component.verdict()
                    .filter(verdict -> verdict.word() == Verdict.Word.FAIL
                            || verdict.word() == Verdict.Word.MARGINAL)
                    .ifPresent(verdict -> alerts.add(new Alert(verdict.dryRun() ? State.MARGINAL : State.of(verdict.word()), name + ": " + verdict.sentence(),
                            "Judge", ""))));
        });
        sources.stream().filter(source -> !LampRow.live(source, now)).forEach(source -> alerts.add(silent(source, now)));
        alerts.sort(Comparator.comparingInt(alert -> alert.state() == State.FAILED ? 0 : 1));
        return alerts;
    }

    private static Alert failed(StepState step, Instant now) {
        return new Alert(State.FAILED, step.step().title() + ": " + step.failure().map(Failure::what).orElse("failed"), "Console",
                step.endedAt().map(at -> Format.age(at, now)).orElse(""));
    }

    private static Alert silent(SourceState source, Instant now) {
        String trouble = source.trouble().isEmpty() ? "what it shows is greyed" : source.trouble();
        return new Alert(State.STALE, source.name() + " is silent, " + trouble, "Console",
                source.lastGood().map(at -> Format.age(at, now)).orElse("never"));
    }
}
