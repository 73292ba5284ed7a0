package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockSightings;
import com.maily.console.core.port.LockState;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The lock in memory: the same Lease in the sandbox's cluster that consoles find over the wire. */
public final class SandboxLock implements EnvironmentLock {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final String NOTE = "maily.dev/lock-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Place place;
    private final String name;
    private final String identity;
    private final LockSightings sightings = new LockSightings();

    /** @param name of the Lease; @param identity unique among all consoles */
    public SandboxLock(Cluster cluster, SandboxClock clock, String namespace, String name, String identity) {
        this.place = new Place(cluster, clock, namespace);
        this.name = name;
        this.identity = identity;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public LockState observe() {
        return place.clock().locked(() -> place.find(Kinds.LEASES, name).map(this::state).orElseGet(() ->
                new LockState(Optional.empty(), Optional.empty(), 0, "", place.now(), place.now())));
    }

    @Override
    public LockState hold(LockState seen, LockClaim claim) {
        return place.clock().locked(() -> unlessOvertaken(() -> {
            if (seen.version().isEmpty()) {
                ObjectNode object = Read.object().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
                object.putObject("metadata").put("name", name);
                object.putObject("spec").put("leaseTransitions", -1);
                place.create(Kinds.LEASES, taken(object, claim));
            } else {
                place.find(Kinds.LEASES, name).filter(object -> version(object).equals(seen.version()))
                        .ifPresent(object -> place.update(Kinds.LEASES, taken(object, claim)));
            }
        }));
    }

    @Override
    public LockState release(LockState held) {
        return place.clock().locked(() -> unlessOvertaken(() -> place.find(Kinds.LEASES, name)
                .filter(object -> holder(object).equals(identity)).ifPresent(object -> {
                    ObjectNode after = object.deepCopy();
                    after.withObject("/spec").put("holderIdentity", "").put("renewTime", TIME.format(place.now()));
                    place.update(Kinds.LEASES, after);
                })));
    }

    private LockState unlessOvertaken(Runnable write) {
        try {
            write.run();
        } catch (FailureException refused) {
            if (!(refused.failure() instanceof Failure.Conflict)) {
                throw refused;
            }
        }
        return observe();
    }

    private ObjectNode taken(ObjectNode before, LockClaim claim) {
        ObjectNode object = before.deepCopy();
        object.withObject("/metadata").withObject("/annotations").put(NOTE + "identity", identity).put(NOTE + "owner",
                claim.owner())
                .put(NOTE + "reason", claim.reason()).put(NOTE + "console", claim.console()).put(NOTE + "deployment",
                claim.deployment());
        ObjectNode spec = object.withObject("/spec");
        if (!holder(object).equals(identity)) {
            spec.put("acquireTime", TIME.format(place.now())).put("leaseTransitions", spec.path("leaseTransitions").asLong() + 1);
        }
        spec.put("holderIdentity", identity).put("leaseDurationSeconds", (int) LEASE.toSeconds()).put("renewTime",
                TIME.format(place.now()));
        return object;
    }

    private LockState state(JsonNode object) {
        Instant now = place.now();
        String holder = holder(object);
        Optional<LockHolder> held = Optional.of(holder).filter(one -> !one.isEmpty()).map(one -> described(object, one));
        Optional<LockHolder> before = Optional.of(Read.annotation(object, NOTE + "identity"))
                .filter(one -> held.isEmpty() && !one.isEmpty()).map(one -> described(object, one));
        return new LockState(held, before, Read.at(object, "spec", "leaseTransitions").asLong(), version(object),
                held.map(one -> sightings.until(one, identity, now)).orElse(now), now);
    }

    private static LockHolder described(JsonNode object, String holder) {
        boolean known = Read.annotation(object, NOTE + "identity").equals(holder);
        LockClaim claim = known ? new LockClaim(Read.annotation(object, NOTE + "owner"), Read.annotation(object, NOTE + "reason"),
                Read.annotation(object, NOTE + "console"), Read.annotation(object, NOTE + "deployment"))
                : new LockClaim("", "", "", "");
        return new LockHolder(holder, claim, time(object, "acquireTime"), time(object, "renewTime"),
                Duration.ofSeconds(Read.number(object, "spec", "leaseDurationSeconds")));
    }

    private static Instant time(JsonNode object, String field) {
        String text = Read.text(object, "spec", field);
        return text.isEmpty() ? Instant.EPOCH : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    private static String holder(JsonNode object) {
        return Read.text(object, "spec", "holderIdentity");
    }

    private static String version(JsonNode object) {
        return Read.text(object, "metadata", "resourceVersion");
    }
}
