package com.maily.console.platforms.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word somebody meant by a misspelt one, by Levenshtein's distance. */
final class Nearest {

    private Nearest() { }

    /** Empty when none is near enough to be more than a guess. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= Math.max(1, Math.max(word.length(), candidate.length()) / 3));
    }

    /** How many letters must be put in, taken out or replaced to make {@code b} of {@code a}. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
