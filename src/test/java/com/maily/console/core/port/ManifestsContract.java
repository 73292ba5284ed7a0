package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Manifests} must do; run by each adapter over the wire and by the sandbox in memory. */
public abstract class ManifestsContract {

    /** An empty namespace. */
    public interface Harness extends AutoCloseable {
        Manifests manifests();

        /** Somebody else writes a ConfigMap's one entry. */
        void somebodyWrites(String configMap, String key, String value);

        /** The value of an entry of a ConfigMap as anybody reads it, empty for none. */
        String read(String configMap, String key);

        @Override
        void close();
    }

    private Harness world;

    protected abstract Harness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
    }

    @AfterEach
    void closeWorld() {
        // A world that could not be opened has skipped the test, and says why.
        if (world != null) {
            world.close();
        }
    }

    private static Manifest settings(String value) {
        return new Manifest("v1", "ConfigMap", "settings",
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\"},\"data\":{\"level\":\""
                + value + "\"}}");
    }

    @Test
    void whatIsNotThereWouldBeMadeAndLookingMakesNothing() {
        Manifests.Difference difference = world.manifests().compare(settings("info"));

        assertThat(difference.absent()).isTrue();
        assertThat(difference.changes()).contains(new Manifests.Change("data.level", "", "info"));
        assertThat(world.read("settings", "level")).isEmpty();
    }

    @Test
    void whatWasAppliedWouldNotChangeAgain() {
        assertThat(world.manifests().apply(settings("info"))).contains("apply --server-side");

        assertThat(world.read("settings", "level")).isEqualTo("info");
        assertThat(world.manifests().compare(settings("info")).none()).isTrue();
    }

    @Test
    void aChangeIsToldFieldByField() {
        world.manifests().apply(settings("info"));

        Manifests.Difference difference = world.manifests().compare(settings("debug"));

        assertThat(difference.absent()).isFalse();
        assertThat(difference.changes()).containsExactly(new Manifests.Change("data.level", "info", "debug"));
    }

    @Test
    void whatOthersOwnInTheSameObjectStaysTheirs() {
        world.somebodyWrites("settings", "theirs", "1");

        world.manifests().apply(settings("info"));

        assertThat(world.read("settings", "theirs")).isEqualTo("1");
        assertThat(world.read("settings", "level")).isEqualTo("info");
    }

    @Test
    void aFieldSomebodyElseOwnsIsNotTakenAndTheOwnerIsNamed() {
        world.somebodyWrites("settings", "level", "warn");

        assertThatThrownBy(() -> world.manifests().apply(settings("info"))).isInstanceOfSatisfying(FailureException.class,
                refused -> {
            assertThat(refused.failure()).isInstanceOf(Failure.Conflict.class);
            assertThat(refused.failure().why()).contains("somebody-else").contains("level");
        });
        assertThatThrownBy(() -> world.manifests().compare(settings("info"))).isInstanceOf(FailureException.class);
        assertThat(world.read("settings", "level")).isEqualTo("warn");
    }

    @Test
    void anUnknownKindIsSaidToBeUnknown() {
        Manifest odd = new Manifest("example.com/v1", "Teapot", "pot",
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Teapot\",\"metadata\":{\"name\":\"pot\"}}");

        assertThatThrownBy(() -> world.manifests().compare(odd)).isInstanceOf(FailureException.class)
                .hasMessageContaining("teapot/pot");
    }
}
