package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
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
    public Rights rights() {
        return real.rights();
    }

    @Override
    public List<SourceState> sources() {
        return real.sources();
    }

    private final class Reading implements Deployer {
        private final Deployer deployer;

        Reading(Deployer deployer) {
            this.deployer = deployer;
        }

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
        public String undoCommand(Component component, Revision to) {
            return deployer.undoCommand(component, to);
        }
    }

    private final class Watching implements TrafficRouter {
        private final TrafficRouter router;

        Watching(TrafficRouter router) {
            this.router = router;
        }

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
            throw written("move traffic of " + component.name());
        }

        @Override
        public String leaveCommand(Component component) {
            return router.leaveCommand(component);
        }
    }

    private final class Listing implements JobRunner {
        private final JobRunner jobs;

        Listing(JobRunner jobs) {
            this.jobs = jobs;
        }

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
