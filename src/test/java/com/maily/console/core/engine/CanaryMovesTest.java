package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.Commands.Group;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people do to canaries: one or several, now or once the present weight has passed. */
class CanaryMovesTest {

    private final Stand stand = new Stand();
    private String id = "";

    /** Both gateway canaries side by side, which the small Maily otherwise runs one after the other. */
    private void bothAt(double percent) {
        id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(percent)));
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(10));
    }

    private Answer move(Move move, String... components) {
        return stand.commands().move(id, Group.of(components), move, Optional.empty(), "", Stand.SOMEBODY);
    }

    private Answer queue(double percent) {
        return stand.commands().move(id, Group.of("api"), Move.QUEUE, Optional.of(Weight.ofPercent(percent)), "", Stand.SOMEBODY);
    }

    private StepState api() {
        return stand.step(id, "Canary of api");
    }

    @Test
    void promoteGoesOnToTheNextRungPastTheRestOfTheAnalysis() {
        bothAt(5);
        var before = stand.time.instant();
        Stand.accepted(move(Move.PROMOTE, "api"));
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(10)))).isTrue();
        assertThat(Duration.between(before, stand.time.instant())).isLessThan(Duration.ofMinutes(1));
        assertThat(shiftTo(10).actor()).isEqualTo(Stand.SOMEBODY);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    private Entry shiftTo(double percent) {
        return stand.journal.read(0, 10_000).stream().filter(entry -> entry.event() instanceof Event.WeightShifted shift
                && shift.to().equals(Weight.ofPercent(percent))).findFirst().orElseThrow();
    }

    @Test
    void promoteAnswersTheOpenQuestion() {
        id = stand.start(new Commands.Wanted("production", "v2.1.0", 3, 3, false, true, Optional.of(Weight.ofPercent(15)), ""));
        stand.play(() -> stand.gate(id).isPresent());
        Stand.accepted(move(Move.PROMOTE, "api"));
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(25)))).isTrue();
        assertThat(stand.gate(id)).isEmpty();
    }

    @Test
    void oneThatCannotBeMovedStopsTheWholeActionAndIsNamed() {
        bothAt(5);
        long entries = stand.journal.history().size();
        Answer answer = move(Move.PROMOTE, "api", "ai-service");
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.why().what()).isEqualTo("api and ai-service cannot be promoted together, so nothing was sent");
            assertThat(refused.why().why()).isEqualTo("ai-service: its canary has not started yet.");
        });
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(20));
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(5));
        assertThat(stand.events().subList((int) entries, stand.events().size())).noneMatch(Event.CanaryAsked.class::isInstance);
    }

    /** FEATURES T23. */
    @Test
    void promotingAnAbortedCanaryIsRefusedWithItsReason() {
        bothAt(10);
        Stand.accepted(move(Move.ABORT, "api"));
        assertThat(stand.play(() -> stand.weight("api").isZero() && api().status() == Status.HELD)).isTrue();
        assertThat(move(Move.PROMOTE, "api")).isInstanceOfSatisfying(Answer.Refused.class, refused ->
                assertThat(refused.why().sentence())
                .startsWith("api cannot be promoted: it was aborted and is held at 0 %; resume it first."));
        Stand.accepted(move(Move.RESUME, "api"));
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void abortingBeforeThereIsTrafficStopsItToo() {
        id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> api().status() == Status.RUNNING);
        Stand.accepted(move(Move.ABORT, "api"));
        assertThat(stand.play(() -> api().status() == Status.HELD)).isTrue();
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(30)));
        assertThat(stand.weight("api")).isEqualTo(Weight.ZERO);
        assertThat(api().asked()).isEmpty();
    }

    @Test
    void aPausedCanaryIsWatchedKeepsItsTrafficAndGoesOnWhereItStood() {
        bothAt(10);
        Stand.accepted(move(Move.PAUSE, "api"));
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofHours(1)));
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(10));
        assertThat(api().note()).isEqualTo("Paused at 10 % by " + Stand.SOMEBODY.name() + ". Resume it, abort it or roll back.");
        assertThat(stand.run(id).trouble()).as("a pause is no trouble").isEmpty();
        Stand.accepted(move(Move.RESUME, "api"));
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(25)))).isTrue();
        assertThat(api().attempt()).isEqualTo(1);
    }

    @Test
    void aQueuedWeightIsSentOnceThePresentOneHasPassedAlsoAfterARestart() {
        bothAt(10);
        Stand.accepted(queue(40));
        stand.play(() -> api().asked().isPresent());
        stand.crash();
        assertThat(api().asked()).as("the journal keeps it").isPresent();
        var settled = stand.run(id).component("api").settledAt().orElseThrow();
        assertThat(stand.play(() -> stand.weight("api").isAbove(Weight.ofPercent(10)))).isTrue();
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(40));
        assertThat(Duration.between(settled, stand.time.instant())).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(shiftTo(40).actor()).isEqualTo(Stand.SOMEBODY);
    }

    @Test
    void aFailingVerdictDropsWhatIsQueuedAndSaysSo() {
        stand.production.canaryErrors = weight -> weight.percent() >= 10 ? 0.8 : 0.02;
        bothAt(10);
        Stand.accepted(queue(40));
        assertThat(stand.play(() -> api().status() == Status.HELD)).isTrue();
        assertThat(api().asked()).isEmpty();
        assertThat(api().dropped().orElseThrow().to()).isEqualTo(Weight.ofPercent(40));
        assertThat(stand.events()).anyMatch(event -> event instanceof Event.WeightDropped dropped
                && dropped.to().equals(Weight.ofPercent(40)) && dropped.why().contains("error-rate"));
    }

    @Test
    void aQueuedWeightCanBeTakenBack() {
        bothAt(10);
        Stand.accepted(queue(40));
        stand.play(() -> api().asked().isPresent());
        Stand.accepted(stand.commands().unqueue(id, "api", Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.weight("api").isAbove(Weight.ofPercent(10)))).isTrue();
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(25));
    }

    @Test
    void whatWasAskedBeforeACrashIsStillDone() {
        bothAt(5);
        Stand.accepted(stand.commands().shift(id, "api", Weight.ofPercent(60), Stand.SOMEBODY));
        stand.play(() -> api().asked().isPresent());
        stand.crash();
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(60)))).isTrue();
        assertThat(stand.production.writes).filteredOn("weight api 60 %"::equals).hasSize(1);
    }

    @Test
    void oneActionIsOneEntryWithAllItsComponents() {
        bothAt(5);
        Stand.accepted(move(Move.ABORT, "api"));
        stand.play(() -> stand.weight("api").isZero());
        List<Event.CanaryAsked> asked = stand.events().stream().filter(Event.CanaryAsked.class::isInstance)
                .map(Event.CanaryAsked.class::cast)
                .toList();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().parts()).extracting(Event.CanaryAsked.Part::component).containsExactly("api");
    }
}
