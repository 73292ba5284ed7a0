package com.maily.console.app;

import com.maily.console.core.port.Time;
import com.maily.console.platforms.aws.EksCluster;
import com.maily.console.platforms.aws.EksName;
import com.maily.console.platforms.kubernetes.KubernetesConnection;
import java.util.Map;
import java.util.Optional;

/**
 * Which way leads into a cluster: AWS's own, where the workspace file names an EKS cluster or the kubeconfig would run
 * {@code aws eks get-token}, so that no program needs to be installed; else the kubeconfig's.
 */
final class ClusterAccess {

    private ClusterAccess() { }

    static KubernetesConnection open(Map<String, String> settings, Time time) {
        Optional<EksName> named = EksName.of(settings);
        if (named.isPresent()) {
            return KubernetesConnection.openRemote(settings, time, EksCluster.of(named.get()));
        }
        return KubernetesConnection.plugin(settings).flatMap(plugin -> EksName.ofCommand(plugin.getKey(), plugin.getValue()))
                .map(name -> KubernetesConnection.open(settings, time, EksCluster.of(name)))
                .orElseGet(() -> KubernetesConnection.open(settings, time));
    }
}
