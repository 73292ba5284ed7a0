package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.UndoTo;
import com.maily.console.core.engine.Commands.Preview;
import com.maily.console.core.engine.Commands.Undo;
import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Makes plans and holds them against the world, through ports that cannot write: the dry run. */
record Previews(Workspace workspace, Journal journal, Time time, Function<String, Platforms> platforms, Executor looks) {

    Preview deployment(Wanted wanted) {
        return guarded(() -> {
            WantedCheck.refusal(wanted, workspace).ifPresent(failure -> {
                throw new FailureException(failure);
            });
            Platforms ports = GuardedPlatforms.preview(platforms.apply(wanted.environment()));
            Workspace there = workspace.in(wanted.environment(), wanted.leftOut(workspace));
            List<Seen> seen = look(there, wanted.environment(), ports);
            Map<String, Owners> owners = owners(wanted, there, ports);
            Plan plan = ForwardPlanner.plan(wanted, workspace, replaced(wanted, seen), owners);
            Preflight preflight = new Preflight(there, wanted.environment(), ports, time.instant(), looks);
            List<PreflightCheck> checks = new ArrayList<>(new ForwardPreflight(preflight, wanted, plan, journal.history(), seen)
                    .checks());
            checks.addAll(new OwnerChecks(preflight, plan, owners.get(wanted.environment())).checks());
            checks.addAll(new LockChecks(platforms, journal.history(), time.instant()).of(plan));
            ObjectChanges objects = new ObjectChanges(preflight, plan, ports);
            checks.addAll(objects.checks());
            checks.addAll(new SurgeCheck(preflight, plan).checks());
            checks.addAll(rights(plan, seen));
            return new Preview(Optional.of(plan), checks, Optional.empty(), List.of(), objects.differences());
        });
    }

    Preview rollback(Undo undo) {
        return guarded(() -> {
            Platforms ports = GuardedPlatforms.preview(platforms.apply(undo.environment()));
            Workspace there = workspace.in(undo.environment());
            List<Seen> seen = look(there, undo.environment(), ports);
            History history = journal.history();
            Owners owners = Owners.withHistory(here(there, undo.environment()), ports, history.holds(undo.environment()));
            Plan plan = RollbackPlanner.plan(undo, there, history, seen, owners);
            Preflight preflight = new Preflight(there, undo.environment(), ports, time.instant(), looks);
            List<PreflightCheck> checks = new ArrayList<>(new BackwardPreflight(preflight, plan,
                    workspace.release(plan.version()).orElseThrow(), history, seen).checks());
            checks.addAll(new OwnerChecks(preflight, plan, owners).checks());
            checks.addAll(rights(plan, seen));
            checks.addAll(new LockChecks(platforms, journal.history(), time.instant()).of(plan));
            return new Preview(Optional.of(plan), checks, Optional.empty(),
                    new RestoreCommands(plan, seen, ports).all());
        });
    }

    private List<PreflightCheck> rights(Plan plan, List<Seen> seen) {
        return new RightsPreflight(new PlannedActions(plan, workspace, seen), platforms, time.instant()).checks();
    }

    Preview undo(UndoTo undo) {
        return guarded(() -> {
            Platforms ports = GuardedPlatforms.preview(platforms.apply(undo.environment()));
            Workspace there = workspace.in(undo.environment());
            Component component = there.component(undo.component()).orElseThrow(() -> new FailureException(new Failure.Missing(
                    "There is no component " + undo.component(), "The workspace names "
                    + Words.list(there.components().stream().map(Component::name).toList()) + ".", "Nothing was changed.")));
            Seen seen = Seen.of(component, ports);
            Owners owners = Owners.of(List.of(component), ports, journal.history().holds(undo.environment()));
            UndoPlanner planner = new UndoPlanner(undo, there, seen, owners);
            Plan plan = planner.plan();
            Preflight preflight = new Preflight(there, undo.environment(), ports, time.instant(), looks);
            List<PreflightCheck> checks = new ArrayList<>(new BackwardPreflight(preflight, plan,
                    UndoPlanner.release(plan, workspace), journal.history(), List.of(seen)).checks());
            ports.deployer(component).cautions(component, planner.target()).forEach(caution -> checks.add(preflight.check(
                    component.name(), "Undo", caution.forbids() ? PreflightCheck.Result.FAIL : PreflightCheck.Result.WARN,
                    caution.why())));
            checks.addAll(new OwnerChecks(preflight, plan, owners).checks());
            checks.addAll(rights(plan, List.of(seen)));
            return new Preview(Optional.of(plan), checks, Optional.empty(),
                    new RestoreCommands(plan, List.of(seen), ports).all());
        });
    }

    private interface Making {
        Preview make();
    }

    /** A journal that takes no entries tells nothing sure about what runs either. */
    private Preview guarded(Making making) {
        try {
            journal.refusal().ifPresent(failure -> {
                throw new FailureException(failure);
            });
            return making.make();
        } catch (FailureException problem) {
            return refused(problem.failure());
        } catch (CompletionException problem) {
            return refused(new Failure.Defect("The preview ran into a fault of the console", String.valueOf(problem.getCause()),
                    "Nothing was changed; please report it."));
        }
    }

    private static Preview refused(Failure why) {
        return new Preview(Optional.empty(), List.of(), Optional.of(why));
    }

    private List<Component> here(Workspace there, String environment) {
        Environment place = workspace.environment(environment).orElseThrow();
        return there.components().stream().filter(component -> place.connections().containsKey(component.platform())).toList();
    }

    /** Of each environment a deployment changes: its own, and the one it is tried in first. */
    private Map<String, Owners> owners(Wanted wanted, Workspace there, Platforms ports) {
        Map<String, Owners> owners = new TreeMap<>(Map.of(wanted.environment(),
                Owners.of(here(there, wanted.environment()), ports,
                journal.history().holds(wanted.environment()))));
        workspace.environments().stream().filter(place -> !place.production() && !wanted.skipStaging()
                && wanted.startPhase() == 1)
                .map(Environment::name).findFirst().ifPresent(staging -> owners.computeIfAbsent(staging,
                        name -> Owners.of(here(workspace.in(name), name), GuardedPlatforms.preview(platforms.apply(name)),
                                journal.history().holds(name))));
        return owners;
    }

    /** Every component of the environment, all platforms at the same time. */
    private List<Seen> look(Workspace there, String environment, Platforms ports) {
        List<CompletableFuture<Seen>> looking = new ArrayList<>();
        here(there, environment).forEach(component ->
                looking.add(CompletableFuture.supplyAsync(() -> Seen.of(component, ports), looks)));
        return looking.stream().map(CompletableFuture::join).toList();
    }

    /**
     * The version most components run besides the wanted one; what others bring (Redis) does not count. When all run the wanted
     * one already, what the run that brought it replaced.
     */
    private String replaced(Wanted wanted, List<Seen> seen) {
        Map<String, Integer> counts = new TreeMap<>(Collections.reverseOrder());
        seen.stream().filter(one -> workspace.releases().stream().anyMatch(release -> release.artifact(one.component().name())
                .isPresent()))
                .map(Seen::version).filter(version -> !version.isEmpty() && !version.equals(wanted.version())).forEach(version ->
                        counts.merge(version, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElseGet(() -> journal.history().newestFirst(wanted.environment()).stream()
                        .filter(run -> !run.goesBack() && run.plan().version().equals(wanted.version()))
                        .map(run -> run.plan().replaces()).findFirst().orElse(""));
    }
}
