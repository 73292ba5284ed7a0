package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.util.List;
import java.util.Optional;

/**
 * An environment's ports as the steps of a run get them: right before each write it is made sure that the lock is still ours.
 *
 * @param sure throws {@link LockGone} when it is not
 */
record GuardedPlatforms(Platforms real, Runnable sure) implements Platforms {

    @Override
    public Deployer deployer(Component component) {
        return new GuardedWrites.Deploying(real.deployer(component), sure);
    }

    @Override
    public TrafficRouter router(Component component) {
        return new GuardedWrites.Splitting(real.router(component), sure);
    }

    @Override
    public MetricSource metrics(String source) {
        return real.metrics(source);
    }

    @Override
    public JobRunner jobs() {
        return new GuardedWrites.Starting(real.jobs(), sure);
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return real.manifests(platform).map(manifests -> new GuardedWrites.Applying(manifests, sure));
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
            sure.run();
            return notifier.send(message);
        });
    }

    @Override
    public Optional<Pods> pods() {
        return real.pods();
    }

    @Override
    public Optional<GitOps> gitOps() {
        return real.gitOps().map(gitOps -> new GuardedWrites.Syncing(gitOps, sure));
    }

    @Override
    public Rights rights() {
        return real.rights();
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return real.lock();
    }

    @Override
    public List<SourceState> sources() {
        return real.sources();
    }
}
