package com.maily.console.desktop.analysis;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.JudgedRung;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.sla.report.Report;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Derived;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Asks the judge about what is chosen while it is in view, and about what lasts again and again. */
public final class AnalysisScreen implements Screen, AnalysisActions {

    /** How often what lasts is asked about. */
    static final Duration REFRESH = Duration.ofSeconds(10);
    private static final int KEPT = 10;

    private record Answer(Question question, Reading reading) { }

    private final Console console;
    private final String environment;
    private final Ages ages;
    private final Consumer<Report> export;
    private final AnalysisView view;
    private final Latest<History> histories = new Latest<>(this::history);
    private final Latest<Answer> answers = new Latest<>(this::answered);
    private final Derived<History, List<JudgedRung>> rungList;
    private final ChangeListener<Object> onTick = (_, _, _) -> tick();
    private final Subscription journal;
    private final List<Subject.Asked> asked = new ArrayList<>();
    private History history = History.EMPTY;
    private List<JudgedRung> rungs = List.of();
    private Optional<Subject> wish = Optional.empty();
    private Optional<Subject> shown = Optional.empty();
    private Reading reading = new Reading.Asking();
    private @Nullable Question question;
    private Instant askedAt = Instant.MIN;
    private boolean inView;

    /** @param export asks where to and writes the report there; called on the FX thread */
    public AnalysisScreen(Console console, String environment, Theme theme, Ages ages, Consumer<Report> export) {
        this.console = console;
        this.environment = environment;
        this.ages = ages;
        this.export = export;
        RungList reader = new RungList(console.journal(), environment);
        this.rungList = new Derived<>(reader::upTo, this::rungs);
        this.view = new AnalysisView(theme, ages, this);
        this.journal = console.journal().follow(histories);
    }

    @Override
    public String title() {
        return "Analysis";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void shown(boolean nowInView) {
        if (inView == nowInView) {
            return;
        }
        inView = nowInView;
        if (inView) {
            ages.now().addListener(onTick);
            rungList.submit(history);
            render();
        } else {
            ages.now().removeListener(onTick);
            stopAsking();
        }
    }

    @Override
    public boolean handles(Action action) {
        return action == Action.ANALYSIS || inView && (action == Action.COPY_STATUS || action == Action.TABLE);
    }

    @Override
    public void act(Action action) {
        switch (action) {
            case ANALYSIS -> view.form().focus();
            case COPY_STATUS -> view.copySummary();
            case TABLE -> view.switchTable();
            default -> { }
        }
    }

    @Override
    public void close() {
        journal.close();
        shown(false);
    }

    @Override
    public void choose(Subject subject) {
        if (subject instanceof Subject.Asked one) {
            asked.remove(one);
            asked.addFirst(one);
            if (asked.size() > KEPT) {
                asked.removeLast();
            }
        }
        wish = Optional.of(subject);
        render();
    }

    @Override
    public void askAgain() {
        shown.ifPresent(this::ask);
    }

    @Override
    public void export() {
        if (reading instanceof Reading.Known known) {
            export.accept(known.report());
        }
    }

    private void history(History newest) {
        history = newest;
        if (inView) {
            rungList.submit(newest);
        }
    }

    private void rungs(List<JudgedRung> newest) {
        rungs = newest;
        render();
    }

    private void tick() {
        boolean due = Duration.between(askedAt, ages.instant()).compareTo(REFRESH) >= 0;
        if (question == null && due && shown.filter(Subject::live).isPresent()) {
            shown.ifPresent(this::ask);
        }
    }

    private void render() {
        if (!inView) {
            return;
        }
        AnalysisModel model = model();
        model.chosen().ifPresent(this::follow);
        shown = model.chosen();
        view.show(model());
    }

    private AnalysisModel model() {
        return AnalysisModel.of(console.workspace().in(environment), rungs, asked, wish, shown, reading);
    }

    /** Another subject is asked about at once, and so is one that has just come to its end. */
    private void follow(Subject chosen) {
        boolean other = shown.filter(chosen::same).isEmpty();
        boolean ended = shown.filter(before -> before.live() && !chosen.live()).isPresent();
        boolean unasked = reading instanceof Reading.Asking && question == null;
        if (other) {
            reading = new Reading.Asking();
        }
        if (other || ended || unasked) {
            ask(chosen);
        }
    }

    private void ask(Subject subject) {
        stopAsking();
        Question next = new Question(console, environment, subject);
        question = next;
        askedAt = ages.instant();
        next.ask(answer -> answers.publish(new Answer(next, answer)));
    }

    private void stopAsking() {
        if (question != null) {
            question.cancel();
            question = null;
        }
    }

    /** An answer to what was asked before comes too late. */
    private void answered(Answer answer) {
        if (answer.question() == question) {
            question = null;
            reading = answer.reading();
            render();
        }
    }

    AnalysisView view() {
        return view;
    }
}
