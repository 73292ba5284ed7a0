package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A pod template as YAML for people to compare, without what its controller derives from it. Values of variables that look secret
 * by their name, and passwords in addresses, are shown as dots.
 */
final class TemplateText {

    static final String HIDDEN = "••••••";
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|token|passw|pwd|credential|private|signature|"
            + "(api|access|encryption|signing|auth|license)_?key|dsn|connection_?string).*");
    private static final Pattern PASSWORD = Pattern.compile("(?<=://)([^/@\\s:]*):[^/@\\s]+(?=@)");
    private static final List<String> DERIVED = List.of(OwnedReplicaSets.HASH, RolloutUpdate.HASH, "controller-revision-hash");

    private TemplateText() { }

    static String of(Object template) {
        JsonNode copy = Serialization.jsonMapper().valueToTree(template);
        return copy.isObject() ? Serialization.asYaml(shown((ObjectNode) copy.deepCopy())).replaceFirst("^---\\s*", "") : "";
    }

    private static ObjectNode shown(ObjectNode template) {
        template.remove("$patch");
        if (template.path("metadata") instanceof ObjectNode meta) {
            meta.remove("creationTimestamp");
            if (meta.path("labels") instanceof ObjectNode labels) {
                labels.remove(DERIVED);
            }
        }
        Stream.of("containers", "initContainers").flatMap(list -> elements(template.path("spec").path(list)))
                .flatMap(container -> elements(container.path("env"))).filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(variable -> variable.has("value")).forEach(TemplateText::hide);
        return template;
    }

    private static void hide(ObjectNode variable) {
        String value = variable.path("value").asText();
        boolean secret = SECRET.matcher(variable.path("name").asText()).matches() && !value.isEmpty();
        variable.put("value", secret ? HIDDEN : PASSWORD.matcher(value).replaceAll("$1:" + HIDDEN));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
