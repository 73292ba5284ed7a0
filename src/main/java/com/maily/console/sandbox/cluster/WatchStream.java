package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.Subscription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One watch on the wire: JSON lines until its time is up. Its time limits are the connection's, in the wall's time. */
final class WatchStream {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final long BOOKMARK_EVERY = Duration.ofSeconds(60).toNanos();
    private static final long LAST_BOOKMARK = Duration.ofSeconds(2).toNanos();
    private static final int LONGEST = 1_800;

    private final Cluster cluster;
    private final Target target;
    private final Call call;
    private final Shape shape;
    private final Predicate<ObjectNode> wanted;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private boolean headed = true;

    WatchStream(Cluster cluster, Target target, Call call) {
        this.cluster = cluster;
        this.target = target;
        this.call = call;
        this.shape = Shape.of(call.accept());
        this.wanted = ListReader.matching(target, call);
        if (call.flag("sendInitialEvents") && call.parameter("resourceVersionMatch").isEmpty()) {
            throw ApiError.invalid("meta.k8s.io", "ListOptions", "", List.of(new Cause("FieldValueForbidden", "Forbidden: "
                    + "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan", "resourceVersionMatch")));
        }
        String version = call.parameter("resourceVersion");
        if (!version.isEmpty()) {
            ListReader.parse(version);
        }
    }

    /** Writes until the time is up, {@code ended} says so, or the client is gone. */
    void run(OutputStream out, BooleanSupplier ended) throws IOException, InterruptedException {
        List<String> first = new ArrayList<>();
        boolean[] expired = new boolean[1];
        try (Subscription subscription = cluster.clock().locked(() -> open(first, expired))) {
            for (String line : first) {
                write(out, line);
            }
            if (!expired[0]) {
                follow(out, ended);
            }
        }
    }

    /** The present or the missed changes, and the subscription to the next ones, in one moment. */
    private Subscription open(List<String> first, boolean[] expired) {
        String version = call.parameter("resourceVersion");
        boolean present = version.isEmpty() || version.equals("0") || call.flag("sendInitialEvents");
        if (present) {
            cluster.store().all(target.kind(), target.namespace()).stream().filter(wanted)
                    .forEach(object -> first.add(line("ADDED", object)));
            if (call.flag("sendInitialEvents") && call.flag("allowWatchBookmarks")) {
                first.add(bookmark(true));
            }
        } else {
            try {
                cluster.store().since(target.kind(), Long.parseLong(version)).stream().filter(this::here)
                        .forEach(change -> tell(change).ifPresent(first::add));
            } catch (ApiError tooOld) {
                first.add(Json.object().put("type", "ERROR").<ObjectNode>set("object", tooOld.status()).toString());
                expired[0] = true;
            }
        }
        long from = present || version.isEmpty() ? 0 : Long.parseLong(version);
        return cluster.watch(target.kind(), target.namespace(), change -> {
            if (change.version() > from) {
                changes.add(change);
            }
        });
    }

    private void follow(OutputStream out, BooleanSupplier ended) throws IOException, InterruptedException {
        String limit = call.parameter("timeoutSeconds");
        long seconds = limit.matches("\\d{1,6}") ? Math.min(LONGEST, Long.parseLong(limit)) : LONGEST;
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long nextBookmark = System.nanoTime() + BOOKMARK_EVERY;
        boolean lastSent = seconds <= 2;
        while (System.nanoTime() < end && !ended.getAsBoolean()) {
            Change change = changes.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (change != null) {
                Optional<String> line = tell(change);
                if (line.isPresent()) {
                    write(out, line.get());
                }
                continue;
            }
            cluster.clock().locked(() -> { });
            boolean last = !lastSent && end - System.nanoTime() < LAST_BOOKMARK;
            if (call.flag("allowWatchBookmarks") && changes.isEmpty() && (last || System.nanoTime() > nextBookmark)) {
                lastSent |= last;
                nextBookmark = System.nanoTime() + BOOKMARK_EVERY;
                write(out, bookmark(false));
            }
        }
    }

    private boolean here(Change change) {
        return target.namespace().isEmpty() || Meta.namespace(change.object()).equals(target.namespace());
    }

    /** An object that starts to match a selector comes as added, one that stops as deleted. */
    private Optional<String> tell(Change change) {
        boolean is = wanted.test(change.object());
        ObjectNode before = change.before();
        boolean was = before != null && wanted.test(before);
        return switch (change.type()) {
            case ADDED -> is ? Optional.of(line("ADDED", change.object())) : Optional.empty();
            case DELETED -> was ? Optional.of(line("DELETED", change.object())) : Optional.empty();
            case MODIFIED -> is ? Optional.of(line(was ? "MODIFIED" : "ADDED", change.object()))
                    : was && before != null ? Optional.of(line("DELETED", left(before, change.version()))) : Optional.empty();
        };
    }

    private static ObjectNode left(ObjectNode before, long version) {
        ObjectNode last = before.deepCopy();
        Meta.of(last).put("resourceVersion", Long.toString(version));
        return last;
    }

    private String line(String type, ObjectNode object) {
        ObjectNode shown = shape.one(target.kind(), object, call.parameter("includeObject"), cluster.clock().instant(), headed);
        headed = false;
        return Json.object().put("type", type).<ObjectNode>set("object", shown).toString();
    }

    private String bookmark(boolean initial) {
        ObjectNode object = Json.object().put("kind", target.kind().name()).put("apiVersion", target.kind().apiVersion());
        ObjectNode meta = Json.child(object, "metadata").put("resourceVersion", Long.toString(cluster.version()));
        if (initial) {
            Json.child(meta, "annotations").put("k8s.io/initial-events-end", "true");
        }
        return Json.object().put("type", "BOOKMARK").<ObjectNode>set("object",
                shape == Shape.TABLE ? Tables.of(target.kind(), List.of(), meta, "None", cluster.clock().instant(), false)
                        : object).toString();
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
