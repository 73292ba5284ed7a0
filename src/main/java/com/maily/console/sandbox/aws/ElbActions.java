package com.maily.console.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What ELBv2 refuses in the actions of a rule, and how it completes them. */
record ElbActions(ElbWorld world) {

    private static final int HIGHEST = 999;
    private static final int MOST_GROUPS = 5;
    private static final Set<String> LAST = Set.of("forward", "redirect", "fixed-response");

    /** @throws AwsRefusal for what cannot be */
    ArrayNode checked(JsonNode given, ArrayNode before) {
        if (!(given instanceof ArrayNode list) || list.isEmpty()) {
            throw AwsRefusal.invalid("At least one action must be specified");
        }
        ArrayNode actions = list.deepCopy();
        long last = items(actions).filter(action -> LAST.contains(action.path("Type").asText())).count();
        if (last != 1 || !LAST.contains(actions.get(actions.size() - 1).path("Type").asText())) {
            throw new AwsRefusal(400, "InvalidLoadBalancerAction",
                    "A rule must end with exactly one forward, redirect or fixed-response action");
        }
        items(actions).map(action -> action.path("ForwardConfig")).filter(config -> !config.isMissingNode())
                .forEach(this::forward);
        for (JsonNode action : actions) {
            keepSecret(action.path("AuthenticateOidcConfig"), before);
        }
        return actions;
    }

    private void forward(JsonNode config) {
        JsonNode groups = config.path("TargetGroups");
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new AwsRefusal(400, "TooManyTargetGroups", "A forward action takes 1 to " + MOST_GROUPS + " target groups");
        }
        groups.forEach(group -> {
            world.targets(group.path("TargetGroupArn").asText());
            String weight = group.path("Weight").asText("0");
            if (!weight.matches("\\d{1,4}") || Integer.parseInt(weight) > HIGHEST) {
                throw AwsRefusal.invalid("Weight must be between 0 and 999");
            }
        });
        JsonNode sticky = config.path("TargetGroupStickinessConfig");
        if (sticky.path("Enabled").asBoolean() && sticky.path("DurationSeconds").asInt(0) < 1) {
            throw AwsRefusal.invalid("The stickiness duration must be between 1 and 604800 seconds");
        }
    }

    private static void keepSecret(JsonNode config, ArrayNode before) {
        if (!(config instanceof ObjectNode oidc)) {
            return;
        }
        if (oidc.remove("UseExistingClientSecret") instanceof JsonNode use && use.asBoolean()) {
            items(before).map(action -> action.at("/AuthenticateOidcConfig/ClientSecret"))
                    .filter(secret -> !secret.isMissingNode()).findFirst()
                    .ifPresent(secret -> oidc.set("ClientSecret", secret));
        }
        if (!oidc.has("ClientSecret")) {
            throw AwsRefusal.invalid("The client secret must be specified, or the existing one used");
        }
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
