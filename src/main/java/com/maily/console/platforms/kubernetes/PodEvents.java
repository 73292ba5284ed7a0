package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the cluster has noted about a pod, or about a workload and whatever it owns. */
record PodEvents(KubernetesConnection connection) {

    List<PodEvent> of(Pod pod) {
        return sorted(connection.call("Reading the events of pod/" + pod.name(), () -> connection.client().v1().events()
                .inNamespace(pod.namespace()).withFields(Map.of("involvedObject.name", pod.name())).list().getItems()).stream());
    }

    /** Replica sets and pods are named after their workload. */
    List<PodEvent> of(Component component) {
        String name = component.targetName();
        return sorted(connection.call("Reading the events of " + component.target(), () -> connection.client().v1().events()
                .inNamespace(connection.namespace()).list().getItems()).stream()
                .filter(event -> event.getInvolvedObject().getName().equals(name)
                        || event.getInvolvedObject().getName().startsWith(name + "-")));
    }

    private List<PodEvent> sorted(Stream<Event> events) {
        return events.map(this::event).sorted(Comparator.comparing(PodEvent::at)).toList();
    }

    private PodEvent event(Event event) {
        return new PodEvent(at(event), "Warning".equals(event.getType()), text(event.getReason()), text(event.getMessage()),
                event.getInvolvedObject().getName(), Math.max(1, Optional.ofNullable(event.getCount()).orElse(1)));
    }

    /** Older and newer writers of events fill different fields. */
    private Instant at(Event event) {
        return Stream.of(Optional.ofNullable(event.getSeries()).map(series -> series.getLastObservedTime()).map(time ->
                time.getTime()),
                        Optional.ofNullable(event.getLastTimestamp()), Optional.ofNullable(event.getEventTime()).map(time ->
                        time.getTime()),
                        Optional.ofNullable(event.getMetadata().getCreationTimestamp()))
                .flatMap(Optional::stream).findFirst().map(Instant::parse).orElseGet(connection::now);
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
