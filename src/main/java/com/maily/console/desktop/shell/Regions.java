package com.maily.console.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Moves the focus from one part of the window to the next. */
final class Regions {
    private Regions() {
    }

    static void next(Scene scene, List<? extends Parent> regions) {
        int present = -1;
        for (int index = 0; index < regions.size(); index++) {
            present = within(scene.getFocusOwner(), regions.get(index)) ? index : present;
        }
        for (int step = 1; step <= regions.size(); step++) {
            Optional<Node> target = first(regions.get((present + step + regions.size()) % regions.size()));
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private static boolean within(Node node, Parent region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            Optional<Node> found = child.isFocusTraversable() ? Optional.of(child)
                    : child instanceof Parent inner ? first(inner) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
