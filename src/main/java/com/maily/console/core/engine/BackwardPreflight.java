package com.maily.console.core.engine;

import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What speaks for and against carrying out a rollback plan, row by row. Reads only. */
record BackwardPreflight(Preflight common, Plan plan, Release target, History history, List<Seen> seen) {

    List<PreflightCheck> checks() {
        List<PreflightCheck> checks = new ArrayList<>();
        checks.add(environment());
        checks.add(schema());
        seen.forEach(one -> checks.addAll(component(one)));
        common.connections().stream().map(this::apart).forEach(checks::add);
        checks.addAll(common.freshness());
        checks.addAll(common.health());
        return checks;
    }

    /** One region that can't be reached must not keep the others from going back. */
    private PreflightCheck apart(PreflightCheck check) {
        return check.result() == Result.FAIL && common.ofOneRegion(check)
                ? common.check(check.subject(), check.title(), Result.UNKNOWN,
                check.detail() + " The other regions go back without it.") : check;
    }

    private PreflightCheck environment() {
        String subject = plan.environment();
        return history.active(subject).map(run -> {
            boolean inTheWay = run.goesBack() && !Ready.waitsForPerson(run);
            return common.check(subject, "Environment", inTheWay ? Result.FAIL : Result.PASS,
                    Occupation.sentence(run) + (inTheWay ? "" : " The rollback takes over from it."));
        }).orElseGet(() -> common.check(subject, "Environment", Result.PASS, "No run holds it."));
    }

    private PreflightCheck schema() {
        List<String> running = seen.stream().flatMap(one -> Stream.concat(one.stable().stream(),
                one.canary().stream().filter(canary -> canary.wanted() > 0))).flatMap(workload -> workload.artifact().stream())
                .map(Artifact::version).distinct().toList();
        return Schemas.boundary(running, target, common.workspace())
                .map(why -> common.check("database", "Schema", Result.FAIL, why + " Restore the data first, or go forward."))
                .orElseGet(() -> target.schema().isEmpty() || running.isEmpty()
                        ? common.check("database", "Schema", Result.UNKNOWN, "The releases do not say which schema they use.")
                        : common.check("database", "Schema", Result.PASS, target.version()
                                + " can use the schema of what runs now."));
    }

    private List<PreflightCheck> component(Seen one) {
        String name = one.component().name();
        Optional<Artifact> artifact = target.artifact(name);
        if (artifact.isEmpty() || one.trouble().isPresent() && !planned(name)) {
            return List.of();
        }
        if (one.trouble().isPresent()) {
            Failure trouble = one.trouble().get();
            return List.of(apart(common.check(name, "Source", trouble.retryable() ? Result.UNKNOWN : Result.FAIL,
                    trouble.sentence())));
        }
        if (!planned(name)) {
            return one.isOn(artifact.get()) ? List.of(common.check(name, "Already there", Result.PASS, "Runs " + target.version()
                    + "; left out."))
                    : List.of();
        }
        return List.of(revision(one, artifact.get()), room(one));
    }

    private boolean planned(String component) {
        return plan.steps().stream().anyMatch(step -> step instanceof Step.Restore && step.about()
                .equals(Optional.of(component)));
    }

    private PreflightCheck revision(Seen one, Artifact artifact) {
        String name = one.component().name();
        Optional<Revision> chosen = plan.steps().stream().filter(Step.Restore.class::isInstance).map(Step.Restore.class::cast)
                .map(RestoreTarget::new).filter(RestoreTarget::chosen).findFirst().flatMap(target -> target.in(one.history()));
        if (chosen.isPresent()) {
            String cause = chosen.get().cause().isEmpty() ? "" : ": " + chosen.get().cause();
            return common.check(name, "Way back", Result.PASS, "Revision " + named(chosen.get()) + " runs " + artifact.version()
                    + cause + ".");
        }
        if (one.stable().filter(stable -> stable.runs(artifact)).isPresent()) {
            return common.check(name, "Way back", Result.PASS, "Its stable track runs " + artifact.version()
                    + "; only traffic goes back.");
        }
        Optional<Revision> revision = one.history().stream().filter(r -> r.artifact().equals(artifact)).findFirst();
        if (revision.isEmpty()) {
            return common.check(name, "Way back", Result.FAIL, "Its platform keeps no revision that runs " + artifact.version()
                    + ".");
        }
        return revision.get().available()
                ? common.check(name, "Way back", Result.PASS, "Revision " + named(revision.get()) + " runs " + artifact.version()
                        + ".")
                : common.check(name, "Way back", Result.FAIL, "Revision " + named(revision.get())
                        + " is kept but cannot be gone back to.");
    }

    private static String named(Revision revision) {
        return revision.number() > 0 ? Long.toString(revision.number()) : revision.identity();
    }

    /** Lowering traffic never waits, so a stable track that is too small is said and stops nothing. */
    private PreflightCheck room(Seen one) {
        Workload stable = one.stable().orElseThrow();
        String ready = stable.ready() + " of " + stable.wanted() + " stable units are ready.";
        return common.check(one.component().name(), "Room for the traffic", stable.ready() >= stable.wanted() ? Result.PASS
                : Result.WARN, ready);
    }
}
