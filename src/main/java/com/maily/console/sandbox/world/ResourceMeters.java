package com.maily.console.sandbox.world;

import com.maily.console.sandbox.metrics.store.Family;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.metrics.store.TimeSeries;

/**
 * What one component's pods use: processor time and traffic by the request, memory by the pod and by the requests that are in
 * flight at once. As cAdvisor and kube-state-metrics would tell it, summed over the component's pods.
 */
final class ResourceMeters {

    /** Of a request's time, what it keeps a core busy for. */
    private static final double BUSY = 0.15;
    private static final double IDLE_CORES = 0.02;
    private static final double CORES_PER_POD = 1;
    private static final double MEBIBYTE = 1024 * 1024;
    private static final double POD_BYTES = 190 * MEBIBYTE;
    private static final double REQUEST_BYTES = 6 * MEBIBYTE;
    private static final double LIMIT_BYTES = 512 * MEBIBYTE;
    private static final double RECEIVED = 1_400;
    private static final double SENT = 17_500;

    private final TimeSeries processor;
    private final TimeSeries memory;
    private final TimeSeries received;
    private final TimeSeries sent;
    private final TimeSeries cores;
    private final TimeSeries bytes;
    private int pods;
    private double flying;

    ResourceMeters(SeriesStore store, Load load) {
        processor = series(store, load, "container_cpu_usage_seconds_total");
        memory = series(store, load, "container_memory_working_set_bytes");
        received = series(store, load, "container_network_receive_bytes_total");
        sent = series(store, load, "container_network_transmit_bytes_total");
        cores = store.series(labels(load, "kube_pod_container_resource_limits").with("resource", "cpu"));
        bytes = store.series(labels(load, "kube_pod_container_resource_limits").with("resource", "memory"));
    }

    static void declare(SeriesStore store) {
        store.declare(new Family("container_cpu_usage_seconds_total", Family.Kind.COUNTER, "Processor time used."));
        store.declare(new Family("container_memory_working_set_bytes", Family.Kind.GAUGE, "Memory in use."));
        store.declare(new Family("container_network_receive_bytes_total", Family.Kind.COUNTER, "Bytes received."));
        store.declare(new Family("container_network_transmit_bytes_total", Family.Kind.COUNTER, "Bytes sent."));
        store.declare(new Family("kube_pod_container_resource_limits", Family.Kind.GAUGE, "What the pods may use."));
    }

    private static TimeSeries series(SeriesStore store, Load load, String metric) {
        return store.series(labels(load, metric));
    }

    private static Labels labels(Load load, String metric) {
        return load.labels(metric, "component", load.component(), "environment", load.environment());
    }

    void served(long requests, Behaviour behaviour, double seconds) {
        processor.add(requests * behaviour.median() * BUSY);
        received.add(requests * RECEIVED);
        sent.add(requests * SENT);
        // Little's law: so many are there at once.
        flying += requests / seconds * behaviour.median();
    }

    void runs(int ready) {
        pods += ready;
    }

    /** After all of a moment's requests. */
    void settle(double seconds) {
        processor.add(pods * IDLE_CORES * seconds);
        memory.set(Math.rint(pods * POD_BYTES + flying * REQUEST_BYTES));
        cores.set(pods * CORES_PER_POD);
        bytes.set(pods * LIMIT_BYTES);
        pods = 0;
        flying = 0;
    }
}
