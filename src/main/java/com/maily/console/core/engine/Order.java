package com.maily.console.core.engine;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;

/** What a person told a running deployment; carried out by its conductor, in the order given. */
sealed interface Order {

    Actor by();

    record Pause(String reason, Actor by) implements Order { }
    record Resume(String reason, Actor by) implements Order { }
    record Cancel(String reason, Actor by) implements Order { }
    record Retry(String step, Actor by) implements Order { }
    record Skip(String step, String reason, Actor by) implements Order { }
    record Answer(String step, String gate, boolean approved, String reason, Actor by) implements Order { }
    record Shift(String step, Weight to, Actor by) implements Order { }
}
