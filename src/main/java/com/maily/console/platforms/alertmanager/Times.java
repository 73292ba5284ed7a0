package com.maily.console.platforms.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as Alertmanager writes them: RFC 3339, with whatever offset its machine has. */
final class Times {

    private Times() { }

    static Instant of(JsonNode text) {
        try {
            return OffsetDateTime.parse(text.asText("")).toInstant();
        } catch (DateTimeException e) {
            throw new FailureException(new Failure.Rejected("Alertmanager's answer cannot be read",
                    "A time in it is '" + text.asText("") + "'.", "Check that the address is that of an Alertmanager."), e);
        }
    }
}
