package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Announcement;
import com.maily.console.core.port.Announcer;
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
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ports whose every write asks a {@link WriteCheck} first; what {@link GuardedPlatforms} hands out. */
final class GuardedWrites {

    private GuardedWrites() { }

    record Locking(EnvironmentLock lock, WriteCheck check) implements EnvironmentLock {
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
            check.before("take the lock");
            return lock.hold(seen, claim);
        }

        @Override
        public LockState release(LockState held) {
            check.before("release the lock");
            return lock.release(held);
        }
    }

    record Deploying(Deployer deployer, WriteCheck check) implements Deployer {
        @Override
        public Workload observe(Component component, Track track) {
            return deployer.observe(component, track);
        }

        @Override
        public String deploy(Component component, Track track, Artifact artifact) {
            check.before("deploy " + component.name());
            return deployer.deploy(component, track, artifact);
        }

        @Override
        public String scale(Component component, Track track, int units) {
            check.before("scale " + component.name());
            return deployer.scale(component, track, units);
        }

        @Override
        public List<Revision> history(Component component) {
            return deployer.history(component);
        }

        @Override
        public String undo(Component component, Revision to) {
            check.before("undo " + component.name());
            return deployer.undo(component, to);
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

    record Steps(StepRewriting steps, WriteCheck check) implements StepRewriting {
        @Override
        public Rewrite preview(Component component, Weight next) {
            return steps.preview(component, next);
        }

        @Override
        public String rewrite(Component component, Rewrite shown) {
            check.before("rewrite the steps of " + component.name());
            return steps.rewrite(component, shown);
        }
    }

    record Splitting(TrafficRouter router, WriteCheck check) implements TrafficRouter {
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
            check.before("move traffic of " + component.name());
            return router.set(component, weight);
        }

        @Override
        public Optional<StepRewriting> stepRewriting(Component component) {
            return router.stepRewriting(component).map(steps -> new Steps(steps, check));
        }

        @Override
        public Optional<BlueGreen> blueGreen(Component component) {
            return router.blueGreen(component);
        }

        @Override
        public Routing routing(Component component) {
            return router.routing(component);
        }

        @Override
        public String leaveCommand(Component component) {
            return router.leaveCommand(component);
        }
    }

    record Syncing(GitOps gitOps, WriteCheck check) implements GitOps {
        @Override
        public Map<String, GitOpsState> observe(List<Component> components) {
            return gitOps.observe(components);
        }

        @Override
        public Optional<GitOpsState> observe(Component component) {
            return gitOps.observe(component);
        }

        @Override
        public Optional<Artifact> artifactAt(Component component, String application, String revision) {
            return gitOps.artifactAt(component, application, revision);
        }

        @Override
        public String pauseAutoSync(String application, String why) {
            check.before("pause auto-sync of " + application);
            return gitOps.pauseAutoSync(application, why);
        }

        @Override
        public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
            check.before("restore auto-sync of " + application);
            return gitOps.restoreAutoSync(application, was);
        }

        @Override
        public String rollBack(String application, long entry) {
            check.before("roll back " + application);
            return gitOps.rollBack(application, entry);
        }

        @Override
        public String sync(String application) {
            check.before("sync " + application);
            return gitOps.sync(application);
        }

        @Override
        public String terminate(String application) {
            check.before("stop the sync of " + application);
            return gitOps.terminate(application);
        }
    }

    record Starting(JobRunner jobs, WriteCheck check) implements JobRunner {
        @Override
        public Job observe(String name) {
            return jobs.observe(name);
        }

        @Override
        public String start(Job.Spec job) {
            check.before("start job " + job.name());
            return jobs.start(job);
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

    record Applying(Manifests manifests, WriteCheck check) implements Manifests {
        @Override
        public Difference compare(Manifest manifest) {
            return manifests.compare(manifest);
        }

        @Override
        public String apply(Manifest manifest) {
            check.before("apply " + manifest.label());
            return manifests.apply(manifest);
        }
    }

    record Muting(Mutes mutes, WriteCheck check) implements Mutes {
        @Override
        public String system() {
            return mutes.system();
        }

        @Override
        public List<Mute> of(String deployment) {
            return mutes.of(deployment);
        }

        @Override
        public String mute(Window window) {
            check.before("mute " + mutes.system());
            return mutes.mute(window);
        }

        @Override
        public String unmute(Mute mute) {
            check.before("end a mute of " + mutes.system());
            return mutes.unmute(mute);
        }
    }

    record Announcing(Announcer announcer, WriteCheck check) implements Announcer {
        @Override
        public String system() {
            return announcer.system();
        }

        @Override
        public String announce(Announcement announcement) {
            check.before("tell " + announcer.system());
            return announcer.announce(announcement);
        }
    }
}
