package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.rollback.RollbackModel.Checked;
import com.maily.console.desktop.rollback.RollbackModel.Known;
import com.maily.console.desktop.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public class RollbackPicturesTest {

    private static final RollbackActions NOTHING = new RollbackActions() {
        @Override
        public void rollBack() { }

        @Override
        public void revisions() { }

        @Override
        public void dryRun() { }

        @Override
        public void include(String component, boolean included) { }

        @Override
        public void version(Optional<String> bundle) { }

        @Override
        public void stop() { }
    };

    private static Step.Restore restore(String id, String component, long seconds, String... after) {
        return new Step.Restore(base(id, "Restore " + component, seconds, after), component,
                new Artifact.Image("v2.0.4", "ghcr.io/maily/" + component + ":v2.0.4"));
    }

    private static Step.Base base(String id, String title, long seconds, String... after) {
        return new Step.Base(id, title, Stage.KUBERNETES, "production", List.of(after), Duration.ofSeconds(seconds),
                Duration.ofMinutes(5));
    }

    private static final Plan PLAN = new Plan(Plan.Intent.BACK, "production", "v2.0.4", "v2.1.0", List.of(
            new Phase(1, "Restore v2.0.4", "", List.of(restore("1.1", "frontend", 15), restore("1.2", "api", 40, "1.1"),
                    restore("1.3", "ai-service", 70, "1.2"), restore("1.4", "email", 60, "1.2"),
                    restore("1.5", "campaign", 45, "1.4"))),
            new Phase(2, "Verify", "", List.of(new Step.Soak(base("2.1", "Error rate under 0.01 % for 2 min", 120),
            Duration.ofMinutes(2),
                    List.of("api")), new Step.Notify(base("2.2", "Tell people", 5, "2.1"), "")))));

    private static PreflightCheck check(String subject, PreflightCheck.Result result, String detail) {
        return new PreflightCheck(subject, "revision kept", result, detail, Story.NOW);
    }

    private static Optional<Checked> checked(Commands.Preview preview) {
        return Optional.of(new Checked(preview, Story.NOW, RollbackModel.FRESH));
    }

    public static Commands.Preview preview() {
        return new Commands.Preview(Optional.of(PLAN), List.of(check("frontend", PreflightCheck.Result.PASS, "deployment ready"),
                check("api", PreflightCheck.Result.PASS, "18 pods kept warm"),
                check("ai-service", PreflightCheck.Result.PASS, "ReplicaSet kept"),
                check("email", PreflightCheck.Result.UNKNOWN, "no answer yet"),
                check("campaign", PreflightCheck.Result.WARN, "slow: 1 pod at a time")), Optional.empty());
    }

    private static History failed() {
        return Story.historyWith(new Event.WeightObserved("api", Weight.FULL, Weight.FULL, ""), new Event.StepFailed("3.2",
                new Failure.Rejected("p99 412 ms, errors 2.3 %, burn 230×", "the objective of api is missed", "Roll back.")));
    }

    private static History goingBack(Instant start) {
        List<Entry> all = new ArrayList<>(Story.entries());
        List<Event> events = List.of(new Event.DeploymentStarted(PLAN, new Release("v2.0.4", Map.of(), "", "", ""),
                Story.DEPLOYMENT, ""),
                new Event.StepStarted("1.1", 1), new Event.StepSucceeded("1.1", "dpl_7Yq serves v2.0.4"),
                new Event.StepStarted("1.2", 1),
                new Event.StepSucceeded("1.2", "weight 0 %, 18 of 18 ready"), new Event.StepStarted("1.3", 1),
                new Event.StepStarted("1.4", 1),
                new Event.StepNoted("1.4", "7 of 10 pods"));
        long[] seconds = {0, 1, 13, 14, 52, 53, 53, 80};
        for (int i = 0; i < events.size(); i++) {
            all.add(new Entry(all.size() + 1, start.plusSeconds(seconds[i]), "back-1", Actor.SYSTEM, events.get(i), Entry.GENESIS,
                    Entry.GENESIS));
        }
        return History.of(all);
    }

    private static RollbackView view(Theme theme, Known known) {
        RollbackView view = new RollbackView(theme, NOTHING);
        view.show(RollbackModel.of(known), "preflight 2s ago");
        view.report("# Incident: api failing at 100 %\n\n- 03:29:40 api failed\n- 03:31:52 rollback started by release-manager\n");
        return view;
    }

    private static Known known(History history, Commands.Preview preview, Instant now) {
        return new Known(StoryMetrics.workspace(), "production", history, checked(preview), RollbackChoice.EVERYTHING, now);
    }

    @Test
    void failing() throws Exception {
        Pictures.of("rollback", theme -> view(theme, known(failed(), preview(), Story.NOW.plusSeconds(40))));
    }

    @Test
    void running() throws Exception {
        Pictures.of("rollback-running", theme -> view(theme, known(goingBack(Story.NOW), preview(), Story.NOW.plusSeconds(90))));
    }

    @Test
    void nothing() throws Exception {
        Pictures.of("rollback-nothing", theme ->
                view(theme, known(History.EMPTY, new Commands.Preview(Optional.empty(), List.of(),
                Optional.of(new Failure.Rejected("Nothing to roll back", "production is on v2.0.4.",
                "Name a version to go further back."))),
                Story.NOW)));
    }
}
