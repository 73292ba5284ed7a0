package com.maily.console.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryCodecTest {

    /** Frozen: a name that is missing or different here makes existing journals unreadable. New ones are only added. */
    private static final List<String> EVENT_NAMES = List.of("DeploymentStarted", "StepStarted", "StepActed", "StepNoted",
            "StepSucceeded", "StepFailed", "StepHeld", "StepBecameUncertain", "StepRetried", "StepSkipped", "GateOpened",
            "GateAnswered", "WeightShifted", "WeightObserved", "VerdictReached", "VersionObserved", "Paused", "Resumed",
            "LockTaken", "LockReleased", "LockTakenOver", "LockBroken", "LockLost", "LockAwaited", "DeploymentFinished");
    private static final List<String> STEP_NAMES = List.of("inspect", "run-job", "deploy", "canary", "soak", "approve", "restore",
            "notify");
    private static final List<String> FAILURE_NAMES = List.of("unreachable", "denied", "missing", "conflict", "rejected",
            "throttled", "timed-out", "defect");

    private final ObjectMapper plain = new ObjectMapper();

    static Stream<Event> events() {
        return Samples.of(Event.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventSurvivesTheWayToTextAndBack(Event event) {
        assertThat(EntryCodec.event(EntryCodec.event(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theTextIsStableWithSortedKeys(Event event) throws Exception {
        String json = EntryCodec.event(event);
        assertThat(EntryCodec.event(EntryCodec.event(json))).isEqualTo(json);
        assertSorted(plain.readTree(json));
    }

    private static void assertSorted(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(names).isSorted();
        node.forEach(EntryCodecTest::assertSorted);
    }

    @Test
    void theNamesOfOldTypesNeverChange() throws Exception {
        List<String> events = new ArrayList<>();
        for (Event event : events().toList()) {
            events.add(plain.readTree(EntryCodec.event(event)).get("type").asText());
        }
        assertThat(events).containsAll(EVENT_NAMES);
        JsonNode started = plain.readTree(EntryCodec.event(events().findFirst().orElseThrow()));
        assertThat(started.at("/plan/phases/0/steps").findValuesAsText("kind")).containsAll(STEP_NAMES);
        List<String> failures = new ArrayList<>();
        for (var failure : Samples.of(Failure.class).toList()) {
            failures.add(plain.readTree(EntryCodec.event(new Event.StepFailed("1.1", failure))).at("/failure/kind").asText());
        }
        assertThat(failures).containsAll(FAILURE_NAMES);
    }

    @Test
    void theTextIsFrozenToTheLetter() {
        assertThat(EntryCodec.event(new Event.StepStarted("3.2", 1)))
                .isEqualTo("{\"attempt\":1,\"step\":\"3.2\",\"type\":\"StepStarted\"}");
        assertThat(EntryCodec.event(new Event.WeightShifted("3.2", "api", Weight.ZERO,
                Weight.ofPercent(25), "kubectl")))
                .isEqualTo("{\"command\":\"kubectl\",\"component\":\"api\",\"from\":{\"basisPoints\":0},\"step\":\"3.2\","
                        + "\"to\":{\"basisPoints\":2500},\"type\":\"WeightShifted\"}");
    }

    @Test
    void durationsAreIsoText() {
        String json = EntryCodec.event(events().findFirst().orElseThrow());
        assertThat(json).contains("\"planned\":\"PT25H1M1.001S\"");
    }

    @Test
    void whatTheSourceDidNotSayStaysUnsaid() {
        Event event = new Event.VerdictReached("3.2", "api", new Verdict(Verdict.Word.NO_DATA, "no data", Double.NaN,
                List.of(new Verdict.Judgement("p99", Verdict.Word.NO_DATA, null, null, 200, "ms", ""))));
        assertThat(EntryCodec.event(EntryCodec.event(event))).isEqualTo(event);
    }

    @Test
    void aVerdictWrittenBeforeItShowedItsWorkingIsStillRead() {
        String old = "{\"component\":\"api\",\"step\":\"3.2\",\"type\":\"VerdictReached\",\"verdict\":{"
                + "\"judgements\":[{\"canary\":412.0,\"limit\":200.0,\"objective\":\"p99\",\"sentence\":\"slow\",\"stable\":161.0,\"unit\":\"ms\","
                + "\"word\":\"FAIL\"}],\"samples\":3204.0,\"sentence\":\"slow\",\"word\":\"FAIL\"}}";
        assertThat(EntryCodec.event(old)).isEqualTo(new Event.VerdictReached("3.2", "api",
                new Verdict(Verdict.Word.FAIL, "slow", 3204,
                List.of(new Verdict.Judgement("p99", Verdict.Word.FAIL, 412.0, 161.0, 200, "ms", "slow")))));
    }

    @Test
    void aFieldOfANewerVersionIsPassedOver() {
        assertThat(EntryCodec.event("{\"attempt\":2,\"colour\":{\"a\":[1]},\"step\":\"1.1\",\"type\":\"StepStarted\"}"))
                .isEqualTo(new Event.StepStarted("1.1", 2));
    }

    @Test
    void anEventTypeOfANewerVersionIsNamed() {
        assertThatThrownBy(() -> EntryCodec.event("{\"type\":\"MoonLanded\"}")).isInstanceOf(FailureException.class)
                .hasMessageContaining("MoonLanded").hasMessageContaining("version that wrote it");
        assertThatThrownBy(() -> EntryCodec.event("{\"type\":")).isInstanceOf(FailureException.class)
                .hasMessageContaining("Verify");
    }

    @Test
    void anEntrySurvivesToo() {
        Line line = EntryCodec.line(7, Instant.parse("2026-11-21T12:00:00.5Z"), "d-1", new Actor("eve \"x\"", "Console"),
                EntryCodec.event(new Event.Paused("läuft")), Entry.GENESIS);
        assertThat(EntryCodec.line(EntryCodec.entry(line))).isEqualTo(line);
    }
}
