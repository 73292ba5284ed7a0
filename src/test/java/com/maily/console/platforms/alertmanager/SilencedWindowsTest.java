package com.maily.console.platforms.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.MutesContract;
import com.maily.console.sandbox.alertmanager.AlertWorld;
import com.maily.console.sandbox.alertmanager.AlertmanagerFace;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilencedWindowsTest extends MutesContract {

    private final AlertmanagerFace face = new AlertmanagerFace(AlertWorld.start(clock, new SeriesStore(Duration.ofHours(1))),
            URI.create("http://127.0.0.1:9090"));
    private final AlertmanagerClient client = AlertmanagerClient.of(Map.of("url", face.address().toString()));
    private final Mutes mutes = with("");

    private Mutes with(String matchers) {
        return new SilencedWindows(client, Scope.of(Map.of("matchers", matchers), "production"), "production", clock);
    }

    @Override
    protected Mutes mutes() {
        return mutes;
    }

    @AfterEach
    void close() {
        client.close();
        face.close();
    }

    @Test
    void anotherScopeReplacesTheSilenceAndEndsTheOldOne() {
        mutes.mute(new Mutes.Window("dep-1", "production", START.plusSeconds(600), "why"));
        String old = mutes.of("dep-1").getFirst().id();

        with("team=\"mail\"").mute(new Mutes.Window("dep-1", "production", START.plusSeconds(600), "why"));

        assertThat(mutes.of("dep-1")).singleElement().satisfies(mute -> assertThat(mute.id()).isNotEqualTo(old));
        assertThat(client.silence(old).expired()).isTrue();
        assertThat(client.silence(mutes.of("dep-1").getFirst().id()).matchers()).hasToString("[team=\"mail\"]");
    }

    @Test
    void eachWriteIsReadBackAndReadingWritesNothing() {
        List<String> writes = new ArrayList<>();
        face.onWrite(writes::add);
        mutes.mute(new Mutes.Window("dep-1", "production", START.plusSeconds(600), "why"));
        String id = mutes.of("dep-1").getFirst().id();
        mutes.unmute(mutes.of("dep-1").getFirst());

        assertThat(writes).containsExactly("POST /api/v2/silences", "DELETE /api/v2/silence/" + id);
    }

    @Test
    void whatItRefusesComesInItsOwnWords() {
        assertThatThrownBy(() -> mutes.mute(new Mutes.Window("dep-1", "production", START.minusSeconds(5), "why")))
                .isInstanceOfSatisfying(FailureException.class, problem -> {
                    assertThat(problem.failure()).isInstanceOf(Failure.Rejected.class);
                    assertThat(problem.failure().why()).contains("start time must be before end time");
                });
        face.away(true);
        assertThatThrownBy(() -> mutes.of("dep-1")).isInstanceOfSatisfying(FailureException.class,
                problem -> assertThat(problem.failure()).isInstanceOf(Failure.Unreachable.class));
    }

    @Test
    void matchersAreReadAsAlertmanagerWritesThem() {
        assertThat(Matcher.list("environment=\"production\", team=~\"web|ops\",path!=\"a,\\\"b\\\"\"")).extracting(Matcher::toString)
                .containsExactly("environment=\"production\"", "team=~\"web|ops\"", "path!=\"a,\\\"b\\\"\"");
        assertThat(Matcher.list("a!~\"x.*\"").getFirst().accepts(Map.of("a", "y"))).isTrue();
        assertThatThrownBy(() -> Matcher.list("environment=production")).isInstanceOf(FailureException.class);
    }
}
