package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.engine.JobSteps.Purpose;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the plan of a deployment: seed document 003's three phases, with the seven steps of document 002 as their children
 * where they belong. Pure: the same wish, workspace and versions give the same plan. Phases that are not wanted stand in it
 * without steps.
 */
final class ForwardPlanner {

    private static final Duration INSPECT = Duration.ofSeconds(30);
    private static final Duration APPROVE = Duration.ofMinutes(2);
    /** The platform whose connections hold objects. */
    private static final String HOLDER = "kubernetes";
    private static final Duration SOAK = Duration.ofMinutes(5);

    private final Wanted wanted;
    private final Workspace known;
    /** As the environment has it, without the regions that are left out. */
    private final Workspace workspace;
    private final Release release;
    private final JobSteps jobs;
    private final Map<String, Owners> owners;
    private final Pauses pauses;

    private ForwardPlanner(Wanted wanted, Workspace workspace, Map<String, Owners> owners) {
        WantedCheck.refusal(wanted, workspace).ifPresent(failure -> {
            throw new FailureException(failure);
        });
        this.wanted = wanted;
        this.known = workspace;
        this.workspace = workspace.in(wanted.environment(), wanted.leftOut(workspace));
        this.release = workspace.release(wanted.version()).orElseThrow();
        this.jobs = new JobSteps(workspace, wanted.version());
        this.owners = owners;
        this.pauses = pauses(workspace.environment(wanted.environment()).orElseThrow());
    }

    /**
     * @param replaces the version that runs now, empty when unknown
     * @param owners   who else writes the components, by environment
     * @throws FailureException with a sentence for each contradiction in {@code wanted}
     */
    static Plan plan(Wanted wanted, Workspace workspace, String replaces, Map<String, Owners> owners) {
        ForwardPlanner planner = new ForwardPlanner(wanted, workspace, owners);
        Plan plan = new Plan(Plan.Intent.FORWARD, wanted.environment(), wanted.version(), replaces, planner.phases(),
                wanted.leftOut(workspace));
        WantedCheck.jobsLeftOut(plan, workspace.environment(wanted.environment()).orElseThrow()).ifPresent(failure -> {
            throw new FailureException(failure);
        });
        return plan;
    }

    private List<Phase> phases() {
        Environment environment = workspace.environment(wanted.environment()).orElseThrow();
        if (!environment.production()) {
            return List.of(staging(environment, false));
        }
        Optional<Environment> staging = workspace.environments().stream().filter(one -> !one.production()).findFirst();
        List<Phase> phases = new ArrayList<>();
        phases.add(runs(1) && staging.isPresent() ? staging(staging.get(), runs(2)) : notWanted(1, "Testing & Validation"));
        phases.add(runs(2) ? initial() : notWanted(2, "Initial Production"));
        phases.add(runs(3) ? full() : notWanted(3, "Full Production"));
        return phases;
    }

    private Pauses pauses(Environment environment) {
        return new Pauses(owners.getOrDefault(environment.name(), Owners.NOBODY), components(environment));
    }

    private boolean runs(int phase) {
        boolean skipped = phase == 1 && wanted.skipStaging();
        return phase >= wanted.startPhase() && phase <= wanted.endPhase() && !skipped;
    }

    private static Phase notWanted(int number, String title) {
        return new Phase(number, title, "Skipped: not part of this run", List.of());
    }

    private List<Component> components(Environment environment) {
        Workspace there = environment.name().equals(wanted.environment()) ? workspace : known.in(environment.name());
        return there.components().stream().filter(component -> release.artifact(component.name()).isPresent())
                .filter(component -> environment.connections().containsKey(component.platform())).toList();
    }

    private List<Component> components(boolean critical) {
        return components(workspace.environment(wanted.environment()).orElseThrow()).stream()
                .filter(component -> component.critical() == critical).toList();
    }

    private Phase staging(Environment environment, boolean approval) {
        PhaseDraft phase = new PhaseDraft(1, "Testing & Validation", environment.name(), workspace);
        List<String> valid = List.of(inspect(phase, "Validate the environment", Stage.PREPARATION, List.of(),
                Inspection.CONNECTIONS));
        List<String> built = jobs.add(Purpose.BUILD, phase, valid).map(List::of).orElse(valid);
        Pauses here = pauses(environment);
        List<String> deployed = new ComponentSteps(workspace, release, phase, here)
                .deployAll(components(environment), built, " to " + environment.name());
        List<String> base = deployed.isEmpty() ? built : deployed;
        jobs.add(Purpose.UNIT_TESTS, phase, built);
        jobs.add(Purpose.SECURITY_SCAN, phase, built);
        List<String> tested = Stream.of(Purpose.INTEGRATION_TESTS, Purpose.END_TO_END_TESTS)
                .flatMap(purpose -> jobs.add(purpose, phase, base).stream()).toList();
        List<String> shaken = jobs.add(Purpose.CHAOS_TESTS, phase, tested.isEmpty() ? base : tested).map(List::of)
                .orElse(tested.isEmpty() ? base : tested);
        jobs.add(Purpose.LOAD_TEST, phase, shaken);
        here.handBack(phase.ends(), phase);
        if (approval) {
            approve(phase, "Approve production", release.version() + " passed " + environment.name() + ". Go on to production?");
        }
        return phase.phase("Staging");
    }

