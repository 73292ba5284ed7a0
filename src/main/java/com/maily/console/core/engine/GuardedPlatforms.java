package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Manifest;
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
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment's ports as the steps of a run get them: right before each write it is made sure that the lock is still ours.
 *
 * @param sure throws {@link LockGone} when it is not
 */
record GuardedPlatforms(Platforms real, Runnable sure) implements Platforms {

    @Override
    public Deployer deployer(Component component) {
        return new Deploying(real.deployer(component), sure);
    }

    @Override
    public TrafficRouter router(Component component) {
        return new Routing(real.router(component), sure);
    }

    @Override
    public MetricSource metrics(String source) {
        return real.metrics(source);
    }

    @Override
    public JobRunner jobs() {
        return new Starting(real.jobs(), sure);
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return real.manifests(platform).map(manifests -> new Applying(manifests, sure));
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
        return real.gitOps().map(gitOps -> new Syncing(gitOps, sure));
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

    private record Applying(Manifests manifests, Runnable sure) implements Manifests {
        @Override
        public Difference compare(Manifest manifest) {
            return manifests.compare(manifest);
        }

        @Override
        public String apply(Manifest manifest) {
            sure.run();
            return manifests.apply(manifest);
        }
    }

    private record Deploying(Deployer deployer, Runnable sure) implements Deployer {
        @Override
        public Workload observe(Component component, Track track) {
            return deployer.observe(component, track);
        }

        @Override
        public String deploy(Component component, Track track, Artifact artifact) {
            sure.run();
            return deployer.deploy(component, track, artifact);
        }

        @Override
        public String scale(Component component, Track track, int units) {
            sure.run();
            return deployer.scale(component, track, units);
        }

        @Override
        public List<Revision> history(Component component) {
            return deployer.history(component);
        }

        @Override
        public String undo(Component component, Revision to) {
            sure.run();
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

    private record Routing(TrafficRouter router, Runnable sure) implements TrafficRouter {
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
            sure.run();
            return router.set(component, weight);
        }

        @Override
        public String leaveCommand(Component component) {
            return router.leaveCommand(component);
        }
    }

    private record Syncing(GitOps gitOps, Runnable sure) implements GitOps {
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
            sure.run();
            return gitOps.pauseAutoSync(application, why);
        }

        @Override
        public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
            sure.run();
            return gitOps.restoreAutoSync(application, was);
        }

        @Override
        public String rollBack(String application, long entry) {
            sure.run();
            return gitOps.rollBack(application, entry);
        }

        @Override
        public String sync(String application) {
            sure.run();
            return gitOps.sync(application);
        }

        @Override
        public String terminate(String application) {
            sure.run();
            return gitOps.terminate(application);
        }
    }

    private record Starting(JobRunner jobs, Runnable sure) implements JobRunner {
        @Override
        public Job observe(String name) {
            return jobs.observe(name);
        }

        @Override
        public String start(Job.Spec job) {
            sure.run();
            return jobs.start(job);
        }

        @Override
        public List<String> log(String name, int lines) {
            return jobs.log(name, lines);
        }
    }
}
