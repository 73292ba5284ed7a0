package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.ApiError;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One namespace of the sandbox's cluster, which answers in {@link Failure}s. */
record Place(Cluster cluster, SandboxClock clock, String namespace) {

    private static final String MANAGER = "maily-console";

    ObjectNode deployment(String name) {
        return call("Reading deployment/" + name, () -> cluster.read(Kinds.DEPLOYMENTS, namespace, name));
    }

    Optional<ObjectNode> find(Kind kind, String name) {
        return list(kind).stream().filter(object -> Read.name(object).equals(name)).findFirst();
    }

    List<ObjectNode> list(Kind kind) {
        return call("Listing " + kind.plural(), () -> cluster.list(kind, namespace, ""));
    }

    void create(Kind kind, JsonNode object) {
        call("Creating " + kind.singular() + "/" + Read.name(object),
                () -> cluster.create(kind, namespace, object, Write.by(MANAGER)));
    }

    /** Replaces it, when it is still of the version that {@code object} carries. */
    JsonNode update(Kind kind, JsonNode object) {
        return call("Changing " + kind.singular() + "/" + Read.name(object),
                () -> cluster.update(kind, namespace, Read.name(object), object, Write.by(MANAGER)));
    }

    void patch(Kind kind, String name, String subresource, PatchKind patchKind, JsonNode body) {
        call("Changing " + kind.singular() + "/" + name,
                () -> cluster.patch(kind, namespace, name, subresource, patchKind, body, MANAGER));
    }

    void scale(String deployment, int replicas) {
        patch(Kinds.DEPLOYMENTS, deployment, "scale", PatchKind.MERGE, Read.parse("{\"spec\":{\"replicas\":" + replicas + "}}"));
    }

    Instant now() {
        return clock.instant();
    }

    String kubectl(String command) {
        return "kubectl -n " + namespace + " " + command;
    }

    <T> T call(String action, Supplier<T> request) {
        try {
            return request.get();
        } catch (ApiError error) {
            throw new FailureException(failure(action + " failed", error), error);
        }
    }

    private static Failure failure(String what, ApiError error) {
        String why = error.getMessage() + ".";
        return switch (error.code()) {
            case 404, 410 -> new Failure.Missing(what, why, "Check the name and the environment.");
            case 409 -> new Failure.Conflict(what, why, "Look at what was changed, then try again.");
            default -> error.code() >= 500 ? new Failure.Unreachable(what, why, "Try again soon.")
                    : new Failure.Rejected(what, why, "Correct what is named and try again.");
        };
    }
}
