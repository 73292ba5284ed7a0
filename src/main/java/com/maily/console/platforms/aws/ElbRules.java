package com.maily.console.platforms.aws;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** The rules of load balancers, each known by its ARN; a listener's ARN stands for its default rule. */
record ElbRules(AwsConnection connection) {

    /** What the AWS Load Balancer Controller and its like put on what they own. */
    private static final List<String> CONTROLLERS = List.of("ingress.k8s.aws/", "elbv2.k8s.aws/", "service.k8s.aws/",
            "gateway.k8s.aws/");

    /** @throws FailureException {@code Missing} that names the rules there are instead */
    List<Action> actions(String arn) {
        refuseElsewhere(arn);
        try {
            return isListener(arn) ? connection.call("Reading " + label(arn), () -> client()
                    .describeListeners(r -> r.listenerArns(arn))
                    .listeners().getFirst().defaultActions()) : rule(arn).actions();
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.Missing missing) {
                throw new FailureException(new Failure.Missing(missing.what(), missing.why() + nearby(arn),
                        "Check the component's routing in the workspace file."), failed);
            }
            throw failed;
        }
    }

    void write(String arn, List<Action> actions) {
        connection.call("Setting the weights of " + label(arn), () -> isListener(arn)
                ? client().modifyListener(request -> request.listenerArn(arn).defaultActions(actions))
                : client().modifyRule(request -> request.ruleArn(arn).actions(actions)));
    }

    /** The tag by which a controller says that this is its own, as {@code key=value}. */
    Optional<String> owner(String arn) {
        List<String> arns = isListener(arn) ? List.of(arn, balancer(arn)) : List.of(arn, listener(arn), balancer(arn));
        return connection.call("Reading who owns " + label(arn), () -> client()
                .describeTags(request -> request.resourceArns(arns)))
                .tagDescriptions().stream().flatMap(described -> described.tags().stream())
                .filter(tag -> CONTROLLERS.stream().anyMatch(tag.key()::startsWith)).map(tag -> tag.key() + "=" + tag.value())
                .findFirst();
    }

    /** Why a target group answers no request; empty when at least one of its targets is healthy. */
    String without(String group) {
        List<TargetHealthDescription> targets = connection.call("Reading the targets of " + name(group),
                () -> client().describeTargetHealth(request -> request.targetGroupArn(group))).targetHealthDescriptions();
        if (targets.stream().anyMatch(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY)) {
            return "";
        }
        String states = targets.stream().collect(Collectors.groupingBy(target -> target.targetHealth().stateAsString(),
                TreeMap::new, Collectors.counting())).entrySet().stream().map(entry -> entry.getValue() + " "
                + entry.getKey())
                .collect(Collectors.joining(", "));
        return "No target of target group " + name(group) + " is healthy (" + (states.isEmpty() ? "it has none" : states)
                + "), so its share of requests is answered with errors.";
    }

    String command(String arn, List<Action> actions) {
        return "aws elbv2 " + (isListener(arn) ? "modify-listener --listener-arn " + arn + " --default-actions '"
                : "modify-rule --rule-arn " + arn + " --actions '") + AwsJson.of(actions) + "'";
    }

    /** {@code rule/shop/ef00b8e118d07a5a}: the load balancer's name and the end of the ARN. */
    static String label(String arn) {
        String[] parts = arn.split("/");
        return (isListener(arn) ? "listener/" : "rule/") + (parts.length > 2 ? parts[2] + "/" : "") + parts[parts.length - 1];
    }

    /** Of a target group: {@code shop-canary}. */
    static String name(String group) {
        String[] parts = group.split("/");
        return parts.length > 1 ? parts[1] : group;
    }

    private Rule rule(String arn) {
        Rule rule = connection.call("Reading " + label(arn), () -> client().describeRules(request -> request.ruleArns(arn)))
                .rules().getFirst();
        if (Boolean.TRUE.equals(rule.isDefault())) {
            throw new FailureException(new Failure.Rejected("Reading " + label(arn) + " failed",
                    "It is its listener's default rule, which is written as part of the listener.",
                    "Name the listener instead: " + listener(arn) + "."));
        }
        return rule;
    }

    private void refuseElsewhere(String arn) {
        String[] parts = arn.split(":", 6);
        boolean ours = parts.length == 6 && parts[2].equals("elasticloadbalancing") && parts[5].startsWith("listener");
        if (!ours || !parts[3].equals(connection.region())) {
            throw new FailureException(new Failure.Rejected("Reading " + arn + " failed", ours ? "It is in " + parts[3]
                    + ", and the connection to AWS is to " + connection.region() + "."
                    : "It is the ARN of neither a rule nor a listener.",
                    ours ? "Correct connections.aws.region, or the component's routing."
                    : "Name the rule's or the listener's ARN as the routing's name."));
        }
    }

    /** What the same listener or load balancer has, for people who mistyped an ARN. */
    private String nearby(String arn) {
        try {
            List<String> there = isListener(arn)
                    ? client().describeListeners(request -> request.loadBalancerArn(balancer(arn))).listeners().stream()
                    .map(l -> l.listenerArn()).toList()
                    : client().describeRules(request -> request.listenerArn(listener(arn))).rules().stream()
                            .filter(rule -> !Boolean.TRUE.equals(rule.isDefault())).map(Rule::ruleArn).toList();
            return there.isEmpty() ? "" : " There are " + String.join(", ", there) + ".";
        } catch (software.amazon.awssdk.core.exception.SdkException unknown) {
            return "";
        }
    }

    private static boolean isListener(String arn) {
        return arn.contains(":listener/");
    }

    private static String listener(String rule) {
        return rule.replace(":listener-rule/", ":listener/").replaceFirst("/[^/]*$", "");
    }

    private static String balancer(String arn) {
        String listener = isListener(arn) ? arn : listener(arn);
        return listener.replace(":listener/", ":loadbalancer/").replaceFirst("/[^/]*$", "");
    }

    private ElasticLoadBalancingV2Client client() {
        return connection.balancers();
    }
}
