package com.maily.console.core.engine;

import com.maily.console.core.engine.JobSteps.Purpose;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plans the proof that a rollback holds. With several regions each is proved and told of by itself, as soon as it is restored, so
 * that one that does not answer holds up no other.
 */
record RollbackProof(Workspace workspace, Environment environment, String version, Pauses pauses) {

    private static final Duration VERIFY = Duration.ofMinutes(2);
    private static final Duration TELL = Duration.ofSeconds(5);

    /** @param restores the ids of the steps that restore {@code back}, by component */
    Phase phase(List<Component> back, Map<String, String> restores) {
        PhaseDraft phase = new PhaseDraft(2, "Verify", environment.name(), workspace);
        if (environment.regions().isEmpty()) {
            together(phase, back);
        } else {
            apart(phase, back, restores);
        }
        return phase.phase("Objectives, versions and weights read back");
    }

    private void together(PhaseDraft phase, List<Component> back) {
        verify(phase, "Verify the rollback", back, List.of());
        new JobSteps(workspace, version).add(Purpose.SMOKE_TESTS, phase, List.of());
        tell(phase, "Tell people", back, pauses.handBack(back, phase.ends(), phase));
    }

    private void apart(PhaseDraft phase, List<Component> back, Map<String, String> restores) {
        Map<String, List<Component>> places = back.stream().collect(Collectors.groupingBy(RollbackProof::place,
                LinkedHashMap::new, Collectors.toList()));
        places.forEach((place, those) -> {
            List<String> restored = those.stream().map(component -> restores.get(component.name())).toList();
            String verified = verify(phase, "Verify " + place, those, restored);
            tell(phase, "Tell people of " + place, those, pauses.handBack(those, List.of(verified), phase));
        });
        // Jobs run in one region and are held up by no other, unless nothing goes back there.
        List<Component> near = back.stream().filter(one -> one.region().equals(environment.jobs())).toList();
        List<String> after = (near.isEmpty() ? back : near).stream().map(one -> restores.get(one.name())).toList();
        new JobSteps(workspace, version).add(Purpose.SMOKE_TESTS, phase, after);
    }

    /** What has one home is proved by itself. */
    private static String place(Component component) {
        return component.region().isEmpty() ? component.name() : component.region();
    }

    private String verify(PhaseDraft phase, String title, List<Component> those, Collection<String> after) {
        Duration hold = workspace.timing("verification", VERIFY);
        List<String> names = those.stream().map(Component::name).toList();
        return phase.add(title, Stage.VERIFICATION, after, hold, base -> new Step.Soak(base, hold, names));
    }

    private void tell(PhaseDraft phase, String title, List<Component> those, Collection<String> after) {
        String names = Words.list(those.stream().map(Component::name).toList());
        phase.add(title, Stage.NOTIFICATION, after, "notify", TELL, base -> new Step.Notify(base,
                names + " in " + environment.name() + " rolled back to " + version + "."));
    }
}
