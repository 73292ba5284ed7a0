package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Rights.Action;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Rights} must do; run by each adapter over the wire and by the sandbox in memory. */
public abstract class RightsContract {

    /** A component whose traffic an HTTPRoute splits, in a world where rights can be taken away and given back. */
    public interface Harness extends AutoCloseable {
        Component component();

        Rights rights();

        /** From now on our account may do all but this. */
        void forbid(String verb, String group, String resource);

        void allowEverything();

        void pass(Duration time);

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
        world.close();
    }

    @Test
    void whoMayDoEverythingIsAllowedEverything() {
        for (Action action : Action.values()) {
            assertThat(world.rights().may(world.component(), action)).as("%s", action).isInstanceOf(Permission.Allowed.class);
            assertThat(world.rights().may(world.component(), action).refusal()).isEmpty();
        }
    }

    @Test
    void aMissingRightTurnsOffOnlyWhatNeedsItAndIsNamed() {
        world.forbid("patch", "gateway.networking.k8s.io", "httproutes");
        Failure off = world.rights().may(world.component(), Action.SHIFT).refusal().orElseThrow();
        assertThat(off).isInstanceOf(Failure.Denied.class);
        assertThat(off.why()).isEqualTo("Our account may not patch httproutes in maily.");
        assertThat(off.what()).contains(world.component().name());
        for (Action other : new Action[] {Action.SET_IMAGE, Action.SCALE, Action.UNDO, Action.READ_PODS, Action.READ_LOGS}) {
            assertThat(world.rights().may(world.component(), other).refusal()).as("%s", other).isEmpty();
        }
    }

    @Test
    void rightsOfTheWholeEnvironmentAreAskedWithoutAComponent() {
        world.forbid("create", "batch", "jobs");
        assertThat(world.rights().may(Action.START_JOB).refusal().orElseThrow().why()).contains("create jobs");
        assertThat(world.rights().may(Action.LOCK).refusal()).isEmpty();
    }

    @Test
    void aRightThatIsGivenIsSeenAfterAWhile() {
        world.forbid("patch", "apps", "deployments/scale");
        assertThat(world.rights().may(world.component(), Action.SCALE).refusal()).isPresent();
        assertThat(world.rights().known(world.component(), Action.SCALE).refusal()).isPresent();
        world.allowEverything();
        world.pass(Duration.ofMinutes(11));
        assertThat(world.rights().may(world.component(), Action.SCALE)).isInstanceOf(Permission.Allowed.class);
    }

    @Test
    void theAgeOfAnAnswerIsTrue() {
        Permission first = world.rights().may(world.component(), Action.UNDO);
        world.pass(Duration.ofSeconds(30));
        assertThat(world.rights().may(world.component(), Action.UNDO).at()).isAfterOrEqualTo(first.at());
        assertThat(world.rights().known(world.component(), Action.UNDO).at()).isAfterOrEqualTo(first.at());
    }
}
