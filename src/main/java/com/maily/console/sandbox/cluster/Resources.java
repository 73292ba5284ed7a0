package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers requests for objects: a thin translation of the cluster's Java API. */
final class Resources {

    private static final String JSON_OR_YAML = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
    private static final String CUSTOM_PATCHES = "application/json-patch+json, application/merge-patch+json, "
            + "application/apply-patch+yaml";
    private static final int LONGEST_MANAGER = 128;

    private final Cluster cluster;

    Resources(Cluster cluster) {
        this.cluster = cluster;
    }

    Answer answer(Target target, Call call) {
        if (!target.subresource().isEmpty() && !target.kind().subresources().contains(target.subresource())) {
            throw target.subresource().equals("scale") && target.kind().custom()
                    ? ApiError.missing(target.kind(), target.name()) : ApiError.noSuchResource();
        }
        if (target.subresource().equals("eviction")) {
            return evict(target, call);
        }
        return target.collection() ? collection(target, call) : single(target, call);
    }

    private Answer collection(Target target, Call call) {
        return switch (call.method()) {
            case "GET" -> list(target, call);
            case "POST" -> create(target, call);
            case "DELETE" -> deleteAll(target, call);
            default -> throw notAllowed();
        };
    }

    private Answer single(Target target, Call call) {
        Kind kind = target.kind();
        return switch (call.method()) {
            case "GET" -> shown(200, target, call, target.subresource().equals("scale")
                    ? cluster.scale(kind, target.namespace(), target.name())
                    : cluster.read(kind, target.namespace(), target.name()));
            case "PUT" -> shown(200, target, call,
                    cluster.update(kind, target.namespace(), target.name(), body(target, call), write(target, call)));
            case "PATCH" -> patch(target, call);
            case "DELETE" -> delete(target, call);
            default -> throw notAllowed();
        };
    }

    private Answer create(Target target, Call call) {
        JsonNode body = body(target, call);
        List<String> unknown = KnownFields.unknown(target.kind(), body);
        if (strict(call, unknown)) {
            throw ApiError.badRequest(target.kind().name() + " in version \"" + target.kind().version()
                    + "\" cannot be handled as a " + target.kind().name() + ": " + decodingError(unknown));
        }
        ObjectNode made = cluster.create(target.kind(), target.namespace(), body, write(target, call));
        return warned(shown(201, target, call, made), call, unknown);
    }

    private static boolean strict(Call call, List<String> unknown) {
        return !unknown.isEmpty() && call.parameter("fieldValidation").equals("Strict");
    }

    private static String decodingError(List<String> unknown) {
        return "strict decoding error: unknown field \"" + String.join("\", unknown field \"", unknown) + "\"";
    }

    private static Answer warned(Answer answer, Call call, List<String> unknown) {
        boolean silent = unknown.isEmpty() || call.parameter("fieldValidation").equals("Ignore");
        return silent ? answer : answer.with("Warning", "299 - \"unknown field \\\"" + unknown.getFirst() + "\\\"\"");
    }

    private Answer list(Target target, Call call) {
        Shape shape = Shape.of(call.accept());
        return cluster.clock().locked(() -> {
            ListReader.Page page = new ListReader(cluster.store()).read(target, call);
            return Answer.json(200, shape.many(target.kind(), page.items(), page.meta(), call.parameter("includeObject"),
                    cluster.clock().instant()));
        });
    }

    private Answer patch(Target target, Call call) {
        Kind kind = target.kind();
        PatchKind patchKind = PatchKind.of(call.contentType()).orElseThrow(() ->
                new ApiError(415, "UnsupportedMediaType", "415: Unsupported Media Type"));
        if (kind.custom() && patchKind == PatchKind.STRATEGIC) {
            throw new ApiError(415, "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include: "
                    + CUSTOM_PATCHES);
        }
        JsonNode body = call.json("");
        List<String> unknown = patchKind == PatchKind.JSON ? KnownFields.unknownPaths(kind, body)
                : KnownFields.unknown(kind, body);
        if (target.subresource().isEmpty() && strict(call, unknown)) {
            throw patchKind == PatchKind.APPLY ? new ApiError(500, "", "failed to create typed patch object ("
                    + target.namespace() + "/" + target.name() + "; " + kind.apiVersion() + ", Kind=" + kind.name() + "): ."
                    + unknown.getFirst() + ": field not declared in schema")
                    : ApiError.invalid("", "", "", List.of(Cause.invalid("patch", "\"" + body + "\"", decodingError(unknown))));
        }
        return cluster.clock().locked(() -> {
            boolean there = cluster.store().find(kind, new Key(target.namespace(), target.name())).isPresent();
            ObjectNode result = cluster.patch(kind, target.namespace(), target.name(), patchKind, body, write(target, call));
            return warned(shown(there ? 200 : 201, target, call, result), call, unknown);
        });
    }

