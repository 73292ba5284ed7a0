package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Caution;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment's ports without their writes: previews and dry runs see only this, so that they provably change nothing. */
record ReadOnlyPlatforms(Platforms real) implements Platforms {

    private static FailureException written(String what) {
        return new FailureException(new Failure.Defect("A preview tried to " + what, "previews only read.",
                "Nothing was changed; please report it."));
    }

    @Override
    public Deployer deployer(Component component) {
        return new Reading(real.deployer(component));
    }

    @Override
    public TrafficRouter router(Component component) {
        return new Watching(real.router(component));
    }

    @Override
    public MetricSource metrics(String source) {
        return real.metrics(source);
    }

    @Override
    public JobRunner jobs() {
        return new Listing(real.jobs());
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return real.manifests(platform).map(Asking::new);
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
        return real.gitOps().map(Comparing::new);
    }

    @Override
    public List<SourceState> sources() {
        return real.sources();
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return real.lock().map(Seeing::new);
    }

    private record Seeing(EnvironmentLock lock) implements EnvironmentLock {
        @Override
        public String identity() {
            return lock.identity();
        }

        @Override
        public LockState observe() {
            return lock.observe();
        }

        @Override
        public LockState hold(LockState seen, LockClaim claim) {
            throw written("take the lock");
        }

        @Override
        public LockState release(LockState held) {
            throw written("release the lock");
        }
    }

    private record Reading(Deployer deployer) implements Deployer {
        @Override
        public Workload observe(Component component, Track track) {
            return deployer.observe(component, track);
        }

        @Override
        public String deploy(Component component, Track track, Artifact artifact) {
            throw written("deploy " + component.name());
        }

        @Override
        public String scale(Component component, Track track, int units) {
            throw written("scale " + component.name());
        }

        @Override
        public List<Revision> history(Component component) {
            return deployer.history(component);
        }

        @Override
        public String undo(Component component, Revision to) {
            throw written("undo " + component.name());
        }

        @Override
        public List<Caution> cautions(Component component, Revision to) {
            return deployer.cautions(component, to);
        }

        @Override
        public String undoCommand(Component component, Revision to) {
            return deployer.undoCommand(component, to);
        }
    }

    private record Watching(TrafficRouter router) implements TrafficRouter {
        @Override
        public Traffic observe(Component component) {
            return router.observe(component);
        }

        @Override
        public Reach reach(Component component) {
            return router.reach(component);
        }

        @Override
        public Routing routing(Component component) {
            return router.routing(component);
        }

        @Override
        public String set(Component component, Weight weight) {
            throw written("move traffic of " + component.name());
        }

        @Override
        public String leaveCommand(Component component) {
            return router.leaveCommand(component);
        }
    }

    private record Asking(Manifests manifests) implements Manifests {
        @Override
        public Difference compare(Manifest manifest) {
            return manifests.compare(manifest);
        }

        @Override
        public String apply(Manifest manifest) {
            throw written("apply " + manifest.label());
        }
    }

    private record Comparing(GitOps gitOps) implements GitOps {
        @Override
        public Map<String, GitOpsState> observe(List<Component> components) {
            return gitOps.observe(components);
        }

        @Override
        public Optional<Artifact> artifactAt(Component component, String application, String revision) {
            return gitOps.artifactAt(component, application, revision);
        }

        @Override
        public String pauseAutoSync(String application, String why) {
            throw written("pause auto-sync of " + application);
        }

        @Override
        public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
            throw written("restore auto-sync of " + application);
        }

        @Override
        public String rollBack(String application, long entry) {
            throw written("roll back " + application);
        }

        @Override
        public String sync(String application) {
            throw written("sync " + application);
        }

        @Override
        public String terminate(String application) {
            throw written("stop the sync of " + application);
        }
    }

    private record Listing(JobRunner jobs) implements JobRunner {
        @Override
        public Job observe(String name) {
            return jobs.observe(name);
        }

        @Override
        public String start(Job.Spec job) {
            throw written("start job " + job.name());
        }

        @Override
        public List<String> log(String name, int lines) {
            return jobs.log(name, lines);
        }
    }
}
