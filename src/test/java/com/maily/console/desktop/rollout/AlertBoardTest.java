package com.maily.console.desktop.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryAlerts;
import com.maily.console.desktop.shell.AlertSum;
import com.maily.console.desktop.widget.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertBoardTest {

    private static AlertBoard board(AlertSnapshot alerts) {
        return AlertBoard.of(alerts, Story.at("01:48:00"), Story.NOW, Story.NOW);
    }

    @Test
    void whatMustBeLookedAtComesFirstAndMutedOnesAreStillThere() {
        AlertBoard board = board(StoryAlerts.few());

        assertThat(board.lines()).extracting(AlertLine::state).containsExactly(State.FAILED, State.MARGINAL, State.SKIPPED, State.DONE);
        assertThat(board.lines()).extracting(AlertLine::when)
                .containsExactly("fires 2m 05s", "fires 1m 26s", "muted 11m 40s", "ended 02:31 after 11m 00s");
        assertThat(board.sum().map(AlertSum::words)).contains("2 alerts fire, 1 muted");
    }

    @Test
    void hoveringFindsWhatLastedThen() {
        AlertBoard board = board(StoryAlerts.few());

        assertThat(board.between(Story.at("02:25:00"), Story.at("02:26:00"))).extracting(AlertLine::words)
                .containsExactly("HighLatency: p99 over 300 ms (email), ended 02:31 after 11m 00s");
        assertThat(board.between(Story.at("02:35:00"), Story.at("02:40:00"))).isEmpty();
    }

    @Test
    void aSilentSystemIsUnknownNeitherQuietNorFiring() {
        AlertBoard board = board(StoryAlerts.silent());

        assertThat(board.sum().map(AlertSum::state)).contains(State.STALE);
        assertThat(board.lines().getFirst().when()).isEqualTo("was firing 3m 10s ago");
        assertThat(board.lines().getFirst().until(Story.NOW)).as("known no longer").isEqualTo(Story.NOW.minusSeconds(190));
        assertThat(new Health(State.DONE, "Healthy", "all objectives met").alarmed(board.sum()).detail())
                .isEqualTo("all objectives met, alerts unknown");
    }

    @Test
    void whatFiresIsNotHealthy() {
        Health healthy = new Health(State.DONE, "Healthy", "all objectives met");

        assertThat(healthy.alarmed(board(StoryAlerts.few()).sum())).isEqualTo(new Health(State.MARGINAL, "Degraded",
                "2 alerts fire"));
        assertThat(healthy.alarmed(board(StoryAlerts.none()).sum())).isEqualTo(healthy);
        assertThat(healthy.alarmed(Optional.empty())).isEqualTo(healthy);
        assertThat(board(AlertSnapshot.EMPTY).sum()).as("where nothing is asked nothing is claimed").isEmpty();
    }
}
