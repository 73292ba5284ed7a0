package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the API server refuses, in its own words as far as they are recorded. */
final class Validation {

    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int HIGHEST_WEIGHT = 1_000_000;

    private Validation() { }

    /** @throws ApiError 400 for a wrong type, 422 with every cause for wrong values */
    static void check(Kind kind, ObjectNode object, @Nullable ObjectNode before) {
        List<Cause> causes = new ArrayList<>();
        name(object, causes);
        JsonNode spec = object.path("spec");
        switch (kind.name()) {
            case "Deployment", "ReplicaSet", "StatefulSet" -> {
                replicas(kind, spec, causes);
                workload(kind, object, before, causes);
            }
            case "DaemonSet" -> workload(kind, object, before, causes);
            case "Job" -> job(spec, before, causes);
            case "Lease" -> lease(object, spec, causes);
            case "HTTPRoute" -> route(spec, causes);
            case "Pod" -> containers(spec, "spec", causes);
            default -> { }
        }
        if (!causes.isEmpty()) {
            throw ApiError.invalid(kind, Meta.name(object), causes);
        }
    }

    private static void name(ObjectNode object, List<Cause> causes) {
        if (!SUBDOMAIN.matcher(Meta.name(object)).matches()) {
            causes.add(Cause.invalid("metadata.name", "\"" + Meta.name(object) + "\"",
                    "a lowercase RFC 1123 subdomain must consist of "
                    + "lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character "
                    + "(e.g. "
                    + "'example.com', regex used for validation is '" + SUBDOMAIN.pattern() + "')"));
        }
    }

    private static void replicas(Kind kind, JsonNode spec, List<Cause> causes) {
        JsonNode replicas = spec.path("replicas");
        if (!replicas.isInt()) {
            throw ApiError.badRequest(kind.name() + " in version \"v1\" cannot be handled as a " + kind.name()
                    + ": json: cannot unmarshal " + (replicas.isTextual() ? "string" : "number") + " into Go struct field "
                    + kind.name() + "Spec.spec.replicas of type int32");
        }
        if (replicas.asInt() < 0) {
            causes.add(Cause.invalid("spec.replicas", replicas.toString(), "must be greater than or equal to 0"));
        }
    }

    private static void workload(Kind kind, ObjectNode object, @Nullable ObjectNode before, List<Cause> causes) {
        JsonNode spec = object.path("spec");
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (spec.path("selector").isEmpty()) {
            causes.add(Cause.invalid("spec.selector", "{}", "empty selector is invalid for " + kind.singular()));
        } else if (!LabelSelector.of(spec.path("selector")).test(Json.strings(labels))) {
            String shown = labels.isMissingNode() ? "null" : labels.toString();
            causes.add(Cause.invalid("spec.template.metadata.labels", shown, "`selector` does not match template `labels`"));
        }
        containers(Json.at(spec, "template", "spec"), "spec.template.spec", causes);
        if (before != null && !before.path("spec").path("selector").equals(spec.path("selector"))) {
            causes.add(Cause.invalid("spec.selector", spec.path("selector").toString(), "field is immutable"));
        }
    }

    private static void containers(JsonNode pod, String path, List<Cause> causes) {
        JsonNode containers = pod.path("containers");
        if (containers.isEmpty()) {
            causes.add(Cause.required(path + ".containers"));
        }
        for (int i = 0; i < containers.size(); i++) {
            String here = path + ".containers[" + i + "]";
            if (Json.text(containers.get(i), "name").isEmpty()) {
                causes.add(Cause.required(here + ".name"));
            }
            if (Json.text(containers.get(i), "image").isEmpty()) {
                causes.add(Cause.required(here + ".image"));
            }
        }
    }

    private static void job(JsonNode spec, @Nullable ObjectNode before, List<Cause> causes) {
        containers(Json.at(spec, "template", "spec"), "spec.template.spec", causes);
        String policy = Json.text(spec, "template", "spec", "restartPolicy");
        if (!policy.equals("Never") && !policy.equals("OnFailure")) {
            causes.add(new Cause("FieldValueRequired", "Required value: valid values: \"OnFailure\", \"Never\"",
                    "spec.template.spec.restartPolicy"));
        }
        if (before != null && !before.path("spec").path("template").equals(spec.path("template"))) {
            causes.add(Cause.invalid("spec.template", spec.path("template").toString(), "field is immutable"));
        }
    }

    /** Lease times are MicroTime: six fraction digits, no more and no fewer. */
    private static void lease(ObjectNode object, JsonNode spec, List<Cause> causes) {
        for (String field : List.of("acquireTime", "renewTime")) {
            String time = Json.text(spec, field);
            if (!time.isEmpty()) {
                MicroTime.refusal(time).ifPresent(why -> {
                    throw ApiError.invalid("", "", "", List.of(Cause.invalid("patch", Json.canonical(object), why)));
                });
            }
        }
        if (spec.has("leaseDurationSeconds") && Json.number(spec, "leaseDurationSeconds") <= 0) {
            causes.add(Cause.invalid("spec.leaseDurationSeconds", spec.path("leaseDurationSeconds").toString(),
                    "must be greater than 0"));
        }
    }

    private static void route(JsonNode spec, List<Cause> causes) {
        for (int r = 0; r < spec.path("rules").size(); r++) {
            JsonNode backends = spec.path("rules").get(r).path("backendRefs");
            for (int b = 0; b < backends.size(); b++) {
                String field = "spec.rules[" + r + "].backendRefs[" + b + "].weight";
                JsonNode weight = backends.get(b).path("weight");
                if (!weight.isIntegralNumber()) {
                    causes.add(new Cause("FieldValueTypeInvalid", "Invalid value: " + weight + ": " + field
                            + " in body must be of type integer", field));
                } else if (weight.asLong() < 0) {
                    causes.add(Cause.invalid(field, weight.toString(), field + " in body should be greater than or equal to 0"));
                } else if (weight.asLong() > HIGHEST_WEIGHT) {
                    causes.add(Cause.invalid(field, weight.toString(), field + " in body should be less than or equal to "
                            + HIGHEST_WEIGHT));
                }
            }
        }
    }
}
