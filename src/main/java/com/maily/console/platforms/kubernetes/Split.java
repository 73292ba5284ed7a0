package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import java.util.List;
import java.util.Map;

/** How one object splits traffic, and what to change in it to split otherwise. */
interface Split {

    /** The canary's share; the largest one where several rules differ, since that is how many users may meet it. */
    Weight canaryShare();

    /** Whether every rule says so. */
    boolean isAt(Weight weight);

    Reach reach();

    /** The operations of a JSON Patch. @param percent one of {@link #reach} */
    List<Map<String, Object>> changes(int percent);

    static Map<String, Object> operation(String op, String path, Object value) {
        return Map.of("op", op, "path", path, "value", value);
    }
}
