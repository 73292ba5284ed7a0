package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether our account may do what people can ask for, known before anything is sent, so that nothing is offered that would be
 * refused half-way. Answers are kept for a while and asked for again after a refusal or with other credentials.
 */
public interface Rights {

    /** What people can ask of a platform. The last ones concern a whole environment, the others one component. */
    enum Action {
        SET_IMAGE("Setting the image"), SCALE("Scaling"), UNDO("Undoing"), SHIFT("Moving traffic"), DELETE("Deleting"),
        READ_PODS("Watching pods"), READ_LOGS("Reading logs"), START_JOB("Starting a job"), LOCK("Locking the environment");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        /** As it starts a sentence: {@code Setting the image}. */
        public String words() {
            return words;
        }
    }

    /** Asks the platform unless it was asked lately. Blocks; a platform that does not answer makes it unknown, never an exception. */
    Permission may(Component component, Action action);

    /** The same for what concerns no single component. */
    Permission may(Action action);

    /** What is known without asking anybody; never blocks. */
    Permission known(Component component, Action action);

    /** Why each of these must not even be tried; what may be, or nobody can tell, is not in it. Blocks like {@link #may}. */
    default Map<Action, Failure> denied(Component component, Set<Action> asked) {
        Map<Action, Failure> denied = new EnumMap<>(Action.class);
        asked.forEach(action -> may(component, action).refusal().ifPresent(why -> denied.put(action, why)));
        return denied;
    }

    /** Each component's rights where it lives. @param whole for what concerns no single component */
    static Rights each(Function<Component, Rights> of, Rights whole) {
        return new Rights() {
            @Override
            public Permission may(Component component, Action action) {
                return of.apply(component).may(component, action);
            }

            @Override
            public Permission may(Action action) {
                return whole.may(action);
            }

            @Override
            public Permission known(Component component, Action action) {
                return of.apply(component).known(component, action);
            }
        };
    }

    /** For platforms that don't tell beforehand. */
    Rights UNTOLD = new Rights() {
        @Override
        public Permission may(Component component, Action action) {
            return new Permission.Unknown("The platform of " + component.name() + " does not tell before it is asked.",
                    Instant.EPOCH);
        }

        @Override
        public Permission may(Action action) {
            return new Permission.Unknown("The platform does not tell before it is asked.", Instant.EPOCH);
        }

        @Override
        public Permission known(Component component, Action action) {
            return may(component, action);
        }
    };
}
