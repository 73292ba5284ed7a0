package com.maily.console.platforms.resilient;

import com.maily.console.core.port.Mutes;
import java.util.List;

/** Mutes of a monitoring system over a connection that fails now and then. */
public record ResilientMutes(Mutes inner, Connection connection) implements Mutes {

    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public List<Mute> of(String deployment) {
        return connection.read(() -> inner.of(deployment));
    }

    @Override
    public String mute(Window window) {
        return connection.write(() -> inner.mute(window));
    }

    @Override
    public String unmute(Mute mute) {
        return connection.write(() -> inner.unmute(mute));
    }
}
