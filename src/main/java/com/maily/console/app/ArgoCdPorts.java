package com.maily.console.app;

import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.argocd.Applications;
import com.maily.console.platforms.argocd.ArgoCd;
import com.maily.console.platforms.argocd.ArgoCdClient;
import com.maily.console.platforms.argocd.ArgoCdInspector;
import com.maily.console.platforms.resilient.Connection;
import com.maily.console.platforms.resilient.DispensableInspector;
import com.maily.console.platforms.resilient.Heartbeat;
import com.maily.console.platforms.resilient.ResilientGitOps;
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.util.Map;

/** Everything asked of one Argo CD, over one client. */
record ArgoCdPorts(ArgoCdClient client, Connection connection, GitOps gitOps, Inspector inspector, Heartbeat heartbeat)
        implements AutoCloseable {

    /** @param namespace where the environment's workloads are, to tell its applications from those of another */
    static ArgoCdPorts open(Map<String, String> settings, String namespace, Time time) {
        ArgoCdClient client = ArgoCdClient.of(settings);
        Connection connection = new Connection("Argo CD", Heartbeat.interval(Duration.ofSeconds(10), time), time,
                Sleeper.on(time), 4);
        Applications names = new Applications(settings, namespace);
        return new ArgoCdPorts(client, connection, new ResilientGitOps(new ArgoCd(client, names, time), connection),
                new DispensableInspector(new ArgoCdInspector(client, names), connection),
                Heartbeat.start(connection, client::user, time));
    }

    @Override
    public void close() {
        heartbeat.close();
        client.close();
    }
}
