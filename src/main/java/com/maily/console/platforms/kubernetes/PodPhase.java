package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Optional;

/** The word {@code kubectl get pods} prints in its STATUS column. Source: kubernetes, pkg/printers/internalversion, printPod. */
final class PodPhase {

    private PodPhase() { }

    static String of(Pod pod) {
        PodStatus status = Optional.ofNullable(pod.getStatus()).orElseGet(PodStatus::new);
        String phase = Optional.ofNullable(status.getPhase()).orElse("Unknown");
        if (pod.getMetadata().getDeletionTimestamp() != null && !List.of("Succeeded", "Failed").contains(phase)) {
            return "NodeLost".equals(status.getReason()) ? "Unknown" : "Terminating";
        }
        String plain = Optional.ofNullable(status.getReason()).filter(text -> !text.isEmpty()).orElse(phase);
        return initialising(pod, status).orElseGet(() -> running(status, plain));
    }

    static boolean ready(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null && pod.getStatus() != null && isReady(pod.getStatus());
    }

    static int restarts(Pod pod) {
        return pod.getStatus() == null ? 0 : pod.getStatus().getContainerStatuses().stream()
                .mapToInt(ContainerStatus::getRestartCount).sum();
    }

    private static boolean isReady(PodStatus status) {
        return status.getConditions().stream().anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
    }

    private static Optional<String> initialising(Pod pod, PodStatus status) {
        List<ContainerStatus> containers = status.getInitContainerStatuses();
        for (int i = 0; i < containers.size(); i++) {
            ContainerState state = Optional.ofNullable(containers.get(i).getState()).orElseGet(ContainerState::new);
            boolean sidecarUp = state.getRunning() != null && Boolean.TRUE.equals(containers.get(i).getStarted())
                    && "Always".equals(pod.getSpec().getInitContainers().get(i).getRestartPolicy());
            if (sidecarUp || state.getTerminated() != null && state.getTerminated().getExitCode() == 0) {
                continue;
            }
            if (state.getTerminated() != null) {
                return Optional.of("Init:" + ended(state.getTerminated()));
            }
            String waiting = waiting(state);
            return Optional.of(waiting.isEmpty() || waiting.equals("PodInitializing")
                    ? "Init:" + i + "/" + pod.getSpec().getInitContainers().size() : "Init:" + waiting);
        }
        return Optional.empty();
    }

    private static String running(PodStatus status, String plain) {
        String word = plain;
        boolean anyRunning = false;
        for (ContainerStatus container : status.getContainerStatuses().reversed()) {
            ContainerState state = Optional.ofNullable(container.getState()).orElseGet(ContainerState::new);
            if (!waiting(state).isEmpty()) {
                word = waiting(state);
            } else if (state.getTerminated() != null) {
                word = ended(state.getTerminated());
            } else if (Boolean.TRUE.equals(container.getReady()) && state.getRunning() != null) {
                anyRunning = true;
            }
        }
        return word.equals("Completed") && anyRunning ? isReady(status) ? "Running" : "NotReady" : word;
    }

    private static String waiting(ContainerState state) {
        return state.getWaiting() == null || state.getWaiting().getReason() == null ? "" : state.getWaiting().getReason();
    }

    private static String ended(ContainerStateTerminated end) {
        if (end.getReason() != null && !end.getReason().isEmpty()) {
            return end.getReason();
        }
        int signal = Optional.ofNullable(end.getSignal()).orElse(0);
        return signal != 0 ? "Signal:" + signal : "ExitCode:" + end.getExitCode();
    }
}
