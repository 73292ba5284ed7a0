package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.BlueGreen;
import com.maily.console.core.port.Caution;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Ports that read and refuse to write, saying why; what {@link ReadOnlyPlatforms} hands out. */
final class WithoutWrites {

    private WithoutWrites() { }

    record Seeing(EnvironmentLock lock, Function<String, FailureException> written) implements EnvironmentLock {
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
            throw written.apply("take the lock");
        }

        @Override
        public LockState release(LockState held) {
            throw written.apply("release the lock");
        }
    }

    record Reading(Deployer deployer, Function<String, FailureException> written) implements Deployer {
        @Override
        public Workload observe(Component component, Track track) {
            return deployer.observe(component, track);
        }

        @Override
        public String deploy(Component component, Track track, Artifact artifact) {
            throw written.apply("deploy " + component.name());
        }

        @Override
        public String scale(Component component, Track track, int units) {
            throw written.apply("scale " + component.name());
        }

        @Override
        public List<Revision> history(Component component) {
            return deployer.history(component);
        }

        @Override
        public String undo(Component component, Revision to) {
            throw written.apply("undo " + component.name());
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

    record Rewording(StepRewriting steps, Function<String, FailureException> written) implements StepRewriting {
        @Override
        public Rewrite preview(Component component, Weight next) {
            return steps.preview(component, next);
        }

        @Override
        public String rewrite(Component component, Rewrite shown) {
            throw written.apply("rewrite the steps of " + component.name());
        }
    }

    record Watching(TrafficRouter router, Function<String, FailureException> written) implements TrafficRouter {
        @Override
        public Traffic observe(Component component) {
            return router.observe(component);
        }

        @Override
        public Reach reach(Component component) {
            return router.reach(component);
        }

        @Override
        public String set(Component component, Weight weight) {
            throw written.apply("move traffic of " + component.name());
        }

        @Override
        public Routing routing(Component component) {
            return router.routing(component);
        }

        @Override
        public Optional<StepRewriting> stepRewriting(Component component) {
            return router.stepRewriting(component).map(steps -> new Rewording(steps, written));
        }

        @Override
        public Optional<BlueGreen> blueGreen(Component component) {
            return router.blueGreen(component);
        }

        @Override
        public String leaveCommand(Component component) {
            return router.leaveCommand(component);
        }
    }

    record Asking(Manifests manifests, Function<String, FailureException> written) implements Manifests {
        @Override
        public Difference compare(Manifest manifest) {
            return manifests.compare(manifest);
        }

        @Override
        public String apply(Manifest manifest) {
            throw written.apply("apply " + manifest.label());
        }
    }

    record Comparing(GitOps gitOps, Function<String, FailureException> written) implements GitOps {
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
            throw written.apply("pause auto-sync of " + application);
        }

        @Override
        public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
            throw written.apply("restore auto-sync of " + application);
        }

        @Override
        public String rollBack(String application, long entry) {
            throw written.apply("roll back " + application);
        }

        @Override
        public String sync(String application) {
            throw written.apply("sync " + application);
        }

        @Override
        public String terminate(String application) {
            throw written.apply("stop the sync of " + application);
        }
    }

    record Listing(JobRunner jobs, Function<String, FailureException> written) implements JobRunner {
        @Override
        public Job observe(String name) {
            return jobs.observe(name);
        }

        @Override
        public String start(Job.Spec job) {
            throw written.apply("start job " + job.name());
        }

        @Override
        public List<String> log(String name, int lines) {
            return jobs.log(name, lines);
        }

        @Override
        public Optional<LogSource> logSource(String name) {
            return jobs.logSource(name);
        }
    }
}
