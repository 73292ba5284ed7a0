package com.maily.console.desktop.sla;

import com.maily.console.core.port.Links;
import com.maily.console.desktop.widget.ChartTime;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** What can be chosen and asked for on the SLA screen. */
interface SlaActions {

    void choose(SlaChoice choice);

    void range(SlaRange range);

    /** @param known called on the FX thread with where else that place can be looked at, once that is known */
    void links(Links.Place place, Consumer<List<Links.Link>> known);

    void open(URI page);

    /** Opens the search of what a component wrote in that time. */
    void searchLogs(String component, ChartTime.Span span);
}
