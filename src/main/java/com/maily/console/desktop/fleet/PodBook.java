package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.Compute;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodUsage;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Track;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All pods of an environment as last told, and the answers to queries about them. Thread-safe; knows nothing of the FX thread.
 */
final class PodBook {

    private final Map<String, PodRow> rows = new HashMap<>();
    private PodUsage usage = new PodUsage.Absent("measuring …");
    private String trouble = "";
    private boolean loading = true;

    synchronized void take(Pods.Change change) {
        loading = false;
        trouble = "";
        change.changed().forEach(pod -> rows.put(pod.key(), PodRow.of(pod, used(pod), change.at())));
        change.gone().forEach(rows::remove);
    }

    synchronized void take(PodUsage newest, Instant now) {
        usage = newest;
        rows.replaceAll((_, row) -> {
            Optional<Compute> used = used(row.pod());
            return used.equals(row.used()) ? row : PodRow.of(row.pod(), used, now);
        });
    }

    synchronized void failed(Failure why) {
        trouble = why.why();
    }

    private Optional<Compute> used(Pod pod) {
        return usage instanceof PodUsage.Measured measured ? Optional.ofNullable(measured.byPod().get(pod.key()))
                : Optional.empty();
    }

    synchronized PodPage page(PodQuery query, SourceState source, Instant now) {
        ripen(now);
        List<PodRow> wanted = new ArrayList<>(rows.values());
        wanted.removeIf(Predicate.not(query::wants));
        wanted.sort(query.comparator());
        Set<String> namespaces = new HashSet<>();
        rows.values().forEach(row -> namespaces.add(row.pod().namespace()));
        return new PodPage(query, wanted, count(query), count(PodQuery.ALL), faults(), namespaces.size() > 1,
                usage instanceof PodUsage.Absent absent ? absent.why() : "", source, trouble, loading);
    }

    private void ripen(Instant now) {
        rows.replaceAll((_, row) -> {
            PodRow later = row.ripens() ? PodRow.of(row.pod(), row.used(), now) : row;
            return later.equals(row) ? row : later;
        });
    }

    private PodPage.Count count(PodQuery query) {
        int all = 0;
        int ready = 0;
        int starting = 0;
        int faults = 0;
        int canary = 0;
        for (PodRow row : rows.values()) {
            if (query.about(row.pod()) && row.state() != State.SKIPPED) {
                all++;
                ready += row.pod().ready() ? 1 : 0;
                starting += row.state() == State.RUNNING ? 1 : 0;
                faults += row.fault() ? 1 : 0;
                canary += row.pod().track() == Track.CANARY ? 1 : 0;
            }
        }
        return new PodPage.Count(all, ready, starting, faults, canary);
    }

    private Set<String> faults() {
        Set<String> components = new HashSet<>();
        rows.values().stream().filter(PodRow::fault).forEach(row -> components.add(Region.baseOf(row.pod().component())));
        return components;
    }
}
