package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be rolled back.
 *
 * @param left    names of the components that are left as they are
 * @param version which bundle, empty for the previous one
 */
record RollbackChoice(Set<String> left, Optional<String> version) {

    static final RollbackChoice EVERYTHING = new RollbackChoice(Set.of(), Optional.empty());

    RollbackChoice {
        left = Set.copyOf(left);
    }

    boolean includes(String component) {
        return !left.contains(component);
    }

    RollbackChoice with(String component, boolean included) {
        Set<String> next = new LinkedHashSet<>(left);
        if (included) {
            next.remove(component);
        } else {
            next.add(component);
        }
        return new RollbackChoice(next, version);
    }

    RollbackChoice to(Optional<String> bundle) {
        return new RollbackChoice(left, bundle);
    }

    /** @param reason recorded in the journal */
    Commands.Undo undo(String environment, Workspace workspace, String reason) {
        List<String> chosen = left.isEmpty() ? List.of()
                : workspace.components().stream().map(Component::name).filter(this::includes).toList();
        return new Commands.Undo(environment, chosen, version, reason);
    }
}
