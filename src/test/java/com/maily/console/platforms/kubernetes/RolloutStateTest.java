package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Weight;
import org.junit.jupiter.api.Test;

/** Where a Rollout stands, from statuses as a real controller writes them. */
class RolloutStateTest {

    private static final String CANARY = "currentPodHash: new, stableRS: old, observedGeneration: '3', ";

    @Test
    void aPatchThatClearsThePauseCountsAsToldBeforeTheControllerMoves() {
        assertThat(state(CANARY + "currentStepIndex: 3, controllerPause: true, pauseConditions: [{reason: CanaryPauseStep}], "
                + weights(40)).desired()).isEqualTo(Weight.ofPercent(40));
        assertThat(state(CANARY + "currentStepIndex: 3, controllerPause: true, " + weights(40)).desired()).isEqualTo(Weight.ofPercent(60));
    }

    /** FEATURES T8: the abort went through and 20 % stayed. */
    @Test
    void anAbortThatLeavesWeightIsNotSettled() {
        RolloutState state = state(CANARY + "currentStepIndex: 0, abort: true, " + weights(20));
        assertThat(state.desired()).isEqualTo(Weight.ZERO);
        assertThat(state.observed()).isEqualTo(Weight.ofPercent(20));
    }

    /** FEATURES T9: a full promotion goes on whatever abort was asked. */
    @Test
    void anAbortThatAFullPromotionIgnoresIsNotSettled() {
        RolloutState state = state(CANARY + "currentStepIndex: 3, promoteFull: true, abort: true, " + weights(40));
        assertThat(state.desired()).isEqualTo(Weight.FULL);
    }

    /** For some milliseconds a promoted Rollout is Healthy while its old weight still stands. */
    @Test
    void healthyWithAnOldWeightIsNotSettled() {
        RolloutState state = state("currentPodHash: new, stableRS: new, observedGeneration: '3', phase: Healthy, currentStepIndex: 6, " + weights(40));
        assertThat(state.desired()).isEqualTo(Weight.ZERO);
        assertThat(state.observed()).isEqualTo(Weight.ofPercent(40));
    }

    @Test
    void theGenerationItHasSeenIsText() {
        assertThat(state("observedGeneration: '2'").unseen()).isTrue();
        assertThat(state("observedGeneration: '3'").unseen()).isFalse();
    }

    private static String weights(int canary) {
        return "canary: {weights: {canary: {weight: " + canary + "}, stable: {weight: " + (100 - canary) + "}}}";
    }

    private static RolloutState state(String status) {
        return new RolloutState(RoutedWorld.yaml("{metadata: {generation: 3}, spec: {replicas: 4, strategy: {canary: {trafficRouting: {}, steps: ["
                + "{setWeight: 10}, {pause: {duration: 3s}}, {setWeight: 40}, {pause: {}}, {setWeight: 60}, {pause: {}}]}}}, status: {"
                + status + "}}"));
    }
}
