package com.maily.console.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One application load balancer that no controller owns: its listener, a rule of it, and target groups, each named after the
 * Service whose
 * pods are its targets. What is kept has the shapes of the ELBv2 API. Safe for use by several threads: all of it lives in the
 * clock's lock.
 */
public final class ElbWorld {

    public static final String REGION = "eu-west-1";
    public static final String ACCOUNT = "123456789012";
    private static final String PREFIX = "arn:aws:elasticloadbalancing:" + REGION + ":" + ACCOUNT + ":";
    private static final String BALANCER = PREFIX + "loadbalancer/app/maily/50dc6c495c0c9188";
    public static final String LISTENER = PREFIX + "listener/app/maily/50dc6c495c0c9188/f2f7dc8efc522ab2";
    /** The rule of Maily's API. */
    public static final String RULE = PREFIX + "listener-rule/app/maily/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee";
    static final String DEFAULT_RULE = PREFIX + "listener-rule/app/maily/50dc6c495c0c9188/f2f7dc8efc522ab2/0a1b2c3d4e5f6071";

    private final SandboxClock clock;
    private final Function<String, Optional<List<Target>>> targets;
    /** Of the rule and of the listener. */
    private final Map<String, ArrayNode> actions = new HashMap<>();
    private final Map<String, Map<String, String>> tags = new HashMap<>();

    /** @param healthy whether the load balancer sends it requests */
    public record Target(String address, int port, boolean healthy) { }

    /** @param targets by the name of a target group; empty where there is no such group */
    public ElbWorld(SandboxClock clock, Function<String, Optional<List<Target>>> targets) {
        this.clock = clock;
        this.targets = targets;
        actions.put(RULE, split("maily-api", 100, 0));
        actions.put(LISTENER, split("maily-api", 100, 0));
    }

    /** One action that forwards to the target groups {@code name} and {@code name-canary}. */
    public static ArrayNode split(String name, int stable, int canary) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ObjectNode forward = list.addObject().put("Type", "forward").put("Order", 1).putObject("ForwardConfig");
        ArrayNode groups = forward.putArray("TargetGroups");
        groups.addObject().put("TargetGroupArn", group(name)).put("Weight", stable);
        groups.addObject().put("TargetGroupArn", group(name + "-canary")).put("Weight", canary);
        forward.putObject("TargetGroupStickinessConfig").put("Enabled", false);
        return list;
    }

    /** The ARN of a target group. */
    public static String group(String name) {
        return PREFIX + "targetgroup/" + name + "/" + String.format("%016x", 0x6d0ecf831eec9f09L ^ name.hashCode());
    }

    /** What the rule or the listener does, secrets included. @param arn one of the constants */
    public ArrayNode actions(String arn) {
        return clock.locked(() -> actions.get(arn).deepCopy());
    }

    public void act(String arn, JsonNode wanted) {
        clock.locked(() -> actions.put(arn, wanted.deepCopy()));
    }

    /** As a controller does with what it owns. */
    public void tag(String arn, String key, String value) {
        clock.locked(() -> tags.computeIfAbsent(arn, _ -> new TreeMap<>()).put(key, value));
    }

    Map<String, String> tags(String arn) {
        return clock.locked(() -> Map.copyOf(tags.getOrDefault(arn, Map.of())));
    }

    List<String> arns() {
        return List.of(BALANCER, LISTENER, RULE, DEFAULT_RULE);
    }

    List<ObjectNode> rules() {
        ObjectNode own = JsonNodeFactory.instance.objectNode().put("RuleArn", RULE).put("Priority", "10");
        own.putArray("Conditions").addObject().put("Field", "host-header").putArray("Values").add("api.maily.example");
        own.set("Actions", told(RULE));
        ObjectNode otherwise = JsonNodeFactory.instance.objectNode().put("RuleArn", DEFAULT_RULE).put("Priority", "default");
        otherwise.putArray("Conditions");
        otherwise.set("Actions", told(LISTENER));
        return List.of(own.put("IsDefault", false), otherwise.put("IsDefault", true));
    }

    ObjectNode listener() {
        ObjectNode listener = JsonNodeFactory.instance.objectNode().put("ListenerArn", LISTENER).put("LoadBalancerArn", BALANCER)
                .put("Port", 443).put("Protocol", "HTTPS");
        listener.set("DefaultActions", told(LISTENER));
        return listener;
    }

    /** @throws AwsRefusal where there is no target group of this ARN */
    List<Target> targets(String group) {
        return clock.locked(() -> Optional.of(group.split("/")).filter(parts -> parts.length == 3 && group(parts[1])
                .equals(group))
                .flatMap(parts -> targets.apply(parts[1]))
                .orElseThrow(() -> new AwsRefusal(400, "TargetGroupNotFound", "One or more target groups not found")));
    }

    /** What reading gives: everything but secrets. */
    private ArrayNode told(String arn) {
        ArrayNode told = actions(arn);
        told.forEach(action -> ((ObjectNode) action).withObject("/AuthenticateOidcConfig").remove("ClientSecret"));
        told.forEach(action -> {
            if (action.path("AuthenticateOidcConfig").isEmpty()) {
                ((ObjectNode) action).remove("AuthenticateOidcConfig");
            }
        });
        return told;
    }
}
