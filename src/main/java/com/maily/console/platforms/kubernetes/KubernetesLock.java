package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockSightings;
import com.maily.console.core.port.LockState;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An environment's lock as a Lease, by the rules of Kubernetes' own leader election: each write carries the version it was made
 * from, a conflict means that somebody else was faster, and a lease is over when it was not seen to be renewed for its duration.
 */
public final class KubernetesLock implements EnvironmentLock {

    private final KubernetesConnection connection;
    private final String name;
    private final String identity;
    private final Duration lease;
    private final LockSightings sightings = new LockSightings();

    /** @param name of the Lease; @param identity unique among all consoles */
    public KubernetesLock(KubernetesConnection connection, String name, String identity, Duration lease) {
        this.connection = connection;
        this.name = name;
        this.identity = identity;
        this.lease = lease;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public LockState observe() {
        return find().map(this::state).orElseGet(() -> {
            Instant now = connection.now();
            return new LockState(Optional.empty(), Optional.empty(), 0, "", now, now);
        });
    }

    @Override
    public LockState hold(LockState seen, LockClaim claim) {
        Instant now = connection.now();
        if (seen.version().isEmpty()) {
            return unlessOvertaken(false, () ->
                    state(create(LeaseObject.held(Optional.empty(), name, identity, claim, lease, now))));
        }
        return unlessOvertaken(true, () -> find().filter(object -> version(object).equals(seen.version()))
                .map(object -> state(update(LeaseObject.held(Optional.of(object), name, identity, claim, lease, now), seen)))
                .orElseGet(this::observe));
    }

    @Override
    public LockState release(LockState held) {
        return unlessOvertaken(true, () -> find().filter(object -> state(object).heldBy(identity))
                .map(object -> state(update(LeaseObject.released(object, connection.now()), state(object))))
                .orElseGet(this::observe));
    }

    private Optional<JsonNode> find() {
        return Optional.ofNullable(connection.call("Reading the lock lease/" + name, () -> connection.client()
                .genericKubernetesResources(LeaseObject.API, LeaseObject.KIND).inNamespace(connection.namespace()).withName(name)
                .get())).map(Serialization.jsonMapper()::valueToTree);
    }

    private JsonNode create(ObjectNode object) {
        return Serialization.jsonMapper().valueToTree(connection.call("Taking the lock lease/" + name, () -> connection.client()
                .resource(generic(object)).inNamespace(connection.namespace()).create()));
    }

    /** A PUT that only counts when nobody wrote since {@code seen}. */
    private JsonNode update(ObjectNode object, LockState seen) {
        return Serialization.jsonMapper().valueToTree(connection.call("Writing the lock lease/" + name, () -> connection.client()
                .resource(generic(object)).inNamespace(connection.namespace()).lockResourceVersion(seen.version()).update()));
    }

    private static GenericKubernetesResource generic(ObjectNode object) {
        return Serialization.jsonMapper().convertValue(object, GenericKubernetesResource.class);
    }

    /** Somebody who was faster, or took the object away, has decided; what they made of it is the answer. */
    private LockState unlessOvertaken(boolean there, Supplier<LockState> write) {
        try {
            return write.get();
        } catch (FailureException refused) {
            if (refused.failure() instanceof Failure.Conflict || there && refused.failure() instanceof Failure.Missing) {
                return observe();
            }
            throw refused;
        }
    }

    private LockState state(JsonNode object) {
        Instant now = connection.now();
        return LeaseObject.state(object, holder -> sightings.until(holder, identity, now), now);
    }

    private static String version(JsonNode object) {
        return object.at("/metadata/resourceVersion").asText();
    }
}
