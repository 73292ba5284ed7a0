package com.maily.console.core.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hash chain: each entry is hashed together with the hash of the one before, so that no past entry can change unnoticed. */
public final class Chain {

    private long entries;
    private String head = Entry.GENESIS;
    private Optional<Journal.ChainCheck> broken = Optional.empty();

    public Chain() { }

    /** Goes on after a part that is known to hold. @param last its newest entry */
    public Chain(Optional<Entry> last) {
        entries = last.map(Entry::sequence).orElse(0L);
        head = last.map(Entry::hash).orElse(Entry.GENESIS);
    }

    /** SHA-256 (FIPS 180-4) of the UTF-8 bytes, as 64 lower-case hex digits. */
    public static String hash(String canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes the next line, oldest first. @return whether the chain still holds */
    public boolean accept(Line line) {
        entries++;
        if (broken.isEmpty()) {
            broken = fault(line).map(why -> new Journal.ChainCheck(entries, Math.min(line.sequence(), entries), why));
            head = line.hash();
        }
        return broken.isEmpty();
    }

    private Optional<String> fault(Line line) {
        long expected = entries;
        if (line.sequence() > expected) {
            return Optional.of("Entry " + expected + " is missing: entry " + line.sequence() + " stands in its place.");
        }
        if (line.sequence() < expected) {
            return Optional.of("Entry " + line.sequence() + " stands where entry " + expected + " belongs.");
        }
        if (!line.previous().equals(head)) {
            return Optional.of("Entry " + expected
                    + " does not continue the entry before it: it was moved, or its link was changed.");
        }
        return line.hash().equals(hash(line.canonical())) ? Optional.empty()
                : Optional.of("The content of entry " + expected
                + " does not match its hash: it was changed after it was written.");
    }

    /** What can be said of all lines taken so far. */
    public Journal.ChainCheck check() {
        return broken.map(bad -> new Journal.ChainCheck(entries, bad.firstBad(), bad.why()))
                .orElseGet(() -> new Journal.ChainCheck(entries, 0, ""));
    }

    /** The same, when the store remembers that it once held {@code written} entries: a cut-off tail leaves no other trace. */
    public Journal.ChainCheck check(long written) {
        if (broken.isPresent() || entries >= written) {
            return check();
        }
        return new Journal.ChainCheck(entries, entries + 1, "Entry " + (entries + 1) + " is missing: the journal once held "
                + written + " entries and now ends after " + entries + ".");
    }
}
