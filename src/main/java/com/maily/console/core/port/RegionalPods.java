package com.maily.console.core.port;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The pods of several regions as one stream. A pod's name carries its region, {@code redis-0@eu-west-1}, since the same name may
 * be in each; so does its component's.
 *
 * @param regions by name; each is watched by itself, so that one that does not answer holds up no other
 */
record RegionalPods(Map<String, Pods> regions) implements Pods {

    @Override
    public Subscription watch(Consumer<Change> listener) {
        List<Subscription> watches = regions.entrySet().stream()
                .map(each -> each.getValue().watch(change -> listener.accept(in(region(each.getKey()), change)))).toList();
        return () -> watches.forEach(Subscription::close);
    }

    private static Region region(String name) {
        return new Region(name, 0);
    }

    private static Change in(Region region, Change change) {
        return new Change(change.changed().stream().map(pod -> in(region, pod)).toList(),
                change.gone().stream().map(region::of).toList(), change.at());
    }

    private static Pod in(Region region, Pod pod) {
        return new Pod(region.of(pod.name()), pod.namespace(), region.of(pod.component()), pod.track(), pod.version(), pod.revision(),
                pod.phase(), pod.ready(), pod.restarts(), pod.zone(), pod.createdAt());
    }

    @Override
    public List<String> log(String pod, int lines) {
        Pods pods = regions.get(Region.regionOf(pod));
        if (pods == null) {
            throw new FailureException(new Failure.Missing("Reading the log of pod/" + pod + " failed",
                    "No region of that name has pods.", "Choose one that is still there."));
        }
        return pods.log(Region.baseOf(pod), lines);
    }
}
