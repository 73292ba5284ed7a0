package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.rollback.RollbackModel.Checked;
import com.maily.console.desktop.rollback.RollbackModel.Known;
import com.maily.console.desktop.rollback.RollbackModel.Mood;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rollback before it is started: the plan, what speaks against it, and whether the button may be held. */
final class RollbackPlan {

    private RollbackPlan() { }

    static RollbackModel of(Known known) {
        Optional<Plan> plan = known.checked().flatMap(Checked::plan);
        boolean loading = known.checked().isEmpty();
        List<RollbackRow> rows = plan.map(p -> rows(known, p)).orElse(List.of());
        Optional<Deployment> failing = known.newest().filter(run -> !run.goesBack() && run.trouble().isPresent());
        Mood mood = loading ? Mood.LOADING : plan.isEmpty() ? without(known) : rows.isEmpty() ? Mood.NOTHING
                : failing.isPresent() ? Mood.FAILING : Mood.READY;
        Duration needs = plan.map(p -> RollbackWaves.of(p).whole()).orElse(Duration.ZERO);
        String to = plan.map(Plan::version).or(() -> known.choice().version()).orElse("");
        RecoveryGoal goal = RecoveryGoal.of(known, rows.stream().map(RollbackRow::component).toList());
        return new RollbackModel(mood, headline(known, mood, failing, to), detail(known, mood, failing), button(known, to),
                blocked(known, plan, rows), rows, plan.map(RollbackPlan::checks).orElse(List.of()),
                failing.flatMap(Deployment::trouble).map(t -> new RecoveryClock(t.since(), t.sign(), known.now(), goal.time(), needs)), needs,
                command(known, to), untouched(known, rows), 0, Duration.ZERO, versions(known.workspace()),
                known.checked().flatMap(c -> c.preview().refusal()), known.checked().map(Checked::at), goal);
    }

    /** Only the planner's own refusal means that all is where it should be; whatever else kept it from planning does not. */
    private static Mood without(Known known) {
        return known.checked().flatMap(c -> c.preview().refusal())
                .filter(f -> !(f instanceof Failure.Rejected) || !f.what().startsWith("Nothing")).isPresent()
                ? Mood.UNPLANNED : Mood.NOTHING;
    }

    private static String headline(Known known, Mood mood, Optional<Deployment> failing, String to) {
        return switch (mood) {
            case NOTHING -> "Nothing to roll back: " + known.environment() + " is on " + serving(known);
            case UNPLANNED -> known.checked().flatMap(c -> c.preview().refusal()).map(Failure::what).orElse("No plan could be made");
            case LOADING -> failing.map(RollbackPlan::failure).orElse("Working out the way back…");
            case FAILING -> failing.map(RollbackPlan::failure).orElse("");
            case READY -> "Ready to go back to " + to;
            case GOING_BACK, BACK, NOT_BACK -> "";
        };
    }

    /** What the newest run says is failing, in one line. */
    private static String failure(Deployment run) {
        return run.steps().values().stream().filter(RollbackPlan::inTrouble).findFirst()
                .map(step -> trouble(run, step))
                .or(() -> judgedBad(run).map(c -> c + " is failing" + at(run, c))).orElse(run.plan().version() + " failed");
    }

    private static String trouble(Deployment run, StepState step) {
        boolean failed = step.status() == StepState.Status.FAILED;
        boolean bad = step.step().about().map(run::component).flatMap(ComponentState::verdict)
                .filter(Verdict::fails).isPresent();
        return step.step().about().map(c -> c + (bad || failed ? " is failing" : " is held") + at(run, c))
                .orElse(step.step().title() + (failed ? " failed" : " is held"));
    }

    private static String at(Deployment run, String component) {
        Weight weight = run.component(component).observed();
        return weight.isZero() ? "" : " at " + weight;
    }

    private static boolean inTrouble(StepState step) {
        return step.status() == StepState.Status.FAILED || step.status() == StepState.Status.HELD;
    }

    private static Optional<String> judgedBad(Deployment run) {
        return run.components().entrySet().stream()
                .filter(e -> e.getValue().verdict().filter(Verdict::fails).isPresent())
                .map(java.util.Map.Entry::getKey).findFirst();
    }

    private static String detail(Known known, Mood mood, Optional<Deployment> failing) {
        if (mood == Mood.NOTHING || mood == Mood.UNPLANNED) {
            return known.checked().flatMap(c -> c.preview().refusal())
                    .map(f -> mood == Mood.NOTHING ? f.advice() : f.why() + " " + f.advice()).orElse("");
        }
        return failing.flatMap(run -> judgedBad(run).flatMap(c -> run.component(c).verdict()).map(Verdict::sentence)
                        .or(() -> run.steps().values().stream().filter(RollbackPlan::inTrouble).map(StepState::note).findFirst()))
                .orElse(known.newest().map(d -> newest(d)).orElse(""));
    }

    private static String newest(Deployment run) {
        return run.id() + switch (run.status()) {
            case RUNNING -> " is running; a rollback takes over from it.";
            case PAUSED -> " is paused; a rollback takes over from it.";
            case SUCCEEDED -> " succeeded.";
            case FAILED -> " failed.";
            case CANCELLED -> " was cancelled.";
            case SUPERSEDED -> " was superseded by a rollback.";
        };
    }

