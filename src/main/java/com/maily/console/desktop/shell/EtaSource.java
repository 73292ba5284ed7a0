package com.maily.console.desktop.shell;

import com.maily.console.core.engine.Eta;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import java.time.Instant;
import java.util.Optional;

/** Who knows when a run will end. Pure and quick. */
@FunctionalInterface
public interface EtaSource {
    Optional<Eta> of(Deployment deployment, History history, Instant now);
}
