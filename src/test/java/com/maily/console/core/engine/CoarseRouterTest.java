package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.model.Weight;
import org.junit.jupiter.api.Test;

/** A route that shares its weights with other destinations, or counts coarsely, reaches only some of them. */
class CoarseRouterTest {

    private final Stand stand = new Stand();

    /** FEATURES T7: the platforms of this stand refuse traffic for which too few canary pods are ready. */
    @Test
    void weightIsHeldUntilEnoughCanaryPodsAreReady() {
        stand.production.coarse = true;
        String id = stand.start(Stand.wanted(3, 3, true));
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.production.writes).contains("weight api " + Weight.ofPercent(25)).doesNotContain("weight api 5 %");
    }
}