    private Phase initial() {
        PhaseDraft phase = new PhaseDraft(2, "Initial Production", wanted.environment(), workspace);
        List<String> sound = List.of(inspect(phase, "Check the infrastructure", Stage.INFRASTRUCTURE, List.of(),
                Inspection.INFRASTRUCTURE));
        List<String> saved = jobs.add(Purpose.BACKUP, phase, sound).map(List::of).orElse(sound);
        Optional<String> migrated = jobs.add(Purpose.MIGRATE, phase, saved);
        List<String> verified = migrated.map(id -> List.of(soak(phase, "Database verification period", Stage.DATABASE,
                List.of(id),
                "verification"))).orElse(saved);
        List<String> bounded = apply(phase, "Apply limits", Manifest.Purpose.LIMITS, verified);
        List<String> up = new ComponentSteps(workspace, release, phase, pauses)
                .bringUpAll(components(false), bounded, wanted.canary(), Weight.FULL);
        List<String> base = up.isEmpty() ? bounded : up;
        inspect(phase, "Resource limits and health probes", Stage.KUBERNETES, base, Inspection.LIMITS_AND_PROBES);
        inspect(phase, "Monitoring", Stage.VERIFICATION, base, Inspection.METRICS_ARRIVE);
        if (runs(3)) {
            approve(phase, "Approve critical services", "The non-critical services run " + release.version()
                    + ". Go on to the critical ones?");
        } else {
            pauses.handBack(phase.ends(), phase);
        }
        return phase.phase("Non-critical services");
    }

    private Phase full() {
        PhaseDraft phase = new PhaseDraft(3, "Full Production", wanted.environment(), workspace);
        String ready = inspect(phase, "Redis and other dependencies ready", Stage.INFRASTRUCTURE, List.of(),
                Inspection.DEPENDENCIES);
        ComponentSteps steps = new ComponentSteps(workspace, release, phase, pauses);
        workspace.components().stream().filter(component -> release.artifact(component.name()).isEmpty())
                .forEach(component -> steps.covered(component.name(), ready));
        List<String> up = steps.bringUpAll(components(true), List.of(ready), wanted.canary(), wanted.canaryLimit()
                .orElse(Weight.FULL));
        List<String> base = up.isEmpty() ? List.of(ready) : up;
        List<String> guarded = apply(phase, "Apply network policies", Manifest.Purpose.POLICIES, base);
        inspect(phase, "Network policies", Stage.INFRASTRUCTURE, guarded, Inspection.NETWORK_POLICIES);
        inspect(phase, "SLA monitoring", Stage.VERIFICATION, base, Inspection.METRICS_ARRIVE);
        inspect(phase, "Distributed tracing", Stage.VERIFICATION, base, Inspection.TRACING);
        List<String> ends = phase.ends();
        List<String> smoked = jobs.add(Purpose.SMOKE_TESTS, phase, ends).map(List::of).orElse(ends);
        String stable = soak(phase, "Stabilisation", Stage.VERIFICATION, smoked, "soak");
        List<String> given = pauses.handBack(List.of(stable), phase);
        phase.add("Tell people", Stage.NOTIFICATION, given, "notify", Duration.ofSeconds(5), told ->
                new Step.Notify(told,
                wanted.environment() + " is on " + release.version() + "."));
        return phase.phase("Critical services");
    }

    private String inspect(PhaseDraft phase, String title, Stage stage, List<String> after, Inspection inspection) {
        return phase.add(title, stage, after, "inspect", INSPECT, base -> new Step.Inspect(base, inspection));
    }

    /** One step for each connection of the environment that holds objects; what comes next waits for all of them. */
    private List<String> apply(PhaseDraft phase, String title, Manifest.Purpose purpose, List<String> after) {
        List<Manifest> manifests = workspace.manifests(purpose);
        List<String> holders = workspace.environment(wanted.environment()).orElseThrow().connections().keySet().stream()
                .filter(key -> Region.baseOf(key).equals(HOLDER) && !wanted.leftOut(known).contains(Region.regionOf(key)))
                .toList();
        return manifests.isEmpty() || holders.isEmpty() ? after : holders.stream().map(holder -> phase.add(
                title + holder.substring(HOLDER.length()).replace("@", " in "), Stage.KUBERNETES, after, "inspect", INSPECT,
                base -> new Step.Apply(base, holder, manifests))).toList();
    }

    private String soak(PhaseDraft phase, String title, Stage stage, List<String> after, String key) {
        List<String> watched = workspace.components().stream().map(Component::name)
                .filter(name -> !workspace.objectivesOf(name).isEmpty()).toList();
        Duration hold = workspace.timing(key, SOAK);
        return phase.add(title, stage, after, hold, base -> new Step.Soak(base, hold, watched));
    }

    private void approve(PhaseDraft phase, String title, String question) {
        phase.add(title, Stage.PREPARATION, phase.ends(), "approve", APPROVE, base -> new Step.Approve(base, question));
    }
}
