package com.maily.console.desktop.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData;
import java.util.List;
import java.util.Optional;

/**
 * One card of the SLA screen: an objective of a component, from every source that measures it.
 *
 * @param id       tells it from all other charts
 * @param key      the objective's own
 * @param value    the newest value with its unit, {@code –} when nobody knows it
 * @param detail   the target and how far from it
 * @param sampled  how old the newest sample itself is: an answer of just now may bring an old one
 * @param query    what was asked, shown beside an error
 * @param failure  why there is nothing newer
 */
record SlaChart(String id, String key, String component, String title, State state, String value, String detail,
                TimeChartData data, SourceState source, SourceState sampled, String query, List<String> warnings,
                Optional<Failure> failure) {

    SlaChart {
        warnings = List.copyOf(warnings);
    }
}
