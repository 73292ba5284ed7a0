package com.maily.console.desktop.shell;

import com.maily.console.desktop.widget.State;

/** How many things on a screen need a person, and how bad the worst is. */
public record Badge(long count, State state) {
    public static final Badge NONE = new Badge(0, State.DONE);
}
