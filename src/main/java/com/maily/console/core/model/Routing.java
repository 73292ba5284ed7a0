package com.maily.console.core.model;

/**
 * How a component's canary traffic is split: the kind of router and the name of the object that holds the weights.
 *
 * @param kind one of {@link #KINDS}
 * @param name the router's own object, for example the HTTPRoute; empty where the kind needs none
 */
public record Routing(String kind, String name) {

    public static final String GATEWAY_API = "gateway-api";
    public static final String REPLICA_RATIO = "replica-ratio";
    public static final String ROLLING_RELEASE = "rolling-release";
    /** The component has no canary: a new version replaces the old one pod by pod. */
    public static final String NONE = "none";
    public static final java.util.List<String> KINDS = java.util.List.of(GATEWAY_API, REPLICA_RATIO, ROLLING_RELEASE, NONE);

    public static final Routing PLAIN = new Routing(NONE, "");

    public boolean canSplit() {
        return !kind.equals(NONE);
    }
}
