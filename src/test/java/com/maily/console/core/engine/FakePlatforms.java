package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.Facts;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.JobRunner;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Notifier;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A small world in memory behind the ports: things take 20 s to become ready, routers 2 s, jobs 30 s; every write is written
 * down.
 */
final class FakePlatforms implements Platforms {

    final List<String> writes = new ArrayList<>();
    final Map<String, FakeTrack> tracks = new LinkedHashMap<>();
    final Map<String, Weight> weights = new HashMap<>();
    final Map<String, Instant> weightChanged = new HashMap<>();
    final Map<String, String> writers = new HashMap<>();
    /** What routes a component in truth, whatever the workspace says. */
    final Map<String, Routing> found = new HashMap<>();
    final Map<String, Instant> jobs = new LinkedHashMap<>();
    final List<String> failingJobs = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<Mutes> mutes = new ArrayList<>();
    final List<Announcer> announcers = new ArrayList<>();
    final Map<String, List<Artifact>> kept = new HashMap<>();
    final List<String> broken = new ArrayList<>();
    /** How many stable pods of a component are ready, where they come up slowly. */
    final Map<String, Integer> readyPods = new HashMap<>();
    /** Components whose router takes every write and goes on sending this share. */
    final Map<String, Weight> deaf = new HashMap<>();
    /** What the canary's error rate is, in percent, given the weight of the canary. */
    ToDoubleFunction<Weight> canaryErrors = _ -> 0.01;
    double requests = 5_000;
    Optional<Failure> outage = Optional.empty();
    Optional<Failure> refusal = Optional.empty();
    Finding.Result inspection = Finding.Result.GOOD;
    /** None, as where there is no Kubernetes, until a test gives one. */
    Optional<EnvironmentLock> lock = Optional.empty();
    private final Time time;

    FakePlatforms(Time time, Workspace workspace, Release running) {
        this.time = time;
        workspace.components().forEach(component -> running.artifact(component.name()).ifPresent(artifact -> {
            tracks.put(component.name() + "/STABLE", new FakeTrack(artifact, 4));
            tracks.put(component.name() + "/CANARY", new FakeTrack(artifact, 0));
            weights.put(component.name(), Weight.ZERO);
            kept.put(component.name(), new ArrayList<>(List.of(artifact)));
        }));
    }

    private void answers() {
        outage.ifPresent(failure -> {
            throw new FailureException(failure);
        });
    }

    FakeTrack track(String component, Track track) {
        return tracks.get(component + "/" + track);
    }

    private final Deployer deployer = new Deployer() {
        @Override
        public Workload observe(Component component, Track track) {
            answers();
            Instant now = time.instant();
            FakeTrack state = track(component.name(), track);
            if (state == null) {
                return new Workload(component.name(), track, Optional.empty(), "", 0, 0, 0, new Workload.Rollout.Done("none"),
                        now);
            }
            Workload.Rollout rollout = broken.contains(component.name()) && track == Track.STABLE
                    ? new Workload.Rollout.Broken("exceeded its progress deadline")
                    : state.settled(now) ? new Workload.Rollout.Done("successfully rolled out")
                            : new Workload.Rollout.Waiting("pods are starting");
            return new Workload(component.name(), track, Optional.of(state.artifact), state.artifact.version(), state.wanted,
                    state.wanted,
                    track == Track.STABLE ? readyPods.getOrDefault(component.name(), state.ready(now)) : state.ready(now),
                    rollout, now);
        }

        @Override
        public String deploy(Component component, Track track, Artifact artifact) {
            FakeTrack state = track(component.name(), track);
            if (state.artifact.equals(artifact)) {
                return "set image " + component.targetName();
            }
            write("deploy " + component.name() + " " + track + " " + artifact.version());
            state.run(artifact, time.instant());
            if (track == Track.STABLE) {
                kept.get(component.name()).addFirst(artifact);
            }
            return "set image " + component.targetName();
        }

        @Override
        public String scale(Component component, Track track, int units) {
            if (track(component.name(), track).wanted == units) {
                return "";
            }
            write("scale " + component.name() + " " + track + " " + units);
            track(component.name(), track).scale(units, time.instant());
            return "scale " + component.targetName();
        }

        @Override
        public List<Revision> history(Component component) {
            answers();
            List<Revision> revisions = new ArrayList<>();
            List<Artifact> artifacts = kept.getOrDefault(component.name(), List.of());
            for (int i = 0; i < artifacts.size(); i++) {
                revisions.add(new Revision(component.name() + i, artifacts.size() - i, artifacts.get(i), HandTime.START, "",
                        i == 0, true));
            }
            return revisions;
        }

        @Override
        public String undo(Component component, Revision to) {
            write("undo " + component.name() + " " + to.artifact().version());
            track(component.name(), Track.STABLE).run(to.artifact(), time.instant());
            return "rollout undo " + component.target();
        }
    };

    /** The only weights every router reaches, empty for no such limit. */
    List<Weight> only = List.of();
    /** Whether every router reaches only quarters. */
    boolean coarse;

