package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who may do what, on the wire: refusals in the server's words, and the access review. {@link Accounts} decides. */
final class Access {

    private static final List<String> RESOURCE_ATTRIBUTES =
            List.of("namespace", "verb", "group", "version", "resource", "subresource", "name");

    static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private Access() { }

    /** @throws ApiError 403, before anything else is looked at */
    static void require(Accounts accounts, String user, Call call) {
        Optional<Target> target = call.path().startsWith("/openapi") ? Optional.empty() : target(call);
        boolean may = target.map(one -> accounts.may(user, new Accounts.Rule(verb(call, one.collection()), one.kind().group(),
                one.plural(), one.namespace()))).orElse(true);
        if (!may) {
            throw new ApiError(403, "Forbidden", refusal(user, call), details(call));
        }
    }

    private static Optional<Target> target(Call call) {
        try {
            return Target.of(call.segments());
        } catch (ApiError unknownResource) {
            return Optional.empty();
        }
    }

    static String refusal(String user, Call call) {
        Target target = Target.of(call.segments()).orElse(null);
        if (target == null) {
            return "forbidden: User \"" + user + "\" cannot " + verb(call, true) + " path \"" + call.path() + "\"";
        }
        String subject = target.kind().qualifiedPlural() + (target.collection() ? "" : " \"" + target.name() + "\"");
        return subject + " is forbidden: User \"" + user + "\" cannot " + verb(call, target.collection()) + " resource \""
                + target.plural()
                + "\" in API group \"" + target.kind().group() + "\" "
                + (target.namespace().isEmpty() ? "at the cluster scope" : "in the namespace \"" + target.namespace() + "\"");
    }

    static ObjectNode details(Call call) {
        ObjectNode details = Json.object();
        Target.of(call.segments()).ifPresent(target -> {
            if (!target.collection()) {
                details.put("name", target.name());
            }
            if (!target.kind().group().isEmpty()) {
                details.put("group", target.kind().group());
            }
            details.put("kind", target.kind().plural());
        });
        return details;
    }

    private static String verb(Call call, boolean collection) {
        return switch (call.method()) {
            case "GET" -> call.watches() ? "watch" : collection ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "DELETE" -> collection ? "deletecollection" : "delete";
            default -> "patch";
        };
    }

    /** @throws ApiError 422 when the review asks for nothing */
    static ObjectNode review(Accounts accounts, String user, Call call) {
        JsonNode spec = call.contentType().contains("protobuf") ? fromProtobuf(call.body()) : call.json("SelfSubjectAccessReview")
                .path("spec");
        if (!spec.has("resourceAttributes") && !spec.has("nonResourceAttributes")) {
            throw ApiError.invalid("authorization.k8s.io", "", "", List.of(Cause.invalid("spec.resourceAttributes", "null",
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified")));
        }
        ObjectNode review = Json.object().put("kind", "SelfSubjectAccessReview").put("apiVersion", "authorization.k8s.io/v1");
        Json.child(review, "metadata");
        review.set("spec", spec);
        Json.child(review, "status").put("allowed", allowed(accounts, user, spec.path("resourceAttributes")));
        return review;
    }

    /** What is asked of no resource, such as {@code /metrics}, is free for all. */
    private static boolean allowed(Accounts accounts, String user, JsonNode asked) {
        String subresource = Json.text(asked, "subresource");
        return asked.isMissingNode() || accounts.may(user, new Accounts.Rule(Json.text(asked, "verb"), Json.text(asked, "group"),
                Json.text(asked, "resource") + (subresource.isEmpty() ? "" : "/" + subresource), Json.text(asked, "namespace")));
    }

    /** kubectl sends this one request as protobuf: magic, an envelope whose field 2 is the review, whose field 2 is the spec. */
    private static ObjectNode fromProtobuf(byte[] body) {
        byte[] envelope = Arrays.copyOfRange(body, Math.min(4, body.length), body.length);
        byte[] spec = field(field(envelope, 2), 2);
        ObjectNode result = Json.object();
        byte[] attributes = field(spec, 1);
        if (attributes.length > 0) {
            ObjectNode resource = result.putObject("resourceAttributes");
            for (int i = 0; i < RESOURCE_ATTRIBUTES.size(); i++) {
                String value = new String(field(attributes, i + 1), StandardCharsets.UTF_8);
                if (!value.isEmpty()) {
                    resource.put(RESOURCE_ATTRIBUTES.get(i), value);
                }
            }
        } else if (field(spec, 2).length > 0) {
            byte[] path = field(spec, 2);
            result.putObject("nonResourceAttributes").put("path", new String(field(path, 1), StandardCharsets.UTF_8))
                    .put("verb", new String(field(path, 2), StandardCharsets.UTF_8));
        }
        return result;
    }

    /** The first length-delimited field with this number; empty when there is none or the message is broken. */
    private static byte[] field(byte[] message, int number) {
        int[] at = {0};
        while (at[0] < message.length) {
            long tag = varint(message, at);
            if ((tag & 7) == 0) {
                varint(message, at);
            } else if ((tag & 7) == 2) {
                int length = (int) varint(message, at);
                int end = at[0] + length;
                if (length < 0 || end > message.length) {
                    return new byte[0];
                }
                if (tag >>> 3 == number) {
                    return Arrays.copyOfRange(message, at[0], end);
                }
                at[0] = end;
            } else {
                return new byte[0];
            }
        }
        return new byte[0];
    }

    private static long varint(byte[] message, int[] at) {
        long value = 0;
        for (int shift = 0; shift < 63 && at[0] < message.length; shift += 7) {
            byte part = message[at[0]++];
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                break;
            }
        }
        return value;
    }
}
