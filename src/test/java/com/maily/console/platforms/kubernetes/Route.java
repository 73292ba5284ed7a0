package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Routing;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import java.util.function.Function;

/** The routers whose weights stand in one object, each with an object that splits {@code maily-api}. */
enum Route {

    ISTIO(Routing.ISTIO, "maily-api", Kinds.VIRTUAL_SERVICES, IstioRouter::new, """
            {hosts: [maily-api], http: [{name: primary, route: [{destination: {host: maily-api}, weight: 100},
                {destination: {host: maily-api-canary}, weight: 0}]}]}""", "{}"),
    ISTIO_SUBSETS(Routing.ISTIO, "maily-api", Kinds.VIRTUAL_SERVICES, IstioRouter::new, """
            {hosts: [maily-api], http: [{match: [{uri: {prefix: /old}}], route: [{destination: {host: archive}}]},
                {route: [{destination: {host: maily-api.maily.svc.cluster.local, subset: stable}, weight: 100},
                {destination: {host: maily-api.maily.svc.cluster.local, subset: canary}, weight: 0}]}]}""", "{}"),
    NGINX(Routing.NGINX, "maily-api-canary", Kinds.INGRESSES, NginxRouter::new, """
            {ingressClassName: nginx, rules: [{host: api.example.com, http: {paths: [{path: /, pathType: Prefix,
                backend: {service: {name: maily-api-canary, port: {number: 80}}}}]}}]}""", """
            {nginx.ingress.kubernetes.io/canary: 'true', nginx.ingress.kubernetes.io/canary-weight: '0'}"""),
    TRAEFIK(Routing.TRAEFIK, "maily-api", Kinds.TRAEFIK_SERVICES, TraefikRouter::new, """
            {weighted: {services: [{name: maily-api, port: 80, weight: 100}, {name: maily-api-canary, port: 80, weight: 0}]}}""", "{}"),
    ALB(Routing.ALB, "maily-api/split", Kinds.INGRESSES, AlbRouter::new, """
            {ingressClassName: alb, rules: [{http: {paths: [{path: /, pathType: Prefix,
                backend: {service: {name: split, port: {name: use-annotation}}}}]}}]}""", """
            {alb.ingress.kubernetes.io/actions.split: '{"type":"forward","forwardConfig":{"targetGroups":[
            {"serviceName":"maily-api","servicePort":"80","weight":100},
            {"serviceName":"maily-api-canary","servicePort":"80","weight":0}],
            "targetGroupStickinessConfig":{"enabled":true,"durationSeconds":60}}}'}"""),
    ALB_GO(Routing.ALB, "maily-api/split", Kinds.INGRESSES, AlbRouter::new, """
            {ingressClassName: alb, rules: []}""", """
            {alb.ingress.kubernetes.io/actions.split: '{"Type":"forward","ForwardConfig":{"TargetGroups":[
            {"ServiceName":"maily-api","ServicePort":"80","Weight":100},
            {"ServiceName":"maily-api-canary","ServicePort":"80","Weight":0}]}}'}""");

    private final Routing routing;
    private final Kind kind;
    private final Function<KubernetesConnection, TrafficRouter> router;
    private final String spec;
    private final String annotations;

    Route(String kind, String name, Kind object, Function<KubernetesConnection, TrafficRouter> router, String spec, String annotations) {
        this.routing = new Routing(kind, name);
        this.kind = object;
        this.router = router;
        this.spec = spec;
        this.annotations = annotations;
    }

    Routing routing() {
        return routing;
    }

    Kind kind() {
        return kind;
    }

    TrafficRouter router(KubernetesConnection connection) {
        return router.apply(connection);
    }

    String objectName() {
        return routing.name().replaceFirst("/.*", "");
    }

    String object() {
        return "{metadata: {name: " + objectName() + ", annotations: " + annotations + "}, spec: " + spec + "}";
    }
}
