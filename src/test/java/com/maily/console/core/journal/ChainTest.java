package com.maily.console.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static List<Line> lines(int count) {
        List<Line> lines = new ArrayList<>();
        String head = Entry.GENESIS;
        for (int i = 1; i <= count; i++) {
            lines.add(EntryCodec.line(i, Instant.EPOCH.plusSeconds(i), "d-1", Actor.SYSTEM,
                    EntryCodec.event(new Event.Paused("p" + i)), head));
            head = lines.getLast().hash();
        }
        return lines;
    }

    private static Journal.ChainCheck check(List<Line> lines) {
        Chain chain = new Chain();
        lines.forEach(chain::accept);
        return chain.check();
    }

    @Test
    void theHashIsSha256OfTheLineWithoutItsHash() {
        Line line = lines(1).getFirst();
        assertThat(line.canonical()).isEqualTo("{\"actor\":{\"name\":\"system\",\"source\":\"Console\"},\"at\":\"1970-01-01T00:00:01Z\","
                + "\"deployment\":\"d-1\",\"event\":{\"reason\":\"p1\",\"type\":\"Paused\"},\"previous\":\"" + Entry.GENESIS
                + "\",\"sequence\":1}");
        assertThat(line.json()).isEqualTo(line.canonical().replace("\"previous\"", "\"hash\":\"" + line.hash()
                + "\",\"previous\""));
        assertThat(Chain.hash("abc")).as("the example of FIPS 180-4")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(check(lines(5))).isEqualTo(new Journal.ChainCheck(5, 0, ""));
        assertThat(check(List.of()).holds()).isTrue();
    }

    @Test
    void aChangedEntryIsNamed() {
        List<Line> lines = lines(5);
        Line third = lines.get(2);
        lines.set(2, new Line(3, third.at(), third.deployment(), "mallory", third.actorSource(), third.event(), third.previous(),
                third.hash()));
        assertThat(check(lines).firstBad()).isEqualTo(3);
        assertThat(check(lines).why()).contains("does not match its hash");
    }

    @Test
    void aChangeWithARecomputedHashShowsAtTheNextEntry() {
        List<Line> lines = lines(5);
        Line third = lines.get(2);
        lines.set(2, EntryCodec.line(3, Instant.EPOCH, "d-2", Actor.SYSTEM, third.event(), third.previous()));
        assertThat(check(lines).firstBad()).isEqualTo(4);
    }

    @Test
    void aMissingAMovedAndADoubledEntryAreNamed() {
        List<Line> missing = lines(5);
        missing.remove(2);
        assertThat(check(missing)).extracting(Journal.ChainCheck::firstBad, Journal.ChainCheck::why)
                .containsExactly(3L, "Entry 3 is missing: entry 4 stands in its place.");
        List<Line> moved = lines(5);
        Collections.swap(moved, 1, 2);
        assertThat(check(moved).firstBad()).isEqualTo(2);
        List<Line> doubled = lines(5);
        doubled.add(2, doubled.get(1));
        assertThat(check(doubled)).extracting(Journal.ChainCheck::firstBad, Journal.ChainCheck::why)
                .containsExactly(2L, "Entry 2 stands where entry 3 belongs.");
    }

    @Test
    void aCutOffEndShowsWhenTheStoreRemembersIt() {
        Chain chain = new Chain();
        lines(3).forEach(chain::accept);
        assertThat(chain.check(5).firstBad()).isEqualTo(4);
        assertThat(chain.check(3).holds()).isTrue();
    }

    @Test
    void aChainGoesOnAfterAKnownPart() {
        List<Line> lines = lines(4);
        Chain chain = new Chain(Optional.of(EntryCodec.entry(lines.get(1))));
        assertThat(chain.accept(lines.get(2))).isTrue();
        assertThat(chain.accept(lines.get(3))).isTrue();
        assertThat(chain.check().entries()).isEqualTo(4);
    }
}
