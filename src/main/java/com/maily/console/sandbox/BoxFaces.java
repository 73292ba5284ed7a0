package com.maily.console.sandbox;

import com.maily.console.sandbox.argocd.ArgoFace;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.metrics.PrometheusFace;
import com.maily.console.sandbox.vercel.VercelFace;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The real wire protocols of a box, on free ports of the loopback interface. */
public final class BoxFaces implements AutoCloseable {

    /** Not a secret: it opens only what listens here. */
    public static final String VERCEL_TOKEN = "sandbox";

    /** As little a secret. */
    public static final String ARGO_CD_TOKEN = "sandbox";

    private final KubernetesFace kubernetes;
    private final PrometheusFace prometheus;
    private final ArgoFace argoCd;
    private final Map<String, VercelFace> vercel = new TreeMap<>();

    private BoxFaces(MailyBox box) {
        this.kubernetes = new KubernetesFace(box.cluster(), box.clock());
        this.prometheus = PrometheusFace.open(box.clock(), box.metrics(), box.faults());
        this.argoCd = new ArgoFace(box.argoCd(), ARGO_CD_TOKEN);
        box.vercel().forEach((environment, world) -> vercel.put(environment, new VercelFace(world, VERCEL_TOKEN)));
    }

    public static BoxFaces open(MailyBox box) {
        return new BoxFaces(box);
    }

    public void writeKubeconfig(Path file) {
        kubernetes.writeKubeconfig(file);
    }

    public KubernetesFace kubernetes() {
        return kubernetes;
    }

    public PrometheusFace prometheus() {
        return prometheus;
    }

    public VercelFace vercel(String environment) {
        return vercel.get(environment);
    }

    public ArgoFace argoCd() {
        return argoCd;
    }

    /** Tells {@code listener} of each request for a change as it arrives at any platform: method and path. */
    public void onWrite(Consumer<String> listener) {
        kubernetes.onWrite(listener);
        argoCd.onWrite(listener);
        vercel.values().forEach(face -> face.onWrite(listener));
    }

    @Override
    public void close() {
        kubernetes.close();
        prometheus.close();
        argoCd.close();
        vercel.values().forEach(VercelFace::close);
    }
}
