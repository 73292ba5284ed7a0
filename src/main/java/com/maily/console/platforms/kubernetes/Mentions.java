package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Whether an object names a Service at all, wherever it does: for telling people what is close to what they look for. */
final class Mentions {

    private Mentions() { }

    /** @param service or its canary; hosts may carry namespace and domain */
    static boolean any(JsonNode object, String service) {
        return within(object.path("spec"), service) || within(object.at("/metadata/annotations"), service);
    }

    private static boolean within(JsonNode node, String service) {
        if (node.isTextual()) {
            String host = node.asText().replaceFirst("\\..*", "");
            return host.equals(service) || host.equals(CanaryDeployment.name(service)) || node.asText().contains("\"" + service
                    + "\"");
        }
        return StreamSupport.stream(node.spliterator(), false).anyMatch(child -> within(child, service));
    }
}
