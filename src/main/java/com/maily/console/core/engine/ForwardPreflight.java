package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks for and against carrying out a deployment plan. Reads only. */
record ForwardPreflight(Preflight common, Wanted wanted, Plan plan, History history, List<Seen> seen) {

    List<PreflightCheck> checks() {
        List<PreflightCheck> checks = new ArrayList<>();
        checks.add(common.check(plan.version(), "Version", Result.PASS, "A known release; no image can change under its name."));
        checks.add(Occupation.of(history, plan).map(holder -> common.check(plan.environment(), "Environment free", Result.FAIL,
                holder))
                .orElseGet(() -> common.check(plan.environment(), "Environment free", Result.PASS, "No run holds it.")));
        common.connections().stream().map(this::leavable).forEach(checks::add);
        seen.forEach(one -> one.trouble().map(trouble -> unread(one, trouble)).ifPresent(checks::add));
        checks.addAll(common.metrics(seen.stream().map(Seen::component).toList()));
        checks.addAll(common.health());
        plan.leftOut().forEach(region -> checks.add(common.check(region, "Left out", Result.WARN,
                "On purpose: nothing is deployed there, and it keeps what it runs.")));
        checks.add(wayBack());
        checks.add(schema());
        checks.addAll(largestSteps());
        plan.phases().stream().filter(phase -> phase.steps().isEmpty() && phase.number() < wanted.startPhase()
                || skipsStaging(phase))
                .map(this::passedBefore).forEach(checks::add);
        return checks;
    }

    private PreflightCheck leavable(PreflightCheck check) {
        return check.result() == Result.FAIL && common.ofOneRegion(check) ? common.check(check.subject(), check.title(), Result.FAIL,
                check.detail() + " To deploy without that region, leave it out on purpose.") : check;
    }

    /** What may not be read will not be written either; what did not answer may yet. */
    private PreflightCheck unread(Seen one, Failure trouble) {
        return common.check(one.component().name(), "Source", trouble.retryable() ? Result.UNKNOWN : Result.FAIL,
                trouble.sentence());
    }

    private boolean skipsStaging(Phase phase) {
        return phase.number() == 1 && wanted.skipStaging();
    }

    private PreflightCheck wayBack() {
        if (plan.replaces().isEmpty()) {
            return common.check(plan.environment(), "Way back", Result.WARN,
                    "Nobody could tell what runs now, so a rollback must name its version.");
        }
        Optional<Release> before = common.workspace().release(plan.replaces());
        return before.isPresent() ? common.check(plan.environment(), "Way back", Result.PASS, "A rollback would go to "
                + plan.replaces() + ".")
                : common.check(plan.environment(), "Way back", Result.WARN, plan.replaces()
                        + " runs now and is no release the workspace knows.");
    }

    /** New code must be able to run on the schema it finds, or the plan must bring one. */
    private PreflightCheck schema() {
        Release release = common.workspace().release(plan.version()).orElseThrow();
        String found = common.workspace().release(plan.replaces()).map(Release::schema).orElse("");
        boolean migrates = plan.steps().stream().anyMatch(step -> step instanceof Step.RunJob && step.stage() == Stage.DATABASE);
        boolean tooOld = !found.isEmpty() && !release.minSchema().isEmpty() && Schemas.ORDER.compare(found,
                release.minSchema()) < 0;
        if (tooOld && !migrates) {
            return common.check(plan.version(), "Schema", Result.FAIL, plan.version() + " needs schema " + release.minSchema()
                    + " or newer, the database has " + found + ", and the plan does not migrate it.");
        }
        return found.isEmpty() ? common.check(plan.version(), "Schema", Result.UNKNOWN,
                "Which schema the database has is not known.")
                : common.check(plan.version(), "Schema", Result.PASS, plan.version() + " runs from schema " + release.minSchema()
                        + " on; the database has " + found + ".");
    }

    /** Rungs that were put in are named; a router that may not reach them will have a person asked. */
    private List<PreflightCheck> largestSteps() {
        LargestStep largest = LargestStep.in(common.workspace(), plan.environment());
        return largest.points().isEmpty() ? List.of() : plan.steps().stream().filter(Step.Canary.class::isInstance)
                .map(step -> largestStep((Step.Canary) step, largest)).toList();
    }

    private PreflightCheck largestStep(Step.Canary step, LargestStep largest) {
        Component component = common.workspace().component(step.component()).orElseThrow();
        List<String> added = step.ladder().stream().filter(rung -> !component.ladder().contains(rung)
                && !rung.equals(step.limit())).map(Object::toString).toList();
        String allowed = plan.environment() + " allows " + LargestStep.number(largest.points().orElseThrow().percent())
                + " points in one step";
        if (Seen.routing(component, seen).scalesItself()) {
            return common.check(step.component(), "Largest step", Result.WARN, allowed
                    + "; its router sets only some weights, and asks before each larger step.");
        }
        return common.check(step.component(), "Largest step", Result.PASS, added.isEmpty() ? allowed + "; its ladder keeps to that."
                : allowed + ", so " + Words.list(added) + (added.size() == 1 ? " was" : " were") + " added to its ladder.");
    }

    /** A phase that is left out should have been passed by the same version before. */
    private PreflightCheck passedBefore(Phase phase) {
        Optional<Deployment> passed = history.deployments().stream()
                .filter(run -> !run.goesBack() && run.plan().version().equals(plan.version()))
                .filter(run -> run.plan().phases().stream().filter(other -> other.number() == phase.number() && !other.steps()
                        .isEmpty())
                        .anyMatch(other -> run.stepsOf(other).stream().allMatch(step -> step.status() == StepState.Status.DONE)))
                .findFirst();
        String subject = "Phase " + phase.number();
        return passed.map(run -> common.check(subject, "Left out", Result.PASS, plan.version() + " passed it in " + run.id()
                + "."))
                .orElseGet(() -> common.check(subject, "Left out", Result.WARN, "The journal shows no run in which "
                        + plan.version() + " passed it."));
    }
}
