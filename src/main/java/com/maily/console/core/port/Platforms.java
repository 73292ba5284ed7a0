package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import java.util.List;
import java.util.Optional;

/**
 * The ports of one environment, found by component. Asking for a platform the environment has no connection to throws
 * {@code FailureException(Missing)} that names the workspace entry to add.
 */
public interface Platforms {

    Deployer deployer(Component component);

    TrafficRouter router(Component component);

    /** @param source a platform key such as {@code prometheus} */
    MetricSource metrics(String source);

    JobRunner jobs();

    /** Empty when that connection holds no objects. @param platform its key, such as {@code kubernetes} */
    Optional<Manifests> manifests(String platform);

    /** How a component is set up where it runs; empty when its platform has nothing to tell. */
    Optional<Facts> facts(Component component);

    List<Inspector> inspectors();

    /** Empty when the environment names no one to tell. */
    Optional<Notifier> notifier();

    /** Empty when no platform of the environment has pods. */
    Optional<Pods> pods();

    /** Empty when nothing of the environment can keep a lock; then two consoles are not kept apart. */
    default Optional<EnvironmentLock> lock() {
        return Optional.empty();
    }

    /** Empty when nothing makes the environment be what Git says. */
    default Optional<GitOps> gitOps() {
        return Optional.empty();
    }

    /** What our accounts may do here. */
    default Rights rights() {
        return Rights.UNTOLD;
    }

    /** The systems that say what is wrong. */
    default List<Alerts> alerts() {
        return List.of();
    }

    /** The systems that can be kept from calling people while a deployment goes on. */
    default List<Mutes> mutes() {
        return List.of();
    }

    /** The systems that can be made to watch over the objectives. */
    default List<MonitorSetUp> monitorSetUps() {
        return List.of();
    }

    /** The systems that keep service levels of their own. */
    default List<ServiceLevels> serviceLevels() {
        return List.of();
    }

    /** The tools that are told of deployments. */
    default List<Announcer> announcers() {
        return List.of();
    }

    /** Empty when the environment names no health endpoints. */
    default Optional<HealthChecks> health() {
        return Optional.empty();
    }

    /** Empty when nothing keeps the logs. */
    default Optional<LogSearch> logs() {
        return Optional.empty();
    }

    /** Where else one may look. */
    default List<Links> links() {
        return List.of();
    }

    /** The state of every connection, for the lamps; never blocks. */
    List<SourceState> sources();
}
