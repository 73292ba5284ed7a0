package com.maily.console.core.sla.report;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time the judge can be asked about: it is over, and neither too short nor too long to say anything. */
public record Window(Instant from, Instant to) {

    /** Sources need two scrapes to count anything. */
    public static final Duration SHORTEST = Duration.ofSeconds(30);
    public static final Duration LONGEST = Duration.ofDays(30);
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(s|m|h|d)");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]['Z']", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @throws FailureException {@code Rejected}, with what is wrong with it */
    public static Window of(Instant from, Instant to, Instant now) {
        Duration length = Duration.between(from, to);
        if (to.isAfter(now)) {
            throw rejected("it ends after now, which is " + Said.moment(now) + " UTC.", "Let it end now or before.");
        }
        if (length.compareTo(SHORTEST) < 0) {
            throw rejected(length.isPositive() ? "it is shorter than half a minute, too short to count anything."
                    : "it ends before it begins.",
                    "Let it begin at least 30 s before its end.");
        }
        if (length.compareTo(LONGEST) > 0) {
            throw rejected("it is longer than 30 days.", "Choose a shorter one.");
        }
        return new Window(from, to);
    }

    public static Window last(Duration length, Instant now) {
        return of(now.minus(length), now, now);
    }

    /** {@code 10m}, {@code 90s}, {@code 6h}, {@code 3d}. */
    public static Duration length(String text) {
        Matcher matcher = LENGTH.matcher(text.strip());
        if (!matcher.matches()) {
            throw rejected("'" + text + "' is no length.", "Write it as 90s, 10m, 6h or 3d.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** {@code 2025-11-20T03:12:46Z}, also without the seconds, the letters or with a blank between; always UTC. */
    public static Instant moment(String text) {
        try {
            return LocalDateTime.parse(text.strip(), MOMENT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw rejected("'" + text + "' is no time.", "Write it in UTC as 2025-11-20T03:12:46Z or 2025-11-20 03:12.");
        }
    }

    private static FailureException rejected(String why, String advice) {
        return new FailureException(new Failure.Rejected("The judge cannot be asked about this window", why, advice));
    }
}
