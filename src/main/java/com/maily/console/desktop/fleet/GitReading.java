package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.SourceState;
import java.util.Map;
import java.util.Optional;

/**
 * What the GitOps controller of the window's environment last said.
 *
 * @param states by component name; one it does not own is absent
 */
record GitReading(Map<String, GitOpsState> states, SourceState source, Optional<Failure> failure) {
    GitReading {
        states = Map.copyOf(states);
    }
}
