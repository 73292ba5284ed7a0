package com.maily.console.platforms.resilient;

import com.maily.console.core.port.ServiceLevels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Another system's service levels over a connection that fails now and then. */
public record ResilientServiceLevels(ServiceLevels inner, Connection connection) implements ServiceLevels {

    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public List<Level> now() {
        return connection.read(inner::now);
    }

    @Override
    public Past over(String id, Instant from, Instant to, Optional<Double> target) {
        return connection.read(() -> inner.over(id, from, to, target));
    }
}
