package com.maily.console.platforms.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.MonitorSetUp;
import com.maily.console.core.port.MonitorSetUp.State;
import com.maily.console.core.port.MonitorSetUp.Wanted;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.ServiceLevels;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.datadog.WireFault;
import com.maily.console.sandbox.world.Scenario;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything but the metrics, each request and each answer held against Datadog's own description. */
class DatadogOverTheWireTest {

    private static final String DEPLOYMENT = "production-2026-11-21-1";

    private final DatadogWire wire = new DatadogWire(Scenario.CANARY_REGRESSION).pass(Duration.ofMinutes(10));

    @AfterEach
    void nothingWasSaidThatDatadogDoesNotKnow() {
        wire.close();
        assertThat(wire.wrong).isEmpty();
    }

    private Instant now() {
        return wire.world.clock.instant();
    }

    private DatadogMonitors monitors() {
        return new DatadogMonitors(wire.checked, "production");
    }

    private void apiGoesBad() {
        wire.world.canary("api", 50, 3);
        wire.pass(Duration.ofMinutes(5));
    }

    @Test
    void metricsAndValidationSpeakAsDescribed() {
        DatadogSource source = new DatadogSource(wire.checked);
        wire.checked.validate();
        String query = "sum(last_5m):100 * default_zero(sum:maily.http.requests{env:production,status_class:5xx} by {service}.as_count())"
                + " / sum:maily.http.requests{env:production} by {service}.as_count()";
        assertThat(source.instant(query, now()).series()).hasSize(7);
        assertThat(source.instant("avg:maily.users{*} by {env}", now()).series()).hasSize(2);
        assertThat(source.ranges(List.of(query, "avg:maily.users{*}"), now().minusSeconds(300), now(), Duration.ofSeconds(15)))
                .allSatisfy(answer -> assertThat(answer.series()).isNotEmpty());
        catchThrowableOfType(FailureException.class, () -> source.instant("avg:maily.users{a b}", now()));
    }

    @Test
    void aGroupThatIsNotOkIsAnAlertWithItsLink() {
        assertThat(monitors().active()).isEmpty();
        apiGoesBad();
        Alert alert = monitors().active().getFirst();
        assertThat(alert.name()).isEqualTo("Too many requests fail");
        assertThat(alert.component()).isEqualTo("api");
        assertThat(alert.state()).isEqualTo(Alert.State.FIRING);
        assertThat(alert.severity()).isEqualTo("alert");
        assertThat(alert.summary()).isEqualTo("More than one in a hundred requests fails. (service:api)");
        assertThat(alert.link().orElseThrow().toString()).endsWith("/monitors/1001?group=service%3Aapi");
        assertThat(alert.since()).isBetween(now().minus(Duration.ofMinutes(5)), now().minus(Duration.ofMinutes(2)));
        assertThat(new DatadogMonitors(wire.checked, "staging").active()).as("it is production's").isEmpty();
    }

