package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** Answers list requests: selectors, pages and versions. Used under the clock's lock. */
final class ListReader {

    /** @param meta the list's metadata: resourceVersion, continue, remainingItemCount */
    record Page(List<ObjectNode> items, ObjectNode meta) { }

    private final ObjectStore store;

    ListReader(ObjectStore store) {
        this.store = store;
    }

    /** @throws ApiError 400, 410 for an expired page, 504 for a version that does not exist yet */
    Page read(Target target, Call call) {
        Predicate<ObjectNode> wanted = matching(target, call);
        int limit = number(call.parameter("limit"));
        String asked = call.parameter("resourceVersion");
        long version = store.version();
        checkVersion(target.kind(), asked, call.parameter("resourceVersionMatch"), version);
        String token = call.parameter("continue");
        Key after = new Key("", "");
        if (!token.isEmpty()) {
            JsonNode start = decode(token);
            after = key(target, Json.text(start, "start"));
            long at = Json.at(start, "rv").asLong();
            if (at >= 0 && !store.remembers(target.kind(), at)) {
                throw tooOld(target, after);
            }
            version = at < 0 ? version : at;
        }
        Key from = after;
        List<ObjectNode> all = store.all(target.kind(), target.namespace()).stream()
                .filter(object -> token.isEmpty() || Meta.key(object).compareTo(from) > 0).filter(wanted).toList();
        ObjectNode meta = Json.object().put("resourceVersion", Long.toString(version));
        if (limit == 0 || asked.equals("0") || all.size() <= limit) {
            return new Page(all, meta);
        }
        meta.put("continue", token(target, Meta.key(all.get(limit - 1)), version));
        if (call.parameter("labelSelector").isEmpty() && call.parameter("fieldSelector").isEmpty()) {
            meta.put("remainingItemCount", all.size() - limit);
        }
        return new Page(all.subList(0, limit), meta);
    }

    static Predicate<ObjectNode> matching(Target target, Call call) {
        LabelSelector labels = LabelSelector.parse(call.parameter("labelSelector"));
        FieldSelector fields = FieldSelector.parse(target.kind(), call.parameter("fieldSelector"));
        return object -> labels.test(Meta.labels(object)) && fields.test(object)
                && (target.name().isEmpty() || Meta.name(object).equals(target.name()));
    }

    private void checkVersion(Kind kind, String asked, String match, long current) {
        if (asked.isEmpty()) {
            return;
        }
        long version = parse(asked);
        if (version > current) {
            ObjectNode details = Json.object();
            details.putArray("causes").addObject().put("reason", "ResourceVersionTooLarge")
                    .put("message", "Too large resource version");
            throw new ApiError(504, "Timeout", "Timeout: Too large resource version: " + version + ", current: " + current,
                    details.put("retryAfterSeconds", 1));
        }
        if (match.equals("Exact") && !store.remembers(kind, version)) {
            throw new ApiError(410, "Expired", "The resourceVersion for the provided list is too old.");
        }
    }

    /** @throws ApiError 500, as the real server has it */
    static long parse(String version) {
        if (!version.matches("\\d{1,18}")) {
            throw new ApiError(500, "", "resourceVersion: Invalid value: \"" + version + "\": strconv.ParseUint: parsing \""
                    + version
                    + "\": invalid syntax");
        }
        return Long.parseLong(version);
    }

    private static int number(String text) {
        if (!text.matches("\\d{0,9}")) {
            throw ApiError.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static ApiError tooOld(Target target, Key after) {
        return new ApiError(410, "Expired",
                "The provided continue parameter is too old to display a consistent list result. You can start "
                + "a new list without the continue parameter, or use the continue token in this response to retrieve the "
                + "remainder of the "
                + "results. Continuing with the provided token results in an inconsistent list - objects that were created, "
                + "modified, or "
                + "deleted between the time the first chunk was returned and now may show up in the list.")
                .withContinue(token(target, after, -1));
    }

    private static String token(Target target, Key last, long version) {
        String start = target.namespace().isEmpty() ? last.toString() : "/" + last.name();
        String json = Json.object().put("v", "meta.k8s.io/v1").put("rv", version).put("start", start + "\0").toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode decode(String token) {
        try {
            return Json.parse(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("invalid continue token: continue key is not valid: invalid character 'i' looking for "
                    + "beginning of value");
        }
    }

    private static Key key(Target target, String start) {
        String[] parts = start.replace("\0", "").substring(1).split("/", 2);
        return parts.length == 2 ? new Key(parts[0], parts[1]) : new Key(target.namespace(), parts[0]);
    }
}
