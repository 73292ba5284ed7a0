package com.maily.console.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal journal() {
        return new MemoryJournal(STOPPED);
    }

    private static String export(Journal journal) throws IOException {
        StringBuilder out = new StringBuilder();
        JournalExport.write(journal, out);
        return out.toString();
    }

    private Journal filled() {
        Journal journal = journal();
        Samples.of(Event.class).forEach(event -> journal.append("d-1", EVE, event));
        return journal;
    }

    @Test
    void theSameEventsGiveTheSameExportByteForByte() throws IOException {
        assertThat(export(filled())).isEqualTo(export(filled()));
    }

    /** What docs/journal.md tells others to do, done without this program's own classes. */
    @Test
    void anExportIsVerifiedByCuttingTheHashOutOfEachLine() throws Exception {
        String previous = "0".repeat(64);
        long sequence = 0;
        for (String line : export(filled()).split("\n")) {
            JsonNode entry = new ObjectMapper().readTree(line);
            String hash = entry.get("hash").asText();
            String canonical = line.replace("\"hash\":\"" + hash + "\",", "");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
            assertThat(entry.get("previous").asText()).isEqualTo(previous);
            assertThat(entry.get("sequence").asLong()).isEqualTo(++sequence);
            previous = hash;
        }
        assertThat(sequence).isEqualTo(Samples.of(Event.class).count());
    }

    @Test
    void aLongJournalIsExportedWhole() throws IOException {
        try (Journal journal = journal()) {
            for (int i = 0; i < 2_500; i++) {
                journal.append("d-1", EVE, new Event.StepNoted("1.1", "n" + i));
            }
            StringBuilder out = new StringBuilder();
            assertThat(JournalExport.write(journal, out)).isEqualTo(2_500);
            assertThat(out.toString().lines()).hasSize(2_500);
        }
    }
}
