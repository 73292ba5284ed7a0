package com.maily.console.sandbox.grafana;

import java.util.List;

/** An annotation; a region where it ends later than it begins. Times in milliseconds, as Grafana has them. */
public record Mark(long id, long time, long timeEnd, String text, List<String> tags, String dashboard) {

    public Mark {
        tags = List.copyOf(tags);
    }
}
