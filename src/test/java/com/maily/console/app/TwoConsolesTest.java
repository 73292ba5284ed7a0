package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.app.Terminal.Said;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockState;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two operators with a journal each, on one sandbox over the wire: one of them acts, and what becomes of it is on record. */
class TwoConsolesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PRODUCTION = "production";
    private static final Actor ALICE = new Actor("alice", "Console");
    private static final Actor BOB = new Actor("bob", "Console");

    @TempDir
    private Path folder;
    private Box box;
    private Optional<Console> open = Optional.empty();
    private Console alice;
    private Console bob;

    @BeforeEach
    void start() {
        box = Box.start("smooth", 77, 60, folder);
        aliceComes();
        bob = open("bob.db");
    }

    @AfterEach
    void stop() {
        aliceGoes();
        bob.close();
        box.close();
    }

    private void aliceComes() {
        alice = open("alice.db");
        open = Optional.of(alice);
    }

    private void aliceGoes() {
        open.ifPresent(Console::close);
        open = Optional.empty();
    }

    private Console open(String journal) {
        return new Wiring("test").open(new Services.Files(Optional.of(box.workspace()), Optional.of(folder.resolve(journal))));
    }

    private static Commands.Wanted wanted() {
        return new Commands.Wanted(PRODUCTION, "v2.1.0", 3, 3, true, true, Optional.of(Weight.ofPercent(5)), "release day");
    }

    private static Commands.Undo undo() {
        return new Commands.Undo(PRODUCTION, List.of(), Optional.of("v2.0.4"), "checkout is down");
    }

    private static Deployment run(Console console, String id) {
        return console.journal().history().deployment(id).orElseThrow();
    }

    private static String accepted(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted.deployment();
            case Answer.Refused refused -> throw new AssertionError(refused.why().sentence());
        };
    }

    private static String refused(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> throw new AssertionError("accepted as " + accepted.deployment());
            case Answer.Refused refused -> refused.why().sentence();
        };
    }

    private static <T extends Event> List<T> events(Console console, Class<T> type) {
        return console.journal().read(0, Integer.MAX_VALUE).stream().map(Entry::event).filter(type::isInstance)
                .map(type::cast).toList();
    }

    private static EnvironmentLock lock(Console console) {
        return console.platforms(PRODUCTION).lock().orElseThrow();
    }

    private String aliceDeploys() {
        String id = accepted(alice.commands().start(wanted(), ALICE));
        Eventually.holds(PATIENCE, () -> run(alice, id).component("api").settledAt().isPresent());
        return id;
    }

    /** Alice's laptop dies: nobody renews her lease any more. */
    private void expires() {
        Eventually.read(PATIENCE, () -> lock(bob).observe(), LockState::expired);
    }

    @Test
    void theSecondOperatorIsToldWhoActsAndTakesOverWhenTheLaptopOfTheFirstDies() {
        String id = aliceDeploys();
        assertThat(refused(bob.commands().start(wanted(), BOB))).contains("Held by alice", "deployment of v2.1.0, release day");
        assertThat(refused(bob.commands().rollBack(undo(), BOB))).contains("Held by alice");
        assertThat(refused(bob.commands().takeOverLock(PRODUCTION, "I want to", BOB))).contains("cannot be taken over");

        aliceGoes();
        expires();
        assertThat(refused(bob.commands().rollBack(undo(), BOB))).as("never by itself").contains("Held by alice", "expired");
        accepted(bob.commands().takeOverLock(PRODUCTION, "alice's laptop is dead", BOB));
        assertThat(events(bob, Event.LockTakenOver.class)).singleElement().satisfies(event -> {
            assertThat(event.owner()).isEqualTo("bob");
            assertThat(event.previousOwner()).isEqualTo("alice");
            assertThat(event.reason()).isEqualTo("alice's laptop is dead");
        });
        String back = accepted(bob.commands().rollBack(undo(), BOB));
        Eventually.holds(PATIENCE, () -> run(bob, back).status() == Deployment.Status.SUCCEEDED);

        aliceComes();
        Eventually.holds(PATIENCE, () -> run(alice, id).status() == Deployment.Status.PAUSED);
        assertThat(run(alice, id).statusReason()).contains("taken away by bob");
        assertThat(events(alice, Event.LockLost.class)).singleElement().satisfies(event ->
                assertThat(event.owner()).isEqualTo("bob"));
        assertThat(weight(box)).isEqualTo(Weight.ZERO);
    }

    /** Asked of the sandbox itself, past all adapters. */
    private static Weight weight(Box box) {
        Component api = WorkspaceFile.read(box.workspace()).component("api").orElseThrow();
        return new BoxPorts(box.world(), PRODUCTION).router(api).observe(api).observed();
    }

    @Test
    void aLockThatIsBrokenStopsTheRunOfItsHolderAtOnce() {
        String id = aliceDeploys();
        accepted(bob.commands().breakLock(PRODUCTION, "checkout is down", BOB));
        Eventually.holds(PATIENCE, () -> run(alice, id).status() == Deployment.Status.PAUSED);
        assertThat(events(bob, Event.LockBroken.class)).singleElement().satisfies(event ->
                assertThat(event.previousOwner()).isEqualTo("alice"));
        assertThat(run(alice, id).statusReason()).contains("taken away by bob", "checkout is down");
        String back = accepted(bob.commands().rollBack(undo(), BOB));
        assertThat(refused(alice.commands().shift(id, "api", Weight.ZERO, ALICE))).contains("without the lock");
        Eventually.holds(PATIENCE, () -> run(bob, back).status() == Deployment.Status.SUCCEEDED);
        assertThat(weight(box)).isEqualTo(Weight.ZERO);
        assertThat(lock(bob).observe().holder()).isEmpty();

        accepted(alice.commands().resume(id, "bob is done", ALICE));
        Eventually.holds(PATIENCE, () -> run(alice, id).holds(PRODUCTION));
    }

    @Test
    void ofTwoWhoTakeOverAtTheSameMomentOneIsToldThatTheOtherWasFaster() throws Exception {
        String id = aliceDeploys();
        aliceGoes();
        try (Console carol = open("carol.db"); var together = Executors.newVirtualThreadPerTaskExecutor()) {
            lock(carol).observe();
            expires();
            Eventually.read(PATIENCE, () -> lock(carol).observe(), LockState::expired);
            Callable<Answer> byBob = () -> bob.commands().takeOverLock(PRODUCTION, "it is late", BOB);
            Callable<Answer> byCarol = () -> carol.commands().takeOverLock(PRODUCTION, "it is late",
                    new Actor("carol", "Console"));
            List<Future<Answer>> answers = together.invokeAll(List.of(byBob, byCarol));
            long won = answers.stream().filter(answer -> answer.resultNow() instanceof Answer.Accepted).count();
            assertThat(won).isEqualTo(1);
            assertThat(events(bob, Event.LockTakenOver.class).size() + events(carol, Event.LockTakenOver.class).size())
                    .isEqualTo(1);
        }
        aliceComes();
        Eventually.holds(PATIENCE, () -> !events(alice, Event.LockLost.class).isEmpty());
        assertThat(run(alice, id).status()).isEqualTo(Deployment.Status.PAUSED);
    }

    @Test
    void onTheCommandLineItIsShownTakenOverAndBroken() {
        String id = aliceDeploys();
        Terminal terminal = new Terminal(box.workspace(), folder.resolve("terminal.db"));
        Said status = terminal.type("lock", "status", "--env", PRODUCTION, "--json");
        assertThat(status.code()).as(status.err()).isZero();
        assertThat(status.json().at("/held").asBoolean()).isTrue();
        assertThat(status.json().at("/owner").asText()).isEqualTo("alice");
        assertThat(status.json().at("/deployment").asText()).isEqualTo(id);
        assertThat(status.err()).contains("Held by alice");

        Said rollback = terminal.type("rollback", "--to-version", "v2.0.4", "--json");
        assertThat(rollback.code()).as("refused before anything was changed").isEqualTo(3);
        assertThat(rollback.err()).contains("Held by alice", "break it");
        assertThat(terminal.type("lock", "take-over", "--reason", "mine", "--json").code()).as("alice renews it").isEqualTo(3);
        assertThat(terminal.type("lock", "break", "--json").code()).as("without a reason").isEqualTo(2);

        Said broken = terminal.type("lock", "break", "--reason", "checkout is down", "--json");
        assertThat(broken.code()).as(broken.err()).isZero();
        assertThat(broken.json().at("/previousOwner").asText()).isEqualTo("alice");
        assertThat(terminal.type("journal", "--last", "0").out()).contains("lock broken by force", "checkout is down");
        assertThat(terminal.type("rollback", "--to-version", "v2.0.4", "--json").code()).isZero();

        aliceGoes();
        assertThat(terminal.type("lock", "status", "--json").json().at("/held").asBoolean()).isFalse();
        assertThat(terminal.type("lock", "take-over", "--reason", "mine", "--json").code()).as("nobody holds it").isEqualTo(3);
    }

    @Test
    void onTheCommandLineALockOfSomebodyWhoIsGoneIsWatchedAndTakenOver() {
        aliceDeploys();
        aliceGoes();
        Terminal terminal = new Terminal(box.workspace(), folder.resolve("terminal.db"));
        Said taken = terminal.type("lock", "take-over", "--reason", "alice's laptop is dead", "--json");
        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(taken.json().at("/previousOwner").asText()).isEqualTo("alice");
        assertThat(taken.err()).contains("watches");
    }
}
