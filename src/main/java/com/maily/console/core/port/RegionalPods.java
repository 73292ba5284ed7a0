package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The pods of several regions as one stream. A pod's name carries its region, {@code redis-0@eu-west-1}, since the same name
 * may be in each; so does its component's.
 *
 * @param regions by name; each is watched by itself, so that one that does not answer holds up no other
 */
record RegionalPods(Map<String, Pods> regions) implements Pods {

    @Override
    public Subscription watch(Consumer<Change> listener) {
        List<KeptWatch> watches = regions.entrySet().stream().map(each -> new KeptWatch("pods of " + each.getKey(),
                () -> each.getValue().watch(change -> listener.accept(in(region(each.getKey()), change))), _ -> { })).toList();
        return () -> watches.forEach(KeptWatch::close);
    }

    private static Region region(String name) {
        return new Region(name, 0);
    }

    private static Change in(Region region, Change change) {
        return new Change(change.changed().stream().map(pod -> pod.called(region.of(pod.name()), region.of(pod.component())))
                .toList(),
                change.gone().stream().map(region::of).toList(), change.at());
    }

    @Override
    public List<String> log(String pod, int lines) {
        return of(Region.regionOf(pod)).log(Region.baseOf(pod), lines);
    }

    @Override
    public Subscription follow(LogSource source, Consumer<LogNews> listener) {
        return of(Region.regionOf(source.pod())).follow(new LogSource(source.namespace(), Region.baseOf(source.pod()),
                source.container(),
                source.previous(), source.tail()), listener);
    }

    /** A region that is down is one that is not measured. */
    @Override
    public PodUsage usage() {
        Map<String, Compute> all = new HashMap<>();
        PodUsage whole = new PodUsage.Absent("metrics silent");
        for (Map.Entry<String, Pods> each : regions.entrySet()) {
            whole = switch (usage(each.getValue())) {
                case PodUsage.Measured(var byPod, Instant at) -> {
                    byPod.forEach((pod, used) -> all.put(region(each.getKey()).of(pod), used));
                    yield new PodUsage.Measured(all, at);
                }
                case PodUsage.Absent absent -> all.isEmpty() ? absent : whole;
            };
        }
        return whole;
    }

    private static PodUsage usage(Pods region) {
        try {
            return region.usage();
        } catch (FailureException down) {
            return new PodUsage.Absent("metrics silent");
        }
    }

    @Override
    public List<PodEvent> events(Pod pod) {
        return of(Region.regionOf(pod.name())).events(pod.called(Region.baseOf(pod.name()), Region.baseOf(pod.component())));
    }

    @Override
    public List<PodEvent> events(Component component) {
        return of(component.region()).events(component);
    }

    private Pods of(String region) {
        Pods pods = regions.get(region);
        if (pods == null) {
            throw new FailureException(new Failure.Missing("Asking for a pod failed", "No region of that name has pods.",
                    "Choose one that is still there."));
        }
        return pods;
    }
}
