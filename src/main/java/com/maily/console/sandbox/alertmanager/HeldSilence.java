package com.maily.console.sandbox.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A silence as the sandbox's Alertmanager holds it. */
record HeldSilence(String id, List<SilenceMatcher> matchers, Instant from, Instant until, String by, String comment, Instant updated) {

    String state(Instant now) {
        return !until.isAfter(now) ? "expired" : from.isAfter(now) ? "pending" : "active";
    }

    boolean mutes(Map<String, String> labels, Instant now) {
        return state(now).equals("active") && matchers.stream().allMatch(matcher -> matcher.accepts(labels));
    }

    HeldSilence until(Instant end, Instant now) {
        return new HeldSilence(id, matchers, from, end, by, comment, now);
    }
}
