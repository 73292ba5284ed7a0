package com.maily.console.sandbox.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simple query string, as far as people type one: words that must occur, {@code "phrases"}, {@code -not these}, all
 * joined by and.
 */
record Words(List<String> wanted, List<String> unwanted) {

    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

    static Words of(String text) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        Matcher term = TERM.matcher(text.toLowerCase(Locale.ROOT));
        while (term.find()) {
            String word = term.group(2) == null ? term.group(3).replace("*", "") : term.group(2);
            (term.group(1).isEmpty() ? wanted : unwanted).add(word);
        }
        return new Words(wanted, unwanted);
    }

    boolean in(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(text::contains) && unwanted.stream().noneMatch(text::contains);
    }
}
