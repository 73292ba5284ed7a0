package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.WeightPair;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Splits traffic by the forward action that an Ingress gives the AWS Load Balancer Controller in an annotation. Its keys may be
 * written {@code targetGroups} or {@code TargetGroups}; they stay as they are. The routing's name is {@code INGRESS} or
 * {@code INGRESS/ACTION}, the action being named after the component's target where it is left out.
 */
public final class AlbRouter extends SplitRouter {

    /** What a load balancer takes as a weight at most. */
    private static final int HIGHEST = 999;
    static final String PREFIX = "alb.ingress.kubernetes.io/actions.";

    public AlbRouter(KubernetesConnection connection) {
        super(connection, "networking.k8s.io/v1", "Ingress");
    }

    /** @param text the annotation as it is now, so that nobody else's change of it is overwritten */
    private record Action(String annotation, String text, JsonNode action, String stable, String canary) implements Split {

        @Override
        public Weight canaryShare() {
            return weights().canaryShare();
        }

        @Override
        public boolean isAt(Weight weight) {
            return canaryShare().equals(weight);
        }

        @Override
        public Reach reach() {
            return WeightPair.reach(List.of(weights()), HIGHEST);
        }

        @Override
        public List<Map<String, Object>> changes(int percent) {
            JsonNode changed = action.deepCopy();
            weigh(changed, canary, weights().canaryAt(percent));
            weigh(changed, stable, weights().stableAt(percent));
            String path = "/metadata/annotations/" + annotation.replace("~", "~0").replace("/", "~1");
            return List.of(Split.operation("test", path, text), Split.operation("replace", path, changed.toString()));
        }

        private WeightPair weights() {
            int sum = groups(action).mapToInt(Action::weight).sum();
            int ofStable = weight(group(action, stable));
            int ofCanary = weight(group(action, canary));
            return new WeightPair(ofStable, ofCanary, sum - ofStable - ofCanary);
        }

        private static int weight(JsonNode group) {
            return either(group, "weight").asInt(0);
        }

        private static void weigh(JsonNode action, String service, int weight) {
            ObjectNode group = (ObjectNode) group(action, service);
            group.put(group.has("TargetGroupARN") || group.has("ServiceName") ? "Weight" : "weight", weight);
        }
    }

    @Override
    Split split(Component component, JsonNode ingress) {
        String annotation = PREFIX + action(component);
        String text = ingress.path("metadata").path("annotations").path(annotation).asText();
        JsonNode action = parse(component, annotation, text);
        if (group(action, component.targetName()).isMissingNode() || group(action, canary(component)).isMissingNode()) {
            throw notSplit(component, "Its annotation " + annotation + " does not forward to both Service "
                    + component.targetName() + " and Service " + canary(component) + ".", "Add both as target groups.");
        }
        return new Action(annotation, text, action, component.targetName(), canary(component));
    }

    @Override
    String objectName(Component component) {
        return component.routing().name().replaceFirst("/.*", "");
    }

    @Override
    String untold(JsonNode ingress) {
        return "The load balancer's controller does not tell when a weight is in effect, which takes it some seconds; sticky "
                + "sessions stay where they are.";
    }

    @Override
    String[] weightField(Component component, JsonNode object) {
        return new String[] {"metadata", "annotations", PREFIX + action(component)};
    }

    private JsonNode parse(Component component, String annotation, String text) {
        if (text.isEmpty()) {
            throw notSplit(component, "It has no annotation " + annotation + ".",
                    "Name the action in the workspace file: INGRESS/ACTION.");
        }
        try {
            return Serialization.jsonMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw notSplit(component, "Its annotation " + annotation + " is not JSON.",
                    "Mend it; the load balancer ignores it as it is.");
        }
    }

    private static String action(Component component) {
        String name = component.routing().name();
        return name.contains("/") ? name.substring(name.indexOf('/') + 1) : component.targetName();
    }

    private static JsonNode group(JsonNode action, String service) {
        return groups(action).filter(group -> service(group).equals(service)).findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Stream<JsonNode> groups(JsonNode action) {
        return StreamSupport.stream(either(either(action, "forwardConfig"), "targetGroups").spliterator(), false);
    }

    private static String service(JsonNode group) {
        return either(group, "serviceName").asText();
    }

    /** By either spelling of a key: people write {@code weight}, Argo Rollouts writes {@code Weight}. */
    private static JsonNode either(JsonNode node, String key) {
        JsonNode small = node.path(key);
        return small.isMissingNode() ? node.path(Character.toUpperCase(key.charAt(0)) + key.substring(1)) : small;
    }
}
