package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Splits traffic by the annotations of an ingress-nginx canary Ingress. The project is retired upstream: it works, and gets no more
 * fixes.
 */
public final class NginxRouter extends SplitRouter {

    private static final String PREFIX = "nginx.ingress.kubernetes.io/canary";
    private static final String WEIGHT = PREFIX + "-weight";
    private static final List<String> STRONGER = List.of(PREFIX + "-by-header", PREFIX + "-by-cookie");

    public NginxRouter(KubernetesConnection connection) {
        super(connection, "networking.k8s.io/v1", "Ingress");
    }

    /** @param total what counts as all traffic; the weight is a whole number up to it */
    private record Share(int weight, int total) implements Split {

        @Override
        public Weight canaryShare() {
            return Weight.ofShare(weight, total);
        }

        @Override
        public boolean isAt(Weight wanted) {
            return canaryShare().equals(wanted);
        }

        @Override
        public Reach reach() {
            return total % 100 == 0 ? new Reach.AnyPercent()
                    : new Reach.Only(IntStream.rangeClosed(0, 100).filter(percent -> percent * total % 100 == 0)
                            .mapToObj(Weight::ofPercent).toList(), "the canary's weights are whole numbers of " + total + ".");
        }

        @Override
        public List<Map<String, Object>> changes(int percent) {
            return List.of(Split.operation("test", path(PREFIX), "true"),
                    Split.operation("add", path(WEIGHT), Integer.toString(percent * total / 100)));
        }
    }

    @Override
    Split split(Component component, JsonNode ingress) {
        if (!annotation(ingress, PREFIX).equals("true")) {
            throw notSplit(component, "It is not a canary: its annotation " + PREFIX + " is not true.",
                    "Name the canary's own Ingress in the workspace file.");
        }
        if (!ingress.path("spec").path("rules").toString().contains("\"name\":\"" + canary(component) + "\"")) {
            throw notSplit(component, "It does not send to Service " + canary(component) + ".",
                    "Give it that Service as its backend.");
        }
        int total = number(annotation(ingress, WEIGHT + "-total"));
        return new Share(number(annotation(ingress, WEIGHT)), total > 0 ? total : 100);
    }

    @Override
    String untold(JsonNode ingress) {
        String told = "ingress-nginx does not tell when a weight is in effect; it is retired upstream and gets no more fixes.";
        return STRONGER.stream().filter(name -> !annotation(ingress, name).isEmpty()).findFirst()
                .map(name -> "Requests that match " + name + " ignore the weight. " + told).orElse(told);
    }

    @Override
    String[] weightField(Component component, JsonNode object) {
        return new String[] {"metadata", "annotations", WEIGHT};
    }

    /** ingress-nginx takes whatever is not a whole number for 0. */
    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String annotation(JsonNode ingress, String name) {
        return ingress.path("metadata").path("annotations").path(name).asText();
    }

    private static String path(String annotation) {
        return "/metadata/annotations/" + annotation.replace("/", "~1");
    }
}
