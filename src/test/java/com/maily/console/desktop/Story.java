package com.maily.console.desktop;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The night the pictures tell of: v2.1.0 over v2.0.4 in production, at 03:12:46 with api's canary at 25 %, ai-service held and
 * the
 * frontend waiting for a person. Folded from hand-made entries, so every view sees what it would see of a real journal.
 */
public final class Story {
    public static final String DEPLOYMENT = "dep-20251120-0148";
    public static final Actor MANAGER = new Actor("release-manager", "Console");
    public static final Instant NOW = at("03:12:46");

    private record Moment(Instant at, Actor actor, Event event) { }

    private final List<Moment> moments = new ArrayList<>();

    public static Instant at(String clock) {
        return Instant.parse("2025-11-20T" + clock + "Z");
    }

    /** Everything up to {@link #NOW}. */
    public static List<Entry> entries() {
        Story story = new Story();
        story.add("01:48:00", MANAGER, new Event.DeploymentStarted(StoryPlan.plan(), release(), "", "planned release"));
        story.testing();
        story.initial();
        story.api();
        story.others();
        return story.numbered();
    }

    public static History history() {
        return History.of(entries());
    }

    public static Deployment deployment() {
        return history().deployment(DEPLOYMENT).orElseThrow();
    }

    /** The story with more happening after it. */
    public static History historyWith(Event... more) {
        List<Entry> all = new ArrayList<>(entries());
        for (Event event : more) {
            all.add(entry(all.size() + 1, new Moment(NOW, MANAGER, event)));
        }
        return History.of(all);
    }

    public static Release release() {
        Map<String, Artifact> artifacts = new TreeMap<>();
        for (String name : List.of("analytics", "campaign", "email", "api", "ai-service", "blockchain")) {
            artifacts.put(name, StoryPlan.image(name));
        }
        artifacts.put("frontend", new Artifact.Build("v2.1.0", "9f3c1ab"));
        return new Release("v2.1.0", artifacts, "20251119_2", "20251101_1", "9f3c1ab");
    }

    public static Plan plan() {
        return StoryPlan.plan();
    }

    public static Verdict passing() {
        return new Verdict(Verdict.Word.PASS, "Error rate .005 % and p99 158 ms keep their limits over 41,208 requests.",
                41_208, List.of(
                new Verdict.Judgement("error-rate", Verdict.Word.PASS, 0.005, 0.006, 0.01, "%", "error-rate .005 % < .010 %", 41_208.0, 0.8,
                        0.2, 2.6, "always-valid likelihood ratio of two rates", "errors", "error-rate", 1.0),
                new Verdict.Judgement("p99", Verdict.Word.PASS, 158.0, 151.0, 200, "ms", "p99 158 ms < 200 ms")));
    }

    private static Verdict marginal() {
        return new Verdict(Verdict.Word.MARGINAL, "p99 inference is 18 % over stable.", 9_210, List.of(
                new Verdict.Judgement("p99", Verdict.Word.MARGINAL, 826.0, 700.0, 700, "ms",
                        "p99 inference 826 ms, limit 700 ms")));
    }

    private void testing() {
        done("1.1", "01:48:00", "01:57:40", "7 images signed");
        done("1.2", "01:57:40", "02:02:10", "");
        done("1.3", "02:02:10", "02:10:30", "1,906 passed");
        done("1.4", "02:02:10", "02:12:00", "0 high");
        done("1.5", "02:12:00", "02:19:30", "attempt 2 of 3 passed");
        done("1.6", "02:12:00", "02:23:10", "p99 171 ms");
        gate("1.7", "02:23:10", "Go on to production?", "02:25:30");
    }