    @Test
    void silenceIsAnAlertToo() {
        new DatadogSetUp(wire.checked, "production").create(new Wanted("email/gone", "Gone",
                "sum(last_5m):sum:maily.never.sent{env:production}.as_count() > 1", 1, State.MISSING, List.of(),
                        Optional.empty()));
        assertThat(monitors().active()).extracting(Alert::name, Alert::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Gone", "no data"));
    }

    @Test
    void aMuteIsFoundAgainMovedAndEnded() {
        DatadogDowntimes mutes = new DatadogDowntimes(wire.checked, "env:production");
        apiGoesBad();
        Instant until = now().plus(Duration.ofMinutes(30));
        assertThat(mutes.mute(new Mutes.Window(DEPLOYMENT, "production", until, "Deploy v2.1.0")))
                .contains("env:production", "read back");
        assertThat(mutes.mute(new Mutes.Window(DEPLOYMENT, "production", until, "Deploy v2.1.0"))).contains("read back");
        assertThat(mutes.of(DEPLOYMENT)).as("asked twice, made once").hasSize(1);
        assertThat(mutes.of(DEPLOYMENT + "1")).isEmpty();
        assertThat(mutes.of(DEPLOYMENT.substring(0, DEPLOYMENT.length() - 1))).isEmpty();
        assertThat(monitors().active()).extracting(Alert::state).containsExactly(Alert.State.MUTED);

        mutes.mute(new Mutes.Window(DEPLOYMENT, "production", until.plusSeconds(600), "Deploy v2.1.0"));
        Mutes.Mute mute = mutes.of(DEPLOYMENT).getFirst();
        assertThat(mutes.of(DEPLOYMENT)).hasSize(1);
        assertThat(mute.until()).isEqualTo(until.plusSeconds(600));
        assertThat(mute.why()).isEqualTo("Deploy v2.1.0, maily-deployment:" + DEPLOYMENT);

        assertThat(mutes.unmute(mute)).contains("has ended");
        assertThat(mutes.of(DEPLOYMENT)).isEmpty();
        assertThat(mutes.unmute(mute)).as("one that has ended is none of the errors").contains("has ended");
        assertThat(monitors().active()).extracting(Alert::state).containsExactly(Alert.State.FIRING);
    }

    @Test
    void aMuteThatNobodyRemovesEndsByItself() {
        DatadogDowntimes mutes = new DatadogDowntimes(wire.checked, "env:production");
        mutes.mute(new Mutes.Window(DEPLOYMENT, "production", now().plus(Duration.ofMinutes(30)), "Deploy v2.1.0"));
        wire.pass(Duration.ofMinutes(30));
        assertThat(mutes.of(DEPLOYMENT)).isEmpty();
    }

    private Announcement news(Announcement.Kind kind) {
        return new Announcement(DEPLOYMENT, "production", kind, "v2.1.0", "Deploy v2.1.0 to production", "", Map.of("api",
                new Artifact.Image("v2.1.0", "ghcr.io/maily/api:v2.1.0"), "frontend", new Artifact.Build("v2.1.0", "4f2a9c1")),
                now().minus(Duration.ofMinutes(8)), kind == Announcement.Kind.STARTED ? Optional.empty() : Optional.of(now()));
    }

    @Test
    void eachPieceOfNewsIsToldOnce() {
        DatadogAnnouncer announcer = new DatadogAnnouncer(wire.checked);
        assertThat(announcer.announce(news(Announcement.Kind.STARTED))).contains("was accepted");
        assertThat(announcer.announce(news(Announcement.Kind.STARTED))).contains("was there");
        assertThat(wire.face.events()).isEqualTo(1);
        assertThat(wire.face.deployments()).isZero();
        assertThat(announcer.announce(news(Announcement.Kind.SUCCEEDED)))
                .contains("was accepted", "2 of 2 DORA deployments were sent");
        assertThat(announcer.announce(news(Announcement.Kind.SUCCEEDED)))
                .contains("was there", "0 of 2 DORA deployments were sent");
        assertThat(wire.face.events()).isEqualTo(2);
        assertThat(wire.face.deployments()).isEqualTo(2);
    }

    @Test
    void aDeploymentThatFailedIsNoDoraDeployment() {
        DatadogAnnouncer announcer = new DatadogAnnouncer(wire.checked);
        announcer.announce(news(Announcement.Kind.FAILED));
        announcer.announce(news(Announcement.Kind.ROLLED_BACK));
        assertThat(wire.face.events()).isEqualTo(2);
        assertThat(wire.face.deployments()).isZero();
    }

    @Test
    void serviceLevelsComeWithTheirBudgets() {
        DatadogServiceLevels levels = new DatadogServiceLevels(wire.checked, "production");
        ServiceLevels.Level before = levels.now().getFirst();
        assertThat(levels.now()).hasSize(1);
        assertThat(before.state()).isEqualTo(ServiceLevels.State.OK);
        assertThat(before.level()).isBetween(99.9, 100.0);
        assertThat(before.budget()).isBetween(0.0, 100.0);
        apiGoesBad();
        ServiceLevels.Past past = levels.over(before.id(), now().minusSeconds(180), now(), Optional.of(99.9));
        assertThat(past.level()).isLessThan(99.0);
        assertThat(past.budget()).as("overspent").isNegative();
        assertThat(levels.now().getFirst().budget()).isLessThan(before.budget());
    }

    @Test
    void anErrorOfAServiceLevelInsideA200IsAFailure() {
        DatadogServiceLevels levels = new DatadogServiceLevels(wire.checked, "production");
        String id = levels.now().getFirst().id();
        assertThatThrownBy(() -> levels.over(id, now(), now().minusSeconds(60), Optional.empty()))
                .hasMessageContaining("There is no data in the time asked for");
        wire.face.inject(new WireFault.ErrorInside("SLO query failed"));
        DatadogServiceLevels straight = new DatadogServiceLevels(wire.client, "production");
        assertThatThrownBy(() -> straight.over(id, now().minusSeconds(60), now(), Optional.empty()))
                .hasMessageContaining("SLO query failed");
        assertThatThrownBy(straight::now).isInstanceOf(FailureException.class);
    }

    @Test
    void whatIsMissingIsCreatedOnceAndWhatDiffersIsShown() {
        List<Objective> objectives = WorkspaceFile.maily(Map.of()).in("production").objectives().stream()
                .filter(objective -> !objective.key().equals("p99-datadog")).toList();
        MonitorSetUp setUp = new DatadogSetUp(wire.checked, "production");
        List<Wanted> plan = setUp.plan(objectives);
        assertThat(plan).hasSameSizeAs(objectives).filteredOn(wanted -> wanted.state() != State.NOT_WATCHED).singleElement()
                .satisfies(wanted -> {
                    assertThat(wanted.state()).isEqualTo(State.MISSING);
                    assertThat(wanted.objective()).isEqualTo("email/failed-requests");
                    assertThat(wanted.query()).startsWith("sum(last_5m):100 * default_zero(sum:maily.http.requests{service:email AND"
                            + " env:production AND track IN (stable,canary)").endsWith(" > 0.5");
                });
        Wanted missing = plan.stream().filter(wanted -> wanted.state() == State.MISSING).findFirst().orElseThrow();
        assertThat(setUp.create(missing)).contains("was created and read back");
        assertThat(setUp.create(missing)).contains("was there already");
        assertThat(setUp.plan(objectives)).extracting(Wanted::state).contains(State.THERE)
                .doesNotContain(State.MISSING, State.DIFFERENT);
        assertThat(new DatadogMonitors(wire.checked, "production").all("")).hasSize(2);
        assertThat(monitors().active()).as("a healthy email keeps it").isEmpty();

        Objective stricter = objectives.stream().filter(objective -> objective.source().equals("datadog")).map(known ->
                new Objective(known.key(), known.title(), known.component(), known.source(), known.query(), known.samples(),
                        known.unit(),
                        known.bound(), 0.25, known.critical())).findFirst().orElseThrow();
        Wanted different = setUp.plan(List.of(stricter)).getFirst();
        assertThat(different.state()).isEqualTo(State.DIFFERENT);
        assertThat(different.differences()).anySatisfy(line -> assertThat(line)
                .isEqualTo("The limit there is \"0.5\", not \"0.25\"."));
    }

    @Test
    void eachSiteHasItsOwnAddresses() {
        assertThat(Site.of(Map.of()).api()).isEqualTo(URI.create("https://api.datadoghq.com"));
        assertThat(Site.of(Map.of("site", "datadoghq.eu")).monitor(7, "").toString())
                .isEqualTo("https://app.datadoghq.eu/monitors/7");
        assertThat(Site.of(Map.of("site", "us3.datadoghq.com")).api()).isEqualTo(URI.create("https://api.us3.datadoghq.com"));
        assertThat(Site.of(Map.of("site", "us3.datadoghq.com")).monitor(7, "").toString())
                .isEqualTo("https://us3.datadoghq.com/monitors/7");
        assertThat(catchThrowableOfType(FailureException.class, () -> Site.of(Map.of("site", "https://datadoghq.com"))).failure())
                .isInstanceOf(Failure.Rejected.class);
    }
}
