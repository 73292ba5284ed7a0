package com.maily.console.platforms.resilient;

import com.maily.console.core.port.LogSearch;

/** A log search over a connection that fails now and then. */
public record ResilientLogSearch(LogSearch inner, Connection connection) implements LogSearch {

    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public Hits search(Query query) {
        return connection.read(() -> inner.search(query));
    }
}
