package com.maily.console.sandbox.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One request for a container's log, whole or followed. */
final class LogStream {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;
    private final Target target;
    private final Call call;
    private final LogRange range;
    private final List<ImageBehaviour.LogLine> first;

    /** @throws ApiError when there is no such log */
    LogStream(Cluster cluster, Target target, Call call) {
        this.cluster = cluster;
        this.target = target;
        this.call = call;
        this.range = range(call, target.name(), cluster.clock().instant());
        this.first = read(range);
    }

    /** The lines there are; a pod that is not on a node yet has none and says so with 204. */
    Answer once() {
        boolean placed = !Json.text(cluster.read(Kinds.PODS, target.namespace(), target.name()), "spec", "nodeName").isEmpty();
        if (!placed) {
            return new Answer(204, "text/plain", new byte[0], Map.of());
        }
        byte[] text = text(first);
        String limit = call.parameter("limitBytes");
        byte[] cut = limit.matches("\\d{1,9}") ? Arrays.copyOf(text, Math.min(text.length, Integer.parseInt(limit))) : text;
        return new Answer(200, "text/plain", cut, Map.of());
    }

    /** Writes lines as they come until the pod has ended and all are written, it is gone, or {@code ended} says so. */
    void follow(OutputStream out, BooleanSupplier ended) throws IOException, InterruptedException {
        List<ImageBehaviour.LogLine> lines = first;
        LogRange next = range;
        while (!ended.getAsBoolean()) {
            out.write(text(lines));
            out.flush();
            next = new LogRange(lines.isEmpty() ? next.since() : lines.getLast().at(), Integer.MAX_VALUE, range.previous());
            Thread.sleep(POLL);
            try {
                // Asked first, so that what the pod wrote last is read after it.
                boolean over = PodStatus.ended(cluster.read(Kinds.PODS, target.namespace(), target.name()));
                lines = read(next);
                if (over && lines.isEmpty()) {
                    return;
                }
            } catch (ApiError gone) {
                return;
            }
        }
    }

    private List<ImageBehaviour.LogLine> read(LogRange from) {
        return cluster.log(target.namespace(), target.name(), call.parameter("container"), from);
    }

    private byte[] text(List<ImageBehaviour.LogLine> lines) {
        StringBuilder text = new StringBuilder();
        for (ImageBehaviour.LogLine line : lines) {
            text.append(call.flag("timestamps") ? Meta.microTime(line.at()).replace("Z", "000Z ") : "").append(line.text())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Where a log is to start; {@code now} is needed for the relative form. */
    private static LogRange range(Call call, String pod, Instant now) {
        int tail = limit(call, pod, "tailLines", 0, Integer.MAX_VALUE);
        int seconds = limit(call, pod, "sinceSeconds", 1, 0);
        String time = call.parameter("sinceTime");
        return new LogRange(seconds > 0 ? now.minusSeconds(seconds) : time.isEmpty() ? Instant.EPOCH : since(time), tail,
                call.flag("previous"));
    }

    /** Counted in whole seconds, the one it names included. */
    private static Instant since(String time) {
        return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).minusNanos(1);
    }

    private static int limit(Call call, String pod, String name, int least, int fallback) {
        String text = call.parameter(name);
        if (text.isEmpty()) {
            return fallback;
        }
        int value = text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : least - 1;
        if (value < least) {
            throw ApiError.invalid("", "PodLogOptions", pod, List.of(Cause.invalid(name, text,
                    "must be greater than " + (least == 0 ? "or equal to 0" : "0"))));
        }
        return value;
    }
}
