package com.maily.console.platforms.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.HealthCheck;
import com.maily.console.core.port.HealthReading.State;
import com.maily.console.platforms.http.Redaction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A whole answer held against what the workspace file says of it. Pure.
 *
 * @param location    where a redirect leads; empty without
 * @param certificate when the server's certificate runs out; empty without TLS
 */
record Judged(HealthCheck check, int code, String contentType, String location, byte[] body, Duration latency,
              Optional<Instant> certificate) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 60;

    Answer at(Instant now) {
        List<String> faults = faults(now);
        List<String> worries = worries(now);
        State state = !faults.isEmpty() ? State.DOWN : worries.isEmpty() ? State.UP : State.DEGRADED;
        List<String> told = faults.isEmpty() ? worries : faults;
        String well = "Answered " + code + " in " + Words.millis(latency) + ".";
        return new Answer(state, Optional.of(code), Optional.of(latency), certificate,
                told.isEmpty() ? well : told.stream().collect(Collectors.joining("; ", "", ".")));
    }

    private List<String> faults(Instant now) {
        List<String> faults = new ArrayList<>();
        certificate.filter(end -> !end.isAfter(now)).ifPresent(end -> faults.add(Words.ranOut(end, now)));
        if (code != check.status()) {
            String redirect = code / 100 == 3 && !location.isEmpty() ? ", a redirect to " + Words.address(location) : "";
            faults.add("Answered " + code + redirect + " where " + check.status() + " was expected");
        } else {
            check.expected().flatMap(this::mismatch).ifPresent(faults::add);
        }
        return faults;
    }

    private List<String> worries(Instant now) {
        List<String> worries = new ArrayList<>();
        if (latency.compareTo(check.slow()) > 0) {
            worries.add("Slow: took " + Words.millis(latency) + ", more than " + Words.millis(check.slow()));
        }
        certificate.filter(end -> end.isAfter(now) && !end.isAfter(now.plus(check.notice())))
                .ifPresent(end -> worries.add("The certificate runs out " + Words.in(Duration.between(now, end)) + ", on "
                        + Words.day(end)));
        return worries;
    }

    private Optional<String> mismatch(HealthCheck.Expected expected) {
        try {
            JsonNode found = JSON.readTree(body);
            for (String part : expected.field().split("\\.")) {
                found = part.matches("\\d{1,4}") && found.isArray() ? found.path(Integer.parseInt(part)) : found.path(part);
            }
            return found.asText("").equals(expected.value()) ? Optional.empty() : Optional.of("Its " + expected.field() + " is "
                    + said(found) + " where '" + expected.value() + "' was expected");
        } catch (JsonProcessingException e) {
            return Optional.of("Answered " + code + ", but not in JSON (" + Redaction.of(contentType) + ")");
        } catch (IOException e) {
            return Optional.of("Answered " + code + ", but its text cannot be read");
        }
    }

    private static String said(JsonNode found) {
        String text = Redaction.of(found.isValueNode() ? found.asText() : found.isMissingNode() ? "" : found.toString());
        return found.isMissingNode() ? "missing" : "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                + "'";
    }
}
