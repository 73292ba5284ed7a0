package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an application looks like at one moment, to be shown over the wire or in memory. Read under the clock's lock. */
record ArgoView(String name, Workload workload, ObjectNode annotations, @Nullable ObjectNode automated,
        @Nullable ObjectNode operation,
                @Nullable ObjectNode operationState, ArrayNode history, String compared, String sync, String health,
                Instant reconciledAt, long version) { }