    private void initial() {
        add("02:26:00", MANAGER, new Event.StepSkipped("2.1", "no diff"));
        done("2.2", "02:26:10", "02:32:20", "3 migrations");
        done("2.3", "02:32:30", "02:36:10", "4/4 ready");
        done("2.4", "02:33:40", "02:37:50", "6/6 ready");
        done("2.5", "02:36:10", "02:51:00", "100 % at 02:51");
        done("2.6", "02:37:50", "02:43:40", "14 secrets");
        done("2.7", "02:43:40", "02:47:10", "");
        gate("2.8", "02:51:00", "Go on to the critical services?", "02:54:20");
        done("3.1", "02:54:20", "02:55:30", "");
    }

    private void api() {
        started("3.2", "02:55:40");
        shift("02:56:40", "3.2", "api", 0, 5);
        shift("03:02:40", "3.2", "api", 5, 10);
        shift("03:09:00", "3.2", "api", 10, 25);
        observe("03:12:44", "api", 25, 24.6, "2 of 41,208 requests still drain");
        add("03:12:12", Actor.system("Prometheus"), new Event.VerdictReached("3.2", "api", passing()));
        add("02:55:50", Actor.system("Kubernetes"), new Event.VersionObserved("api", true, "v2.0.4", "6 of 6 ready"));
        add("02:56:30", Actor.system("Kubernetes"), new Event.VersionObserved("api", false, "v2.1.0", "6 of 6 ready"));
        add("03:12:44", Actor.SYSTEM, new Event.StepNoted("3.2", "25 % of traffic"));
    }

    private void others() {
        started("3.3", "03:01:00");
        shift("03:01:30", "3.3", "ai-service", 0, 5);
        shift("03:06:40", "3.3", "ai-service", 5, 10);
        observe("03:06:45", "ai-service", 10, 10, "");
        add("03:11:18", Actor.system("Prometheus"), new Event.VerdictReached("3.3", "ai-service", marginal()));
        add("03:11:20", Actor.SYSTEM, new Event.StepHeld("3.3", "p99 inference is 18 % over stable"));
        started("3.4", "03:04:10");
        shift("03:04:20", "3.4", "frontend", 0, 5);
        observe("03:04:40", "frontend", 5, 5, "");
        add("03:10:50", Actor.SYSTEM, new Event.GateOpened("3.4", "rung-2", "Approve Vercel 5 → 25 %"));
    }

    private void started(String step, String from) {
        add(from, Actor.SYSTEM, new Event.StepStarted(step, 1));
    }

    private void done(String step, String from, String to, String proof) {
        started(step, from);
        add(to, Actor.SYSTEM, new Event.StepSucceeded(step, proof));
    }

    private void gate(String step, String from, String question, String answered) {
        started(step, from);
        add(from, Actor.SYSTEM, new Event.GateOpened(step, "go", question));
        add(answered, MANAGER, new Event.GateAnswered(step, "go", true, "numbers are fine"));
        add(answered, Actor.SYSTEM, new Event.StepSucceeded(step, "approved " + answered.substring(0, 5)));
    }

    private void shift(String clock, String step, String component, double from, double to) {
        add(clock, Actor.SYSTEM, new Event.WeightShifted(step, component, Weight.ofPercent(from), Weight.ofPercent(to),
                "kubectl patch httproute maily-" + component + " --type merge -p …"));
    }

    private void observe(String clock, String component, double desired, double observed, String why) {
        add(clock, Actor.system("Kubernetes"),
                new Event.WeightObserved(component, Weight.ofPercent(desired), Weight.ofPercent(observed), why));
    }

    private void add(String clock, Actor actor, Event event) {
        moments.add(new Moment(at(clock), actor, event));
    }

    private List<Entry> numbered() {
        moments.sort(Comparator.comparing(Moment::at));
        List<Entry> entries = new ArrayList<>();
        moments.forEach(moment -> entries.add(entry(entries.size() + 1, moment)));
        return entries;
    }

    private static Entry entry(long sequence, Moment moment) {
        return new Entry(sequence, moment.at(), DEPLOYMENT, moment.actor(), moment.event(), Entry.GENESIS, Entry.GENESIS);
    }
}
