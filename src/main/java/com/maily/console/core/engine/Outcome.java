package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import java.time.Duration;

/** What one look at a step came to. */
sealed interface Outcome {

    /** The world is as the step wants it. @param proof what was read back that shows it */
    record Done(String proof) implements Outcome { }

    /** Not yet. @param note what it waits for, journalled when it changes, so without counters that change by themselves */
    record Waiting(String note, Duration recheckAfter) implements Outcome { }

    record Failed(Failure failure) implements Outcome { }

    /** A person must say yes. @param gate unique within the step */
    record Ask(String gate, String question) implements Outcome { }

    /** Policy stops here until a person retries, skips or rolls back; the step is still watched. */
    record Held(String why) implements Outcome { }
}
