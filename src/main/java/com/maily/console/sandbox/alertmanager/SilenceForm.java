package com.maily.console.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks what is posted as a silence, in the order and words of the real one. */
final class SilenceForm {

    private SilenceForm() { }

    static AlertAnswer post(AlertWorld world, JsonNode body) {
        for (String field : List.of("comment", "createdBy", "endsAt", "matchers", "startsAt")) {
            if (body.path(field).isMissingNode()) {
                return AlertAnswer.refusal(422, 602, field + " in body is required");
            }
        }
        Optional<Instant> from = time(body, "startsAt");
        Optional<Instant> until = time(body, "endsAt");
        if (from.isEmpty() || until.isEmpty()) {
            return AlertAnswer.refusal(400, 400, "parsing silence body from \"\" failed, because parsing time failed");
        }
        List<SilenceMatcher> matchers = new ArrayList<>();
        body.path("matchers").forEach(one -> matchers.add(new SilenceMatcher(one.path("name").asText(""),
                one.path("value").asText(""), one.path("isRegex").asBoolean(false), one.path("isEqual").asBoolean(true))));
        HeldSilence silence = new HeldSilence(body.path("id").asText(""), matchers, from.get(), until.get(),
                body.path("createdBy").asText(""), body.path("comment").asText(""), world.now());
        return refusal(world, silence).orElseGet(() -> AlertAnswer.json(
                JsonNodeFactory.instance.objectNode().put("silenceID", world.post(silence))));
    }

    private static Optional<AlertAnswer> refusal(AlertWorld world, HeldSilence silence) {
        if (silence.matchers().isEmpty()) {
            return Optional.of(AlertAnswer.refusal(422, 612, "matchers in body should have at least 1 items"));
        }
        if (!silence.from().isBefore(silence.until())) {
            return Optional.of(AlertAnswer.refusal(400, "Failed to create silence: start time must be before end time"));
        }
        if (silence.until().isBefore(world.now())) {
            return Optional.of(AlertAnswer.refusal(400, "Failed to create silence: end time can't be in the past"));
        }
        if (!silence.id().isEmpty() && world.silence(silence.id()).isEmpty()) {
            return Optional.of(AlertAnswer.refusal(404, "silence not found"));
        }
        return wrongMatchers(silence.matchers()).map(why -> AlertAnswer.refusal(400, "silence invalid: " + why));
    }

    private static Optional<String> wrongMatchers(List<SilenceMatcher> matchers) {
        for (SilenceMatcher matcher : matchers) {
            if (matcher.isRegex() && !isPattern(matcher.value())) {
                return Optional.of("invalid label matcher 0: invalid regular expression \"" + matcher.value() + "\"");
            }
        }
        return matchers.stream().allMatch(SilenceMatcher::acceptsNothing)
                ? Optional.of("at least one matcher must not match the empty string") : Optional.empty();
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Optional<Instant> time(JsonNode body, String field) {
        try {
            return Optional.of(OffsetDateTime.parse(body.path(field).asText("")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
