package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.Track;
import java.time.Duration;

/**
 * Fills the placeholders of an objective's queries, so that the same objective serves every environment, both tracks and any
 * window.
 */
public final class ObjectiveQuery {

    private static final String TRACK = "${track}";

    private ObjectiveQuery() { }

    public static String value(Objective objective, String environment, Track track, Duration window) {
        return fill(objective.query(), objective, environment, track, window);
    }

    public static String samples(Objective objective, String environment, Track track, Duration window) {
        return fill(objective.samples(), objective, environment, track, window);
    }

    /** All bad requests in the window, whichever track they went to; empty where nothing is counted. */
    public static String bad(Objective objective, String environment, Duration window) {
        return objective.counted() == null ? "" : ofAll(objective.counted().bad(), objective, environment, window);
    }

    /** All requests in the window, whichever track they went to; empty where nothing is counted. */
    public static String total(Objective objective, String environment, Duration window) {
        return objective.counted() == null ? "" : ofAll(objective.counted().total(), objective, environment, window);
    }

    /** All traffic is asked for with a matching label, since an equal one can only name one track. */
    static String ofAll(String query, Objective objective, String environment, Duration window) {
        return fill(query.replace("=\"" + TRACK + "\"", "=~\"" + TRACK + "\"").replace(TRACK, "${tracks}"), objective,
                environment, Track.STABLE, window);
    }

    public static String bad(Objective objective, Objective.Counted counted, String environment, Track track, Duration window) {
        return fill(counted.bad(), objective, environment, track, window);
    }

    public static String total(Objective objective, Objective.Counted counted, String environment, Track track, Duration window) {
        return fill(counted.total(), objective, environment, track, window);
    }

    /** @param limit as the source writes it */
    static String above(Objective objective, Objective.Tail tail, String limit, String environment, Track track,
            Duration window) {
        return fill(tail.above(), objective, environment, track, window).replace("${limit}", limit);
    }

    /** Whether the objective can tell one track from the other. */
    static boolean tellsTracksApart(Objective objective) {
        return objective.query().contains(TRACK);
    }

    private static String fill(String query, Objective objective, String environment, Track track, Duration window) {
        return query.replace("${component}", Region.baseOf(objective.component()))
                .replace("${region}", Region.regionOf(objective.component()))
                .replace("${environment}", environment)
                .replace("${tracks}", "stable|canary")
                .replace(TRACK, track.key())
                .replace("${window}", Math.max(1, window.toSeconds()) + "s");
    }
}