    private Answer delete(Target target, Call call) {
        Deletion deletion = deletion(call);
        ObjectNode result = cluster.delete(target.kind(), target.namespace(), target.name(), deletion);
        Answer answer = shown(200, target, call, result);
        return target.kind().equals(Kinds.JOBS) && deletion.policy().isEmpty()
                ? answer.with("Warning", "299 - \"child pods are preserved by "
                + "default when jobs are deleted; set propagationPolicy=Background to remove them or set "
                + "propagationPolicy=Orphan to suppress "
                + "this warning\"") : answer;
    }

    private Answer deleteAll(Target target, Call call) {
        Deletion deletion = deletion(call);
        return cluster.clock().locked(() -> {
            List<ObjectNode> gone = List.copyOf(new ListReader(cluster.store()).read(target, call).items());
            gone.forEach(object -> cluster.delete(target.kind(), Meta.namespace(object), Meta.name(object), deletion));
            ObjectNode meta = Json.object().put("resourceVersion", Long.toString(cluster.version()));
            return Answer.json(200, Shape.WHOLE.many(target.kind(), gone, meta, "", cluster.clock().instant()));
        });
    }

    private Answer evict(Target target, Call call) {
        if (!call.method().equals("POST")) {
            throw notAllowed();
        }
        JsonNode options = call.json("Eviction").path("deleteOptions");
        cluster.delete(Kinds.PODS, target.namespace(), target.name(), Deletion.of(options));
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        Json.child(status, "metadata");
        return Answer.json(201, status.put("status", "Success").put("code", 201));
    }

    private Answer shown(int code, Target target, Call call, ObjectNode object) {
        Shape shape = Shape.of(call.accept());
        boolean plain = Json.text(object, "kind").equals("Status") || Json.text(object, "kind").equals("Scale");
        ObjectNode shown = plain ? object
                : shape.one(target.kind(), object, call.parameter("includeObject"), cluster.clock().instant(), true);
        return call.accept().startsWith("application/yaml") ? yaml(code, shown) : Answer.json(code, shown);
    }

    private static Answer yaml(int code, ObjectNode object) {
        try {
            String text = new com.fasterxml.jackson.dataformat.yaml.YAMLMapper().writeValueAsString(object);
            return new Answer(code, "application/yaml", text.getBytes(StandardCharsets.UTF_8), Map.of());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written as YAML", e);
        }
    }

    private static JsonNode body(Target target, Call call) {
        String type = call.contentType();
        if (!type.isEmpty() && !type.equals("application/json") && !type.equals("application/yaml")) {
            throw new ApiError(415, "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include: "
                    + (type.contains("protobuf") ? "application/json, application/yaml" : JSON_OR_YAML));
        }
        return call.json(target.kind().name());
    }

    private static Deletion deletion(Call call) {
        Deletion asked = call.body().length == 0 ? Deletion.PLAIN : Deletion.of(call.json("DeleteOptions"));
        String policy = call.parameter("propagationPolicy");
        return new Deletion(policy.isEmpty() ? asked.policy() : policy, asked.grace(), asked.uid(), asked.version(),
                asked.dryRun() || dryRun(call, "DeleteOptions"));
    }

    private static Write write(Target target, Call call) {
        String options = switch (call.method()) {
            case "POST" -> "CreateOptions";
            case "PUT" -> "UpdateOptions";
            default -> "PatchOptions";
        };
        String manager = call.parameter("fieldManager");
        if (manager.length() > LONGEST_MANAGER) {
            throw ApiError.invalid("meta.k8s.io", options, "",
                    List.of(new Cause("FieldValueTooLong", "Too long: may not be more than 128 bytes", "fieldManager")));
        }
        boolean apply = call.contentType().equals("application/apply-patch+yaml");
        String agent = call.header("user-agent").orElse("unknown").replaceFirst("/.*", "");
        return new Write(manager.isEmpty() && !apply ? agent : manager, dryRun(call, options), call.flag("force"),
                target.subresource());
    }

    private static boolean dryRun(Call call, String options) {
        String value = call.parameter("dryRun");
        if (!value.isEmpty() && !value.equals("All")) {
            throw ApiError.invalid("meta.k8s.io", options, "", List.of(new Cause("FieldValueNotSupported",
                    "Unsupported value: [\"" + value + "\"]: supported values: \"All\"", "dryRun")));
        }
        return !value.isEmpty();
    }

    private static ApiError notAllowed() {
        return new ApiError(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }
}
