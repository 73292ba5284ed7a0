package com.maily.console.sandbox;

import com.maily.console.sandbox.alertmanager.AlertmanagerFace;
import com.maily.console.sandbox.argocd.ArgoFace;
import com.maily.console.sandbox.cluster.FaceKubeconfig;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.datadog.DatadogFace;
import com.maily.console.sandbox.grafana.GrafanaFace;
import com.maily.console.sandbox.health.HealthFace;
import com.maily.console.sandbox.logs.LogsFace;
import com.maily.console.sandbox.metrics.PrometheusFace;
import com.maily.console.sandbox.vercel.VercelFace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The real wire protocols of a box, on free ports of the loopback interface. */
public final class BoxFaces implements AutoCloseable {

    /** Not a secret: it opens only what listens here. */
    public static final String VERCEL_TOKEN = "sandbox";
    private static final String CONTEXT = "maily-sandbox";

    /** As little a secret. */
    public static final String ARGO_CD_TOKEN = "sandbox";
    public static final String GRAFANA_TOKEN = "sandbox";
    public static final String LOGS_KEY = "sandbox";

    /** Both of its keys, as little a secret. */
    public static final String DATADOG_KEY = "sandbox";

    private final KubernetesFace kubernetes;
    private final Map<String, KubernetesFace> regions = new LinkedHashMap<>();
    private final PrometheusFace prometheus;
    private final DatadogFace datadog;
    private final ArgoFace argoCd;
    private final AlertmanagerFace alertmanager;
    private final GrafanaFace grafana;
    private final Map<String, VercelFace> vercel = new TreeMap<>();
    private final HealthFace health;
    private final LogsFace logs;

    private BoxFaces(MailyBox box) {
        this.kubernetes = new KubernetesFace(box.cluster(), box.clock());
        box.regions().forEach((region, cluster) -> regions.put(region, new KubernetesFace(cluster, box.clock())));
        box.faults().onCutOff((region, cut) -> Optional.ofNullable(regions.get(region)).ifPresent(face -> {
            if (cut) {
                face.refuseConnections();
            } else {
                face.acceptConnections();
            }
        }));
        this.prometheus = PrometheusFace.open(box.clock(), box.metrics(), box.faults());
        this.datadog = new DatadogFace(box.clock(), box.metrics(), box.faults(), DATADOG_KEY, DATADOG_KEY);
        this.argoCd = new ArgoFace(box.argoCd(), ARGO_CD_TOKEN);
        this.alertmanager = new AlertmanagerFace(box.alerts(), prometheus.address());
        this.grafana = new GrafanaFace(box.grafana(), GRAFANA_TOKEN);
        box.vercel().forEach((environment, world) -> vercel.put(environment, new VercelFace(world, VERCEL_TOKEN)));
        this.health = new HealthFace(box.health());
        this.logs = new LogsFace(box.logs(), LOGS_KEY);
    }

    public static BoxFaces open(MailyBox box) {
        return new BoxFaces(box);
    }

    /** With the context {@code maily-sandbox}, and one for each region, {@code maily-sandbox-eu-west-1}. */
    public void writeKubeconfig(Path file) {
        Map<String, KubernetesFace> contexts = new LinkedHashMap<>(Map.of(CONTEXT, kubernetes));
        regions.forEach((region, face) -> contexts.put(context(region), face));
        FaceKubeconfig.write(file, contexts);
    }

    public static String context(String region) {
        return region.isEmpty() ? CONTEXT : CONTEXT + "-" + region;
    }

    public KubernetesFace kubernetes() {
        return kubernetes;
    }

    /** The API server of one region. */
    public Optional<KubernetesFace> kubernetes(String region) {
        return Optional.ofNullable(regions.get(region));
    }

    public PrometheusFace prometheus() {
        return prometheus;
    }

    public DatadogFace datadog() {
        return datadog;
    }

    public VercelFace vercel(String environment) {
        return vercel.get(environment);
    }

    public ArgoFace argoCd() {
        return argoCd;
    }

    public AlertmanagerFace alertmanager() {
        return alertmanager;
    }

    public GrafanaFace grafana() {
        return grafana;
    }

    public HealthFace health() {
        return health;
    }

    public LogsFace logs() {
        return logs;
    }

    /** Tells {@code listener} of each request for a change as it arrives at any platform: method and path. */
    public void onWrite(Consumer<String> listener) {
        kubernetes.onWrite(listener);
        regions.values().forEach(face -> face.onWrite(listener));
        datadog.onWrite(listener);
        argoCd.onWrite(listener);
        alertmanager.onWrite(listener);
        grafana.onWrite(listener);
        vercel.values().forEach(face -> face.onWrite(listener));
    }

    @Override
    public void close() {
        kubernetes.close();
        regions.values().forEach(KubernetesFace::close);
        prometheus.close();
        datadog.close();
        argoCd.close();
        alertmanager.close();
        grafana.close();
        vercel.values().forEach(VercelFace::close);
        health.close();
        logs.close();
    }
}
