package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of {@code kubectl get pods}. */
class PodPhaseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Running           | {phase: Running, containerStatuses: [{ready: true, state: {running: {}}}]}",
        "ContainerCreating | {phase: Pending, containerStatuses: [{state: {waiting: {reason: ContainerCreating}}}]}",
        "CrashLoopBackOff  | {phase: Running, containerStatuses: [{state: {waiting: {reason: CrashLoopBackOff}}}]}",
        "OOMKilled         | {phase: Running, containerStatuses: [{state: {terminated: {reason: OOMKilled, exitCode: 137}}}]}",
        "ExitCode:3        | {phase: Running, containerStatuses: [{state: {terminated: {exitCode: 3}}}]}",
        "Signal:9          | {phase: Running, containerStatuses: [{state: {terminated: {exitCode: 137, signal: 9}}}]}",
        "Evicted           | {phase: Failed, reason: Evicted}",
        "Completed         | {phase: Succeeded, containerStatuses: [{state: {terminated: {reason: Completed, exitCode: 0}}}]}",
        "Init:0/1          | {phase: Pending, initContainerStatuses: [{state: {running: {}}}]}",
        "Init:Error        | {phase: Pending, initContainerStatuses: [{state: {terminated: {reason: Error, exitCode: 1}}}]}",
        "NotReady          | {phase: Running, containerStatuses: [{ready: true, state: {running: {}}}, "
                    + "{state: {terminated: {reason: Completed, exitCode: 0}}}]}"})
    void isWhatKubectlPrints(String word, String status) {
        assertThat(PodPhase.of(pod("{name: x}", status))).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Terminating | {phase: Running}", "Unknown | {phase: Running, reason: NodeLost}"})
    void ofAPodThatIsBeingDeleted(String word, String status) {
        Pod pod = pod("{name: x, deletionTimestamp: '2026-11-21T10:00:00Z'}", status);
        assertThat(PodPhase.of(pod)).isEqualTo(word);
        assertThat(PodPhase.ready(pod)).isFalse();
    }

    private static Pod pod(String metadata, String status) {
        return Serialization.unmarshal("---\n{metadata: " + metadata
                + ", spec: {containers: [{name: web}], initContainers: [{name: init}]}, status: "
                + status + "}", Pod.class);
    }
}
