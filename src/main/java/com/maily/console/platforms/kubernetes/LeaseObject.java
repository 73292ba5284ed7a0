package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A Lease as the lock reads and writes it; pure. Fields that are not ours are kept. */
final class LeaseObject {

    static final String API = "coordination.k8s.io/v1";
    static final String KIND = "Lease";
    private static final String PREFIX = "maily.dev/lock-";
    /** Kubernetes' MicroTime: six fraction digits, no more and no fewer; anything else is refused. */
    private static final DateTimeFormatter MICRO_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LeaseObject() { }

    static String microTime(Instant at) {
        return MICRO_TIME.format(at);
    }

    /** @param before what it is written over, empty when there is none yet */
    static ObjectNode held(Optional<JsonNode> before, String name, String identity, LockClaim claim, Duration lease,
                           Instant now) {
        ObjectNode object = before.<ObjectNode>map(JsonNode::deepCopy)
                .orElseGet(() -> Serialization.jsonMapper().createObjectNode()
                .put("apiVersion", API).put("kind", KIND));
        boolean goesOn = holder(object).filter(identity::equals).isPresent();
        ObjectNode metadata = object.withObject("/metadata").put("name", name);
        metadata.withObject("/annotations").put(PREFIX + "owner", claim.owner()).put(PREFIX + "reason", claim.reason())
                .put(PREFIX + "console", claim.console()).put(PREFIX + "deployment", claim.deployment())
                .put(PREFIX + "identity", identity);
        ObjectNode spec = object.withObject("/spec").put("holderIdentity", identity)
                .put("leaseDurationSeconds", (int) lease.toSeconds()).put("renewTime", microTime(now));
        if (!goesOn) {
            spec.put("acquireTime", microTime(now)).put("leaseTransitions", before.isEmpty() ? 0 : transitions(object) + 1);
        }
        return object;
    }

    /** Who held it stays in the annotations, so that whoever lost it can tell to whom. */
    static ObjectNode released(JsonNode before, Instant now) {
        ObjectNode object = before.deepCopy();
        object.withObject("/spec").put("holderIdentity", "").put("renewTime", microTime(now));
        return object;
    }

    static LockState state(JsonNode object, LeaseUntil until, Instant now) {
        Optional<LockHolder> holder = holder(object).map(identity -> described(object, identity));
        return new LockState(holder, holder.isPresent() ? Optional.empty() : before(object), transitions(object),
                object.at("/metadata/resourceVersion").asText(), holder.map(until::of).orElse(now), now);
    }

    /** When a lease is over on our clock. */
    interface LeaseUntil {
        Instant of(LockHolder holder);
    }

    private static Optional<String> holder(JsonNode object) {
        return Optional.of(object.at("/spec/holderIdentity").asText("")).filter(identity -> !identity.isEmpty());
    }

    private static Optional<LockHolder> before(JsonNode object) {
        return Optional.of(annotation(object, "identity")).filter(identity -> !identity.isEmpty())
                .map(identity -> described(object, identity));
    }

    /** What the annotations say is only about the one they name: another tool may have taken it since. */
    private static LockHolder described(JsonNode object, String identity) {
        boolean ours = annotation(object, "identity").equals(identity);
        LockClaim claim = ours ? new LockClaim(annotation(object, "owner"), annotation(object, "reason"),
                annotation(object, "console"), annotation(object, "deployment")) : new LockClaim("", "", "", "");
        return new LockHolder(identity, claim, time(object, "acquireTime"), time(object, "renewTime"),
                Duration.ofSeconds(Math.max(1, object.at("/spec/leaseDurationSeconds").asLong())));
    }

    private static String annotation(JsonNode object, String name) {
        return object.path("metadata").path("annotations").path(PREFIX + name).asText("");
    }

    private static long transitions(JsonNode object) {
        return object.at("/spec/leaseTransitions").asLong();
    }

    private static Instant time(JsonNode object, String field) {
        try {
            return Instant.parse(object.path("spec").path(field).asText()).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException absent) {
            return Instant.EPOCH;
        }
    }
}
