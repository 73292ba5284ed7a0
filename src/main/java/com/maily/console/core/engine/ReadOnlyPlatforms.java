package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
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
import com.maily.console.core.port.TrafficRouter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An environment's ports without their writes: previews and dry runs see only this, so that they provably change nothing, and so
 * does everybody where the workspace file says read-only.
 *
 * @param refusal what is said to whoever tries to write, given what it was: {@code deploy api}
 */
record ReadOnlyPlatforms(Platforms real, Function<String, Failure> refusal) implements Platforms {

    /** For previews: that one writes is a fault of ours. */
    ReadOnlyPlatforms(Platforms real) {
        this(real, what -> new Failure.Defect("A preview tried to " + what, "previews only read.",
                "Nothing was changed; please report it."));
    }

    private FailureException written(String what) {
        return new FailureException(refusal.apply(what));
    }

    @Override
    public Deployer deployer(Component component) {
        return new WithoutWrites.Reading(real.deployer(component), this::written);
    }

    @Override
    public TrafficRouter router(Component component) {
        return new WithoutWrites.Watching(real.router(component), this::written);
    }

    @Override
    public MetricSource metrics(String source) {
        return real.metrics(source);
    }

    @Override
    public JobRunner jobs() {
        return new WithoutWrites.Listing(real.jobs(), this::written);
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return real.manifests(platform).map(one -> new WithoutWrites.Asking(one, this::written));
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
        return real.notifier().map(_ -> message -> {
            throw written("tell people");
        });
    }

    @Override
    public Optional<Pods> pods() {
        return real.pods();
    }

    @Override
    public Optional<GitOps> gitOps() {
        return real.gitOps().map(one -> new WithoutWrites.Comparing(one, this::written));
    }

    @Override
    public Rights rights() {
        return real.rights();
    }

    @Override
    public List<SourceState> sources() {
        return real.sources();
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return real.lock().map(one -> new WithoutWrites.Seeing(one, this::written));
    }
}
