package com.maily.console.core.engine;

import com.maily.console.core.journal.History;
import com.maily.console.core.model.Plan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names runs so that people can say them: {@code dep-20251120-0148}, {@code rb-20251120-0331-2}. */
final class DeploymentIds {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DeploymentIds() { }

    static String next(Plan.Intent intent, Instant now, History history) {
        String id = switch (intent) {
            case FORWARD -> "dep-";
            case BACK -> "rb-";
        } + MINUTE.format(now);
        int number = 1;
        String candidate = id;
        while (history.deployment(candidate).isPresent()) {
            number++;
            candidate = id + "-" + number;
        }
        return candidate;
    }
}
