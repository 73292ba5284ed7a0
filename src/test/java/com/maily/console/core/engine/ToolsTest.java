package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Told;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.Announcement.Kind;
import com.maily.console.core.port.Announcer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other tools are told of a run: in time, once, also after a crash, and never at the run's cost. */
class ToolsTest {

    private final Stand stand = new Stand();
    private final HandMutes mutes = new HandMutes(stand.time);

    private void muting() {
        stand.production.mutes.add(mutes);
        stand.become(place -> place.muting(true));
    }

    private Told told(String run) {
        return stand.run(run).told();
    }

    private boolean muted(String run) {
        return told(run).mute("production", "Hand").filter(Told.Muting::lasts).isPresent();
    }

    private <T extends Event> List<T> all(Class<T> type) {
        return stand.events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void alertsAreMutedForAsLongAsTheRunGoesWellAndNotLonger() {
        muting();
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> muted(id));
        assertThat(mutes.there).containsOnlyKeys(id);

        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);

        assertThat(mutes.there).isEmpty();
        assertThat(mutes.asked.stream().filter("mute"::equals).count()).as("a long run renews its mute").isGreaterThan(1);
        assertThat(all(Event.AlertsMuted.class)).as("and tells of it once").hasSize(1);
        assertThat(all(Event.AlertsUnmuted.class)).singleElement().matches(event -> event.proof().equals("gone."));
    }

    @Test
    void whereTheWorkspaceDoesNotSayItNothingIsMuted() {
        stand.production.mutes.add(mutes);

        stand.playToTheEnd(stand.start(Stand.wanted(3, 3, true)));

        assertThat(mutes.asked).isEmpty();
    }

    @Test
    void withTheFirstSignOfTroublePeopleAreCalledAgainAndStayCalled() {
        muting();
        stand.production.canaryErrors = weight -> weight.percent() >= 10 ? 0.8 : 0.01;
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.run(id).trouble().isPresent());
        stand.play(() -> !muted(id));

        assertThat(stand.run(id).over()).as("the held canary waits for a person").isFalse();
        assertThat(mutes.there).isEmpty();
        stand.production.canaryErrors = weight -> 0.01;
        stand.commands().retry(id, stand.step(id, "Canary of api").step().id(), Stand.SOMEBODY);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(all(Event.AlertsMuted.class)).as("not again in this run").hasSize(1);
    }

    @Test
    void aCrashedConsolesMuteIsFoundByTheRunsIdentityAndRemoved() {
        muting();
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> muted(id));
        stand.crash();
        stand.playToTheEnd(id);
        assertThat(mutes.there).isEmpty();

        // It died after it made a mute and before it said so, and the run ended meanwhile.
        Stand other = new Stand();
        HandMutes forgotten = new HandMutes(other.time);
        String run = other.start(Stand.wanted(3, 3, true));
        other.playToTheEnd(run);
        forgotten.there.put(run, new com.maily.console.core.port.Mutes.Window(run, "production",
                other.time.instant().plus(Duration.ofMinutes(10)), "left behind"));
        other.production.mutes.add(forgotten);
        other.become(place -> place.muting(true));
        other.driver.play(() -> false, other.time.instant().plusSeconds(1));

        assertThat(forgotten.there).isEmpty();
        assertThat(other.events()).anyMatch(event -> event instanceof Event.AlertsUnmuted);
    }

    @Test
    void aPersonWhoEndsTheMuteIsNotOverruled() {
        muting();
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> muted(id));
        mutes.there.clear();
        stand.play(() -> !muted(id));
        stand.playToTheEnd(id);

        assertThat(mutes.asked).containsExactly("mute");
        assertThat(all(Event.AlertsUnmuted.class)).singleElement().matches(event -> event.why().contains("elsewhere"));
    }

    @Test
    void aToolThatIsAwayHoldsNoRunAndIsToldOfOnceAndTriedAgain() {
        muting();
        mutes.away = true;
        HandAnnouncer tool = new HandAnnouncer();
        tool.away = true;
        stand.production.announcers.add(tool);
        String id = stand.start(Stand.wanted(3, 3, true));

        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(all(Event.ToolAway.class)).extracting(Event.ToolAway::system).containsExactlyInAnyOrder("Hand", "Board");

        tool.away = false;
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(1)));
        assertThat(tool.said).as("what it missed it is told at once, as it is now").containsExactly(Kind.SUCCEEDED);
        assertThat(told(id).away("production", "Board")).isEmpty();
    }

    @Test
    void everyToolIsToldOnceOfStartAndEnd() {
        HandAnnouncer tool = new HandAnnouncer();
        stand.production.announcers.add(tool);
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> !tool.said.isEmpty());
        stand.crash();
        stand.playToTheEnd(id);
        stand.crash();
        stand.driver.play(() -> false, stand.time.instant().plus(Duration.ofMinutes(1)));

        assertThat(tool.said).containsExactly(Kind.STARTED, Kind.SUCCEEDED);
        assertThat(tool.last.ended()).isEqualTo(stand.run(id).endedAt());
        assertThat(tool.last.title()).isEqualTo("Deploy v2.1.0 to production");
        assertThat(all(Event.Announced.class)).hasSize(2);
    }

    @Test
    void aRunThatARollbackReplacesIsShownAsRolledBackAndTheRollbackAsItsOwn() {
        HandAnnouncer tool = new HandAnnouncer();
        stand.production.announcers.add(tool);
        String id = stand.start(Stand.wanted(3, 3, true));
        Instant soon = stand.time.instant().plus(Duration.ofMinutes(12));
        stand.play(() -> stand.time.instant().isAfter(soon));
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.playToTheEnd(back);

        assertThat(told(id).announced("production", "Board")).contains(Kind.ROLLED_BACK);
        assertThat(told(back).announced("production", "Board")).contains(Kind.SUCCEEDED);
    }

    /** Another tool in memory. */
    private static final class HandAnnouncer implements Announcer {
        final List<Kind> said = new ArrayList<>();
        Announcement last;
        boolean away;

        @Override
        public String system() {
            return "Board";
        }

        @Override
        public String announce(Announcement announcement) {
            if (away) {
                throw new FailureException(new Failure.Unreachable("Asking Board failed", "Nobody answered.", "Try again."));
            }
            said.add(announcement.kind());
            last = announcement;
            return "shown.";
        }
    }
}
