package com.maily.console.core.model;

import java.util.List;
import java.util.Map;

/**
 * How a component's canary traffic is split: the kind of router and the name of the object that holds the weights.
 *
 * @param kind     one of {@link #KINDS}
 * @param name     the router's own object, for example the HTTPRoute; empty where the kind needs none
 * @param settings what else the kind lets people say, by the key of the workspace file
 */
public record Routing(String kind, String name, Map<String, String> settings) {

    public static final String GATEWAY_API = "gateway-api";
    public static final String REPLICA_RATIO = "replica-ratio";
    public static final String ROLLING_RELEASE = "rolling-release";
    public static final String ISTIO = "istio";
    public static final String NGINX = "nginx";
    public static final String TRAEFIK = "traefik";
    /** By an Ingress annotation that the AWS Load Balancer Controller carries out. */
    public static final String ALB = "alb";
    /** By a rule or a listener's default action of a load balancer that no controller owns. */
    public static final String ALB_RULE = "alb-rule";
    public static final String ARGO_ROLLOUTS = "argo-rollouts";
    /** Only displayed: Flagger moves the weights by itself. */
    public static final String FLAGGER = "flagger";
    /** Only displayed: archived upstream. */
    public static final String SMI = "smi";
    /** Whatever owns the component's route in the cluster; exactly one must. */
    public static final String FOUND = "found";
    /** The component has no canary: a new version replaces the old one pod by pod. */
    public static final String NONE = "none";
    public static final List<String> KINDS = List.of(GATEWAY_API, REPLICA_RATIO, ROLLING_RELEASE, ISTIO, NGINX, TRAEFIK,
            ALB, ALB_RULE, ARGO_ROLLOUTS, FLAGGER, SMI, FOUND, NONE);
    /** Of {@link #ALB_RULE}: the target groups' names or ARNs, where they are not called as the component's Services are. */
    public static final String STABLE_GROUP = "stable-target-group";
    public static final String CANARY_GROUP = "canary-target-group";

    public static final Routing PLAIN = new Routing(NONE, "");

    public Routing {
        settings = Map.copyOf(settings);
    }

    public Routing(String kind, String name) {
        this(kind, name, Map.of());
    }

    /** What people should know of the kind itself; empty where there is nothing. */
    public String notice() {
        return switch (kind) {
            case NGINX -> "ingress-nginx is retired upstream since March 2026 and gets no more fixes. "
                    + "Plan the move to the Gateway API.";
            case SMI -> "The Service Mesh Interface is archived since 2023. Plan the move to the Gateway API.";
            default -> "";
        };
    }

    /** Whether the router itself decides how many units the canary has; otherwise there must be enough before traffic comes. */
    public boolean scalesItself() {
        return List.of(REPLICA_RATIO, ROLLING_RELEASE, ARGO_ROLLOUTS).contains(kind);
    }

    /** Whether its own controller moves the weight on, by steps of its own. */
    public boolean movesItself() {
        return kind.equals(ARGO_ROLLOUTS);
    }

    public boolean canSplit() {
        return !kind.equals(NONE);
    }
}
