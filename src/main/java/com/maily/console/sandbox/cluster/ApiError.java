package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** An answer of the cluster that is not a success, with the Status object a real API server sends for it. */
public final class ApiError extends RuntimeException {

    private final int code;
    private final String reason;
    private final transient ObjectNode details;
    private final transient ObjectNode metadata = Json.object();

    ApiError(int code, String reason, String message, ObjectNode details) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    public ApiError(int code, String reason, String message) {
        this(code, reason, message, Json.object());
    }

    public int code() {
        return code;
    }

    /** The machine-readable word, for example {@code NotFound}; empty for some of the server's own faults. */
    public String reason() {
        return reason;
    }

    /** The {@code metav1.Status} of the wire. */
    public ObjectNode status() {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.set("metadata", metadata.deepCopy());
        status.put("status", "Failure").put("message", getMessage());
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        if (!details.isEmpty() || code == 405 || code == 406 || (code == 404 && details.isEmpty())) {
            status.set("details", details);
        }
        return status.put("code", code);
    }

    ApiError withContinue(String token) {
        metadata.put("continue", token);
        return this;
    }

    static ApiError missing(Kind kind, String name) {
        return new ApiError(404, "NotFound", kind.qualifiedPlural() + " \"" + name + "\" not found",
                subject(kind, name, kind.plural()));
    }

    static ApiError noSuchResource() {
        return new ApiError(404, "NotFound", "the server could not find the requested resource");
    }

    static ApiError exists(Kind kind, String name) {
        return new ApiError(409, "AlreadyExists", kind.qualifiedPlural() + " \"" + name + "\" already exists",
                subject(kind, name, kind.plural()));
    }

    static ApiError modified(Kind kind, String name) {
        return conflict(kind, name, "the object has been modified; please apply your changes to the latest version and try "
                + "again");
    }

    static ApiError conflict(Kind kind, String name, String why) {
        return new ApiError(409, "Conflict", "Operation cannot be fulfilled on " + kind.qualifiedPlural() + " \"" + name + "\": "
                + why,
                subject(kind, name, kind.plural()));
    }

    /** Deletion preconditions name the kind, not the plural. */
    static ApiError precondition(Kind kind, String name, String why) {
        return new ApiError(409, "Conflict", "Operation cannot be fulfilled on " + kind.qualifiedName() + " \"" + name + "\": "
                + why,
                subject(kind, name, kind.name()));
    }

    static ApiError badRequest(String message) {
        return new ApiError(400, "BadRequest", message);
    }

    static ApiError invalid(String group, String kind, String name, List<Cause> causes) {
        String sentences = causes.stream().map(Cause::sentence).collect(Collectors.joining(", "));
        String subject = group.isEmpty() ? kind : kind + "." + group;
        ObjectNode details = subject(group, kind, name);
        ArrayNode array = details.putArray("causes");
        causes.forEach(cause -> array.addObject().put("reason", cause.reason()).put("message", cause.message())
                .put("field", cause.field()));
        return new ApiError(422, "Invalid", subject + " \"" + name + "\" is invalid: "
                + (causes.size() == 1 ? sentences : "[" + sentences + "]"), details);
    }

    static ApiError invalid(Kind kind, String name, List<Cause> causes) {
        return invalid(kind.group(), kind.name(), name, causes);
    }

    /** A JSON patch that cannot be applied; the server gives no cause. */
    static ApiError unprocessable() {
        return new ApiError(422, "Invalid", "the server rejected our request due to an error in our request");
    }

    static ApiError expired(long asked, long oldest) {
        return new ApiError(410, "Expired", "too old resource version: " + asked + " (" + oldest + ")");
    }

    private static ObjectNode subject(Kind kind, String name, String word) {
        return subject(kind.group(), word, name);
    }

    private static ObjectNode subject(String group, String word, String name) {
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!group.isEmpty()) {
            details.put("group", group);
        }
        return word.isEmpty() ? details : details.put("kind", word);
    }
}