    private final TrafficRouter router = new TrafficRouter() {
        @Override
        public Traffic observe(Component component) {
            answers();
            Weight told = weights.get(component.name());
            boolean following = time.instant().isBefore(weightChanged.getOrDefault(component.name(), Instant.EPOCH)
                    .plusSeconds(2));
            Weight real = deaf.containsKey(component.name()) ? deaf.get(component.name()) : following ? new Weight(told.basisPoints() / 2 + 1) : told;
            return new Traffic(told, real, deaf.containsKey(component.name()) ? "the gateway ignores it"
                    : following ? "the gateway follows" : "", writers.getOrDefault(component.name(), ""),
                    "1", time.instant());
        }

        @Override
        public Routing routing(Component component) {
            return found.getOrDefault(component.name(), component.routing());
        }

        @Override
        public Reach reach(Component component) {
            if (!only.isEmpty()) {
                return new Reach.Only(only, "it has no others");
            }
            return coarse || component.routing().kind().equals(Routing.REPLICA_RATIO)
                    ? new Reach.Only(List.of(Weight.ZERO, Weight.ofPercent(25), Weight.ofPercent(50), Weight.ofPercent(75),
                            Weight.FULL), "four pods")
                    : new Reach.AnyPercent();
        }

        @Override
        public String set(Component component, Weight weight) {
            FakeTrack canary = track(component.name(), Track.CANARY);
            FakeTrack stable = track(component.name(), Track.STABLE);
            boolean ratio = component.routing().kind().equals(Routing.REPLICA_RATIO);
            if (!ratio && canary.ready(time.instant()) < Math.ceil(stable.wanted * weight.percent() / 100)) {
                throw new AssertionError(weight + " was sent to " + component.name() + " with " + canary.ready(time.instant())
                        + " canary pods");
            }
            write("weight " + component.name() + " " + weight);
            weights.put(component.name(), weight);
            writers.put(component.name(), CanaryTraffic.OURS);
            weightChanged.put(component.name(), time.instant());
            return "patch httproute " + component.name();
        }
    };

    private void write(String what) {
        answers();
        refusal.ifPresent(failure -> {
            throw new FailureException(failure);
        });
        writes.add(what);
    }

    @Override
    public Deployer deployer(Component component) {
        return deployer;
    }

    @Override
    public TrafficRouter router(Component component) {
        return router;
    }

    @Override
    public MetricSource metrics(String source) {
        return new MetricSource() {
            @Override
            public Answer instant(String query, Instant at) {
                answers();
                double value = value(query);
                return new Answer(Double.isNaN(value) ? List.of() : List.of(new Series(Map.of(), List.of(new Sample(at,
                        value)))), List.of());
            }

            private double value(String query) {
                String[] words = query.split(" ");
                return words[0].equals("samples") ? requests
                        : words[2].equals("canary") ? canaryErrors.applyAsDouble(weights.get(words[1])) : 0.01;
            }

            /** As if it had always been as it is now. */
            @Override
            public Answer range(String query, Instant from, Instant to, Duration step) {
                answers();
                double value = value(query);
                List<Sample> samples = new ArrayList<>();
                for (Instant at = from; !at.isAfter(to) && !Double.isNaN(value); at = at.plus(step)) {
                    samples.add(new Sample(at, value));
                }
                return new Answer(samples.isEmpty() ? List.of() : List.of(new Series(Map.of(), samples)), List.of());
            }
        };
    }

    @Override
    public JobRunner jobs() {
        return new JobRunner() {
            @Override
            public Job observe(String name) {
                answers();
                Instant started = jobs.get(name);
                if (started == null) {
                    return new Job(name, Job.State.MISSING, "", Optional.empty(), Optional.empty());
                }
                boolean done = !time.instant().isBefore(started.plusSeconds(30));
                boolean fails = failingJobs.stream().anyMatch(name::startsWith);
                return new Job(name, !done ? Job.State.RUNNING : fails ? Job.State.FAILED : Job.State.SUCCEEDED, done ? "ended"
                        : "",
                        Optional.of(started), Optional.empty());
            }

            @Override
            public String start(Job.Spec job) {
                write("job " + job.name());
                if (jobs.putIfAbsent(job.name(), time.instant()) != null) {
                    throw new AssertionError("Job " + job.name() + " was started twice");
                }
                return "create job " + job.name();
            }

            @Override
            public List<String> log(String name, int lines) {
                return List.of();
            }

            @Override
            public Optional<LogSource> logSource(String name) {
                return Optional.empty();
            }
        };
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return Optional.empty();
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return Optional.empty();
    }

    @Override
    public List<Inspector> inspectors() {
        return List.of((Inspection _, List<Component> components) -> {
            answers();
            return List.of(new Finding("cluster", inspection, inspection == Finding.Result.GOOD ? "all is well"
                    : "something is wrong"));
        });
    }

    @Override
    public List<Mutes> mutes() {
        return mutes;
    }

    @Override
    public List<Announcer> announcers() {
        return announcers;
    }

    @Override
    public Optional<Notifier> notifier() {
        return Optional.of(message -> {
            write("tell " + message);
            told.add(message);
            return "delivered";
        });
    }

    @Override
    public Optional<Pods> pods() {
        return Optional.empty();
    }

    Rights rights = Rights.UNTOLD;

    @Override
    public Rights rights() {
        return rights;
    }

    @Override
    public Optional<EnvironmentLock> lock() {
        return lock;
    }

    @Override
    public List<SourceState> sources() {
        return List.of(new SourceState("Kubernetes", Duration.ofSeconds(5), Optional.of(time.instant()), ""));
    }
}
