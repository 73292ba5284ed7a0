package com.maily.console.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done, as data. Steps speak of components, never of vendors; what a step does is behaviour of the engine.
 * Each is safe to repeat: it is run by observing, acting only on a difference, and observing again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Step.Inspect.class, name = "inspect"),
        @JsonSubTypes.Type(value = Step.RunJob.class, name = "run-job"),
        @JsonSubTypes.Type(value = Step.Deploy.class, name = "deploy"),
        @JsonSubTypes.Type(value = Step.Canary.class, name = "canary"),
        @JsonSubTypes.Type(value = Step.Soak.class, name = "soak"),
        @JsonSubTypes.Type(value = Step.Approve.class, name = "approve"),
        @JsonSubTypes.Type(value = Step.Restore.class, name = "restore"),
        @JsonSubTypes.Type(value = Step.PauseAutoSync.class, name = "pause-auto-sync"),
        @JsonSubTypes.Type(value = Step.RestoreAutoSync.class, name = "restore-auto-sync"),
        @JsonSubTypes.Type(value = Step.Notify.class, name = "notify"),
        @JsonSubTypes.Type(value = Step.Apply.class, name = "apply")})
public sealed interface Step {

    /** What every step has, whatever it does. */
    Base base();

    /** {@code 3.2}: the phase's number and the position in it. Unique in a plan, stable for a deployment's life. */
    @JsonIgnore default String id() { return base().id(); }
    @JsonIgnore default String title() { return base().title(); }
    @JsonIgnore default Stage stage() { return base().stage(); }
    @JsonIgnore default String environment() { return base().environment(); }
    /** Ids of the steps that must be done or skipped first. */
    @JsonIgnore default List<String> after() { return base().after(); }
    /** How long it should take, from past runs or the workspace file. */
    @JsonIgnore default Duration planned() { return base().planned(); }
    /** How long it may take before it has failed. */
    @JsonIgnore default Duration timeout() { return base().timeout(); }
    /** The component it changes, if it changes one. */
    @JsonIgnore default Optional<String> about() { return Optional.empty(); }

    record Base(String id, String title, Stage stage, String environment, List<String> after, Duration planned, Duration timeout) {
        public Base {
            after = List.copyOf(after);
        }
    }

    /** Reads the platforms and compares; changes nothing. */
    record Inspect(Base base, Inspection inspection) implements Step { }

    /** Runs a job (tests, scan, backup, migration, smoke tests) on the environment's job runner and follows it to its end. */
    record RunJob(Base base, String job, String image, List<String> command) implements Step {
        public RunJob {
            command = List.copyOf(command);
        }

        /** What its job is called in one attempt of one run. */
        public String jobName(String run, int attempt) {
            String name = (job + "-" + run + "-" + id() + "-" + attempt).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return name.length() <= 63 ? name : name.substring(name.length() - 63).replaceAll("^-+", "");
        }
    }

    /** Makes a component run an artifact, replacing what it runs. */
    record Deploy(Base base, String component, Artifact artifact) implements Step {
        @Override public Optional<String> about() { return Optional.of(component); }
    }

    /**
     * Brings an artifact up beside the stable one and moves traffic to it rung by rung, each held for {@code bake} and judged,
     * then makes it the stable one.
     *
     * @param ladder   weights in order, the last one 100 %
     * @param bake     how long each rung below 100 % is held and judged
     * @param approval whether a person must approve each rung after the first
     * @param limit    above this weight it goes only after a person said so; 100 % for no such limit
     */
    record Canary(Base base, String component, Artifact artifact, List<Weight> ladder, Duration bake, boolean approval, Weight limit)
            implements Step {
        public Canary {
            ladder = List.copyOf(ladder);
            limit = limit == null ? Weight.FULL : limit; // absent in plans journalled before there were limits
        }

        public Canary(Base base, String component, Artifact artifact, List<Weight> ladder, Duration bake, boolean approval) {
            this(base, component, artifact, ladder, bake, approval, Weight.FULL);
        }

        @Override public Optional<String> about() { return Optional.of(component); }
    }

    /** Holds for a time while the named components' objectives must stay met. */
    record Soak(Base base, Duration hold, List<String> components) implements Step {
        public Soak {
            components = List.copyOf(components);
        }
    }

    /** Waits for a person. */
    record Approve(Base base, String question) implements Step { }

    /**
     * Takes a component's traffic off the canary and makes it run an earlier artifact again.
     *
     * @param through  the way through its GitOps controller; null to go back the way its platform does it
     * @param revision the identity of the one revision somebody chose; empty for the newest that runs the artifact
     */
    record Restore(Base base, String component, Artifact artifact, @Nullable Through through, String revision) implements Step {
        public Restore {
            revision = revision == null ? "" : revision; // absent in plans journalled before revisions could be chosen
        }

        public Restore(Base base, String component, Artifact artifact, @Nullable Through through) {
            this(base, component, artifact, through, "");
        }

        public Restore(Base base, String component, Artifact artifact) {
            this(base, component, artifact, null);
        }

        @Override public Optional<String> about() { return Optional.of(component); }
    }

    /** Makes the objects of an environment's platform be as given. @param platform the connection's key: {@code kubernetes} */
    record Apply(Base base, String platform, List<Manifest> manifests) implements Step {
        public Apply {
            manifests = List.copyOf(manifests);
        }
    }

    /**
     * A rollback by a GitOps controller's own history.
     *
     * @param entry the id of the history entry
     * @param why   why this is the right way
     */
    record Through(String application, long entry, String why) { }

    /** Keeps a GitOps controller from undoing what the run does to these components. */
    record PauseAutoSync(Base base, String application, List<String> components) implements Step {
        public PauseAutoSync {
            components = List.copyOf(components);
        }
    }

    /** Lets the controller sync by itself again, if Git wants what runs; otherwise leaves it paused and says so. */
    record RestoreAutoSync(Base base, String application, List<String> components) implements Step {
        public RestoreAutoSync {
            components = List.copyOf(components);
        }
    }

    /** Tells people. */
    record Notify(Base base, String message) implements Step { }
}
