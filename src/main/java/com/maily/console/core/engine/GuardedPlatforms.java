package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Alerts;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MonitorSetUp;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.ServiceLevels;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.TrafficRouter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An environment's ports whose every write is checked first. The steps of a run get those that make sure right before it that the
 * lock is still ours; previews and dry runs get those that refuse, so that they provably change nothing, and so does everybody
 * where the workspace file says read-only.
 */
record GuardedPlatforms(Platforms real, WriteCheck check) implements Platforms {

    /** For previews: that one writes is a fault of ours. */
    static Platforms preview(Platforms real) {
        return readOnly(real, what -> new Failure.Defect("A preview tried to " + what, "previews only read.",
                "Nothing was changed; please report it."));
    }

    /** @param refusal what is said to whoever tries to write, given what it was: {@code deploy api} */
    static Platforms readOnly(Platforms real, Function<String, Failure> refusal) {
        return new GuardedPlatforms(real, what -> {
            throw new FailureException(refusal.apply(what));
        });
    }

    @Override
    public Deployer deployer(Component component) {
        return new GuardedWrites.Deploying(real.deployer(component), check);
    }

    @Override
    public TrafficRouter router(Component component) {
        return new GuardedWrites.Splitting(real.router(component), check);
    }

    @Override
    public MetricSource metrics(String source) {
        return real.metrics(source);
    }

    @Override
    public JobRunner jobs() {
        return new GuardedWrites.Starting(real.jobs(), check);
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return real.manifests(platform).map(manifests -> new GuardedWrites.Applying(manifests, check));
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return real.facts(component);
    }

    @Override
    public List<Inspector> inspectors() {
        return real.inspectors();
    }

    @Override
    public Optional<Notifier> notifier() {
        return real.notifier().map(notifier -> message -> {
            check.before("tell people");
            return notifier.send(message);
        });
    }

    @Override
    public Optional<Pods> pods() {
        return real.pods();
    }

    @Override
    public Optional<GitOps> gitOps() {
        return real.gitOps().map(gitOps -> new GuardedWrites.Syncing(gitOps, check));
    }

    @Override
    public Rights rights() {
        return real.rights();
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return real.lock().map(lock -> new GuardedWrites.Locking(lock, check));
    }

    @Override
    public List<Alerts> alerts() {
        return real.alerts();
    }

    @Override
    public List<Mutes> mutes() {
        return real.mutes().stream().<Mutes>map(mutes -> new GuardedWrites.Muting(mutes, check)).toList();
    }

    @Override
    public List<MonitorSetUp> monitorSetUps() {
        return real.monitorSetUps().stream().<MonitorSetUp>map(setUp -> new GuardedMonitors(setUp, check)).toList();
    }

    @Override
    public List<ServiceLevels> serviceLevels() {
        return real.serviceLevels();
    }

    @Override
    public List<Announcer> announcers() {
        return real.announcers().stream().<Announcer>map(announcer -> new GuardedWrites.Announcing(announcer, check)).toList();
    }

    @Override
    public Optional<HealthChecks> health() {
        return real.health();
    }

    @Override
    public Optional<LogSearch> logs() {
        return real.logs();
    }

    @Override
    public List<Links> links() {
        return real.links();
    }

    @Override
    public List<SourceState> sources() {
        return real.sources();
    }
}
