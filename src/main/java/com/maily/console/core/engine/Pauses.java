package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.GitOpsState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans what keeps GitOps controllers from undoing a run in one environment: each application is paused once, before it is
 * touched.
 */
final class Pauses {

    private static final Duration MOMENT = Duration.ofSeconds(10);

    private final Owners owners;
    private final List<Component> changed;
    private final Map<String, String> steps = new LinkedHashMap<>();

    /** @param changed everything the run changes in that environment */
    Pauses(Owners owners, List<Component> changed) {
        this.owners = owners;
        this.changed = changed;
    }

    /** What a step that changes the component must wait for, its application's pause included. */
    List<String> before(Component component, Collection<String> after, PhaseDraft phase) {
        List<String> all = new ArrayList<>(after);
        owners.of(component.name()).filter(owner -> owner.autoSync().on()).ifPresent(owner -> {
            String known = steps.get(owner.application());
            if (known == null) {
                known = phase.add("Pause auto-sync of " + owner.application(), Stage.PREPARATION, after, "gitops", MOMENT,
                        base -> new Step.PauseAutoSync(base, owner.application(), changedIn(owner)));
                steps.put(owner.application(), known);
            }
            all.add(known);
        });
        return all.stream().distinct().toList();
    }

    List<String> handBack(Collection<String> after, PhaseDraft phase) {
        return handBack(changed, after, phase);
    }

    /** Gives back what was paused around {@code those}, by this run or an earlier one, as the last thing of a phase. */
    List<String> handBack(List<Component> those, Collection<String> after, PhaseDraft phase) {
        List<String> given = paused(those).map(application -> phase.add("Restore auto-sync of " + application,
                Stage.VERIFICATION, after, "gitops", MOMENT,
                base -> new Step.RestoreAutoSync(base, application, changedIn(application)))).toList();
        return given.isEmpty() ? List.copyOf(after) : given;
    }

    private Stream<String> paused(List<Component> those) {
        return those.stream().flatMap(component -> owners.of(component.name()).stream()).map(GitOpsState::application).distinct()
                .filter(application -> steps.containsKey(application) || owners.left().contains(application));
    }

    private List<String> changedIn(GitOpsState owner) {
        return changedIn(owner.application());
    }

    private List<String> changedIn(String application) {
        return changed.stream().map(Component::name).filter(name -> owners.of(name).map(GitOpsState::application)
                .equals(Optional.of(application))).toList();
    }
}
