package com.maily.console.core.engine;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.Optional;

/** What a person told a running deployment; carried out by its conductor, in the order given. */
sealed interface Order {

    Actor by();

    record Pause(String reason, Actor by) implements Order { }
    record Resume(String reason, Actor by) implements Order { }
    record Cancel(String reason, Actor by) implements Order { }
    record Retry(String step, Actor by) implements Order { }
    record Skip(String step, String reason, Actor by) implements Order { }
    record Answer(String step, String gate, boolean approved, String reason, Actor by) implements Order { }

    /** Several canaries are moved as one: all of them, or none. @param to for the moves that name a weight */
    record Canaries(Move move, List<String> components, Optional<Weight> to, String reason, Actor by) implements Order {
        public Canaries {
            components = List.copyOf(components);
        }
    }

    record Unqueue(String component, Actor by) implements Order { }
}
