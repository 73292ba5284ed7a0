package com.maily.console.platforms.resilient;

import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.Announcer;

/** A tool that is told of deployments, over a connection that fails now and then. */
public record ResilientAnnouncer(Announcer inner, Connection connection) implements Announcer {

    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public String announce(Announcement announcement) {
        return connection.write(() -> inner.announce(announcement));
    }
}
