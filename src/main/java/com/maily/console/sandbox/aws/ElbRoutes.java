package com.maily.console.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The operations of ELBv2 (2015-12-01) and STS (2011-06-15) that clients of the sandbox use. */
record ElbRoutes(ElbWorld world) {

    static final String BALANCING = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";
    static final String TOKENS = "https://sts.amazonaws.com/doc/2011-06-15/";

    static String namespace(String action) {
        return action.equals("GetCallerIdentity") ? TOKENS : BALANCING;
    }

    /** What stands inside the result's element. @throws AwsRefusal for what is refused */
    ObjectNode answer(String action, JsonNode input) {
        return switch (action) {
            case "DescribeRules" -> list("Rules", rules(input));
            case "DescribeListeners" -> list("Listeners", listeners(input));
            case "ModifyRule" -> modifyRule(input);
            case "ModifyListener" -> modifyListener(input);
            case "DescribeTargetHealth" -> list("TargetHealthDescriptions", health(required(input, "TargetGroupArn")));
            case "DescribeTags" -> list("TagDescriptions", texts(input.path("ResourceArns")).stream().map(this::tags).toList());
            case "GetCallerIdentity" -> object().put("Arn", "arn:aws:sts::" + ElbWorld.ACCOUNT
                    + ":assumed-role/maily-deployer/sandbox")
                    .put("UserId", "AROAEXAMPLE:sandbox").put("Account", ElbWorld.ACCOUNT);
            default -> throw new AwsRefusal(400, "InvalidAction", "The action " + action + " is not valid for this endpoint.");
        };
    }

    private List<ObjectNode> rules(JsonNode input) {
        if (input.has("ListenerArn")) {
            refuseUnless(required(input, "ListenerArn").equals(ElbWorld.LISTENER), "ListenerNotFound",
                    "The specified listener does not exist.");
            return world.rules();
        }
        List<String> wanted = texts(input.path("RuleArns"));
        refuseUnless(!wanted.isEmpty(), "ValidationError", "You must specify either listener ARNs or rule ARNs");
        List<ObjectNode> found = world.rules().stream().filter(rule -> wanted.contains(rule.path("RuleArn").asText())).toList();
        refuseUnless(found.size() == wanted.size(), "RuleNotFound", "One or more rules not found");
        return found;
    }

    private List<ObjectNode> listeners(JsonNode input) {
        List<String> wanted = texts(input.path("ListenerArns"));
        boolean here = wanted.isEmpty() ? required(input, "LoadBalancerArn").equals(world.listener().path("LoadBalancerArn")
                .asText())
                : wanted.equals(List.of(ElbWorld.LISTENER));
        refuseUnless(here, wanted.isEmpty() ? "LoadBalancerNotFound" : "ListenerNotFound", wanted.isEmpty()
                ? "One or more load balancers not found" : "One or more listeners not found");
        return List.of(world.listener());
    }

    private ObjectNode modifyRule(JsonNode input) {
        String arn = required(input, "RuleArn");
        refuseUnless(!arn.equals(ElbWorld.DEFAULT_RULE), "OperationNotPermitted", "Default rule '" + arn
                + "' cannot be modified");
        refuseUnless(arn.equals(ElbWorld.RULE), "RuleNotFound", "One or more rules not found");
        write(arn, input.path("Actions"));
        return list("Rules", world.rules().subList(0, 1));
    }

    private ObjectNode modifyListener(JsonNode input) {
        String arn = required(input, "ListenerArn");
        refuseUnless(arn.equals(ElbWorld.LISTENER), "ListenerNotFound", "One or more listeners not found");
        write(arn, input.path("DefaultActions"));
        return list("Listeners", List.of(world.listener()));
    }

    private void write(String arn, JsonNode actions) {
        world.act(arn, new ElbActions(world).checked(actions, world.actions(arn)));
    }

    private List<ObjectNode> health(String group) {
        return world.targets(group).stream().map(target -> {
            ObjectNode described = object();
            described.putObject("Target").put("Id", target.address()).put("Port", target.port());
            ObjectNode health = described.put("HealthCheckPort", Integer.toString(target.port())).putObject("TargetHealth");
            if (target.healthy()) {
                health.put("State", "healthy");
            } else {
                health.put("State", "initial").put("Reason", "Elb.InitialHealthChecking").put("Description",
                        "Initial health checks in progress");
            }
            return described;
        }).toList();
    }

    private ObjectNode tags(String arn) {
        refuseUnless(world.arns().contains(arn), "RuleNotFound", "One or more resources not found");
        ObjectNode described = object().put("ResourceArn", arn);
        ArrayNode tags = described.putArray("Tags");
        for (Map.Entry<String, String> tag : world.tags(arn).entrySet()) {
            tags.addObject().put("Key", tag.getKey()).put("Value", tag.getValue());
        }
        return described;
    }

    private static ObjectNode list(String name, List<ObjectNode> members) {
        ObjectNode result = object();
        result.putArray(name).addAll(members);
        return result;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String required(JsonNode input, String member) {
        refuseUnless(input.has(member), "ValidationError", "1 validation error detected: Value at '" + member
                + "' must not be null");
        return input.path(member).asText();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static void refuseUnless(boolean holds, String code, String message) {
        if (!holds) {
            throw new AwsRefusal(400, code, message);
        }
    }
}
