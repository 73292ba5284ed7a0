package com.maily.console.app;

import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.platforms.kubernetes.HttpRouteRouter;
import com.maily.console.platforms.kubernetes.KubernetesConnection;
import com.maily.console.platforms.kubernetes.KubernetesDeployer;
import com.maily.console.platforms.kubernetes.KubernetesInspector;
import com.maily.console.platforms.kubernetes.KubernetesJobs;
import com.maily.console.platforms.kubernetes.KubernetesPods;
import com.maily.console.platforms.kubernetes.ReplicaRatioRouter;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.ResilientDeployer;
import com.maily.console.platforms.resilient.ResilientInspector;
import com.maily.console.platforms.resilient.ResilientJobRunner;
import com.maily.console.platforms.resilient.ResilientRouter;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one cluster and namespace, over one connection. */
record KubernetesPorts(KubernetesConnection client, Deployer deployer, TrafficRouter routes, TrafficRouter ratio, JobRunner jobs,
                       Inspector inspector, Pods pods) implements AutoCloseable {

    static KubernetesPorts open(Map<String, String> settings, Time time) {
        KubernetesConnection client = KubernetesConnection.open(settings, time);
        Connection shared = new Connection("Kubernetes", Duration.ofSeconds(10), time, Sleeper.on(time), 1);
        return new KubernetesPorts(client, new ResilientDeployer(new KubernetesDeployer(client), shared),
                new ResilientRouter(new HttpRouteRouter(client), shared), new ResilientRouter(new ReplicaRatioRouter(client), shared),
                new ResilientJobRunner(new KubernetesJobs(client), shared), new ResilientInspector(new KubernetesInspector(client), shared),
                new KubernetesPods(client));
    }

    SourceState state() {
        return client.state();
    }

    @Override
    public void close() {
        client.close();
    }
}