    /** The version people get now, as far as the journal knows it. */
    static String serving(Known known) {
        for (Deployment run : known.history().newestFirst(known.environment())) {
            if (run.status() == Deployment.Status.SUCCEEDED) {
                return run.plan().version();
            }
            if (!run.plan().replaces().isEmpty() && !run.goesBack()) {
                return run.plan().replaces();
            }
        }
        List<Release> releases = known.workspace().releases();
        return known.checked().flatMap(Checked::plan).map(Plan::replaces).filter(v -> !v.isEmpty())
                .orElse(releases.size() > 1 ? releases.get(1).version() : releases.isEmpty() ? "an unknown version"
                        : releases.getFirst().version());
    }

    private static String button(Known known, String to) {
        boolean all = known.choice().left().isEmpty();
        return (all ? "Roll back everything" : "Roll back the chosen components") + (to.isEmpty() ? "" : " to " + to);
    }

    private static String blocked(Known known, Optional<Plan> plan, List<RollbackRow> rows) {
        if (known.checked().isEmpty()) {
            return "The preflight is running.";
        }
        if (known.checked().get().old(known.now())) {
            return "The preflight is too old and is being run again.";
        }
        if (known.workspace().components().stream().map(Component::name).noneMatch(known.choice()::includes)
                || !rows.isEmpty() && rows.stream().noneMatch(RollbackRow::included)) {
            return "Nothing is selected.";
        }
        Commands.Preview preview = known.checked().get().preview();
        if (plan.isEmpty()) {
            return preview.refusal().map(f -> f.what() + ": " + f.why()).orElse("There is nothing to roll back.");
        }
        return preview.checks().stream().filter(check -> check.result() == PreflightCheck.Result.FAIL).findFirst()
                .map(check -> check.subject() + ": " + check.detail()).orElse("");
    }

    private static List<RollbackRow> rows(Known known, Plan plan) {
        RollbackWaves waves = RollbackWaves.of(plan);
        List<RollbackRow> rows = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Restore restore) {
                rows.add(row(known, plan, restore, waves, rows.size() + 1));
            }
        }
        // What was left out stays in the table, so that it can be taken in again.
        known.choice().left().stream().sorted().filter(c -> rows.stream().noneMatch(r -> r.component().equals(c)))
                .forEach(c -> rows.add(new RollbackRow(rows.size() + 1, c, false, how(known.workspace(), c), now(known, plan, c), "",
                        "–", State.SKIPPED, "stays as it is", "", 0, Duration.ZERO, Duration.ZERO, 0)));
        return rows;
    }

    private static RollbackRow row(Known known, Plan plan, Step.Restore step, RollbackWaves waves, int number) {
        Optional<PreflightCheck> check = known.checked().flatMap(checked -> worst(checked.preview(), step.component()));
        return new RollbackRow(number, step.component(), known.choice().includes(step.component()),
                how(known.workspace(), step.component()), now(known, plan, step.component()), share(known, step.component()),
                step.artifact().version(), check.map(c -> state(c.result())).orElse(State.QUEUED),
                check.map(PreflightCheck::detail).orElse("not checked"), check.map(PreflightCheck::title).orElse(""),
                waves.waves().get(step.id()), waves.begins().get(step.id()), step.planned(), 0);
    }

    private static Optional<PreflightCheck> worst(Commands.Preview preview, String component) {
        return preview.checks().stream().filter(check -> check.subject().equals(component))
                .max(Comparator.comparingInt(check -> switch (check.result()) {
                    case PASS -> 0;
                    case WARN -> 1;
                    case UNKNOWN -> 2;
                    case FAIL -> 3;
                }));
    }

    private static State state(PreflightCheck.Result result) {
        return switch (result) {
            case PASS -> State.DONE;
            case WARN -> State.MARGINAL;
            case UNKNOWN -> State.STALE;
            case FAIL -> State.FAILED;
        };
    }

    static String how(Workspace workspace, String component) {
        return workspace.component(component).map(c -> switch (c.routing().kind()) {
            case Routing.ROLLING_RELEASE -> "Vercel instant rollback";
            case Routing.GATEWAY_API -> "Route to stable, undo";
            case Routing.REPLICA_RATIO -> "Canary to 0, undo";
            default -> "Rollout undo";
        }).orElse("");
    }

    static String now(Known known, Plan plan, String component) {
        return known.newest().map(run -> run.component(component)).map(state -> !state.canary().isEmpty() && !state.observed().isZero()
                ? state.canary() : state.stable()).filter(version -> !version.isEmpty()).orElse(plan.replaces());
    }

    static String share(Known known, String component) {
        return known.newest().map(run -> run.component(component).observed()).filter(w -> !w.isZero()).map(Weight::toString).orElse("");
    }

    static List<RollbackCheck> checks(Plan plan) {
        return plan.steps().stream().filter(step -> !(step instanceof Step.Restore))
                .map(step -> new RollbackCheck(step.title(), State.PLANNED, "")).toList();
    }

    static String command(Known known, String to) {
        String components = known.choice().left().isEmpty() ? "all" : String.join(",", known.workspace().components().stream()
                .map(Component::name).filter(known.choice()::includes).toList());
        return "mailyctl rollback --env=" + known.environment() + " --components=" + components
                + (to.isEmpty() ? "" : " --to-version=" + to);
    }

    static String untouched(Known known, List<RollbackRow> rows) {
        List<String> names = known.workspace().components().stream().map(Component::name)
                .filter(name -> rows.stream().noneMatch(row -> row.component().equals(name))).toList();
        return names.isEmpty() ? "" : "Not touched: " + String.join(", ", names);
    }

    static List<String> versions(Workspace workspace) {
        return workspace.releases().stream().map(Release::version).toList();
    }
}
