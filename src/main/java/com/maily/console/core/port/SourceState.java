package com.maily.console.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fresh a platform's answers are; every lamp and age on screen is drawn from it.
 *
 * @param name     as people say it: {@code Kubernetes}
 * @param interval how often it is expected to answer
 * @param lastGood when it last answered well; empty when it never did
 * @param trouble  why the last attempt failed, or what is odd about its answers; empty when all is well
 */
public record SourceState(String name, Duration interval, Optional<Instant> lastGood, String trouble) {

    public enum Freshness { LIVE, AGEING, STALE, LOST, NEVER }

    /** As one of a region's sources, {@code Kubernetes eu-west-1}. */
    SourceState in(String region) {
        return new SourceState(name + " " + region, interval, lastGood, trouble);
    }

    /** The rule of shared staleness: live to 2 intervals, ageing to 4, stale beyond that or a minute, lost after five minutes. */
    public Freshness freshness(Instant now) {
        if (lastGood.isEmpty()) {
            return Freshness.NEVER;
        }
        Duration age = Duration.between(lastGood.get(), now);
        if (age.compareTo(Duration.ofMinutes(5)) > 0) {
            return Freshness.LOST;
        }
        if (age.compareTo(interval.multipliedBy(4)) > 0 || age.compareTo(Duration.ofMinutes(1)) > 0) {
            return Freshness.STALE;
        }
        return age.compareTo(interval.multipliedBy(2)) > 0 ? Freshness.AGEING : Freshness.LIVE;
    }
}
