package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person would type to see or do the same with kubectl: for each action its command, with context and namespace, ready
 * for a shell.
 */
final class Kubectl {

    private final Workspace workspace;

    Kubectl(Workspace workspace) {
        this.workspace = workspace;
    }

    /** For a pod: what it writes and is. The first is what the screen does. */
    Map<String, String> of(String environment, Pod pod, String container, boolean previous) {
        List<String> to = base(environment, seatOf(environment, pod), Optional.of(pod.namespace()));
        String name = Region.baseOf(pod.name());
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("Follow the log", joined(to, "logs", previous ? "--previous" : "-f", "--timestamps", name, "-c",
                container.isEmpty() ? pod.containers().getFirst() : container));
        commands.put("Describe the pod", joined(to, "describe", "pod", name));
        commands.put("Events of the pod", joined(to, "events", "--for", "pod/" + name));
        commands.put("CPU and memory", joined(to, "top", "pod", name, "--containers"));
        return commands;
    }

    /** For a component where it lives; empty where kubectl does not reach it. */
    Map<String, String> of(Seat seat) {
        if (!seat.platform().equals("kubernetes")) {
            return Map.of();
        }
        List<String> to = base(seat.environment(), Optional.of(seat), Optional.empty());
        String target = seat.component().target();
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("List the pods", joined(to, "get", "pods", "-l", "maily.dev/component=" + seat.base(), "-o", "wide",
                "--watch"));
        commands.put("Rollout status", joined(to, "rollout", "status", target));
        commands.put("Rollout history", joined(to, "rollout", "history", target));
        newest(seat).ifPresent(image -> commands.put("Run " + image.version(),
                joined(to, "set", "image", target, seat.component().targetName() + "=" + image.reference())));
        commands.put("Undo the rollout", joined(to, "rollout", "undo", target));
        commands.put("Describe the workload", joined(to, "describe", target));
        commands.put("CPU and memory", joined(to, "top", "pods", "-l", "maily.dev/component=" + seat.base()));
        return commands;
    }

    /** For everything in an environment. */
    Map<String, String> of(String environment) {
        Environment place = workspace.environment(environment).orElseThrow();
        String namespaces = settings(place, "kubernetes").getOrDefault("namespaces", "");
        if (settings(place, "kubernetes").isEmpty()) {
            return Map.of();
        }
        List<String> to = base(environment, Optional.empty(), namespaces.isEmpty() ? Optional.empty() : Optional.of("*"));
        return Map.of("List the pods", joined(to, "get", "pods", "-l", "maily.dev/component", "-o", "wide", "--watch"));
    }

    private Optional<Artifact.Image> newest(Seat seat) {
        return workspace.releases().stream().findFirst().map(Release::artifacts).map(artifacts -> artifacts.get(seat.base()))
                .filter(Artifact.Image.class::isInstance).map(Artifact.Image.class::cast);
    }

    private Optional<Seat> seatOf(String environment, Pod pod) {
        return FleetMap.of(workspace, environment).seats().stream().filter(seat -> seat.environment().equals(environment)
                && (seat.component().name().equals(pod.component()) || seat.base().equals(pod.component()))).findFirst();
    }

    /** @param namespace the connection's own when empty, all for {@code *} */
    private List<String> base(String environment, Optional<Seat> seat, Optional<String> namespace) {
        Environment place = workspace.environment(environment).orElseThrow();
        Map<String, String> settings = settings(place, seat.map(where -> where.component().platform()).orElse("kubernetes"));
        List<String> command = new ArrayList<>(List.of("kubectl"));
        with(command, "--kubeconfig", settings.getOrDefault("kubeconfig", ""));
        with(command, "--context", settings.getOrDefault("context", ""));
        String where = namespace.orElse(settings.getOrDefault("namespace", ""));
        if (where.equals("*")) {
            command.add("-A");
        } else {
            with(command, "-n", where);
        }
        return command;
    }

    private static Map<String, String> settings(Environment place, String key) {
        Map<String, String> own = place.connection(key);
        return own.isEmpty() ? place.connections().entrySet().stream().filter(entry -> entry.getKey().startsWith("kubernetes"))
                .map(Map.Entry::getValue).findFirst().orElse(Map.of()) : own;
    }

    private static void with(List<String> command, String option, String value) {
        if (!value.isEmpty()) {
            command.add(option);
            command.add(value);
        }
    }

    private static String joined(List<String> base, String... more) {
        List<String> words = new ArrayList<>(base);
        words.addAll(List.of(more));
        return String.join(" ", words.stream().map(Kubectl::quoted).toList());
    }

    /** As a POSIX shell takes it back for the same word. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@,+%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
