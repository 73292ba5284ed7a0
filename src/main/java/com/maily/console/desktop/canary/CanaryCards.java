package com.maily.console.desktop.canary;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.WeightSlide;
import com.maily.console.desktop.widget.WeightSnap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out one card from the journal, the router and the metrics. */
final class CanaryCards {

    private static final Duration WINDOW = MetricPace.SCREEN.window();

    private CanaryCards() { }

    static CanaryCard card(CanaryModel.Known known, Deployment run, Component component, Step.Canary step) {
        StepState state = run.step(step.id()).orElseThrow();
        ComponentState journal = run.component(component.name());
        Optional<TrafficReading> reading = Optional.ofNullable(known.traffic().get(component.name()));
        Optional<Traffic> traffic = reading.flatMap(TrafficReading::traffic);
        boolean paused = run.status() == Deployment.Status.PAUSED;
        boolean running = state.status().active() && !run.over();
        boolean fresh = reading.filter(r -> r.fresh(known.now())).isPresent();
        Weight desired = traffic.map(Traffic::desired).orElse(journal.desired());
        Weight observed = traffic.map(Traffic::observed).orElse(journal.observed());
        Optional<Weight> next = running ? step.ladder().stream().filter(w -> w.isAbove(desired)).findFirst() : Optional.empty();
        State shown = shown(state.status(), paused);
        WeightSlide slide = new WeightSlide(observed, desired, next, nextWhen(state, paused),
                new WeightSnap(step.ladder(), reading.map(TrafficReading::reach).orElse(new Reach.AnyPercent())),
                running && !fresh, fresh && !observed.equals(desired), running);
        MetricSnapshot metrics = known.metrics();
        List<Objective> objectives = objectives(known, component);
        boolean analysing = state.status() == StepState.Status.RUNNING && !desired.isZero() && !desired.isFull();
        return new CanaryCard(component.name(), routing(component), run.plan().version(), run.plan().replaces(), shown, slide, step.id(),
                running, paused, analysing, state.gate(),
                reading.map(TrafficReading::source).orElse(new SourceState(component.routing().name(), Duration.ofSeconds(5),
                        Optional.empty(), "")), traffic.map(Traffic::writer).orElse(""), journal.verdict(),
                tiles(objectives, metrics, journal, !desired.isZero(), known.now()),
                journal.verdict().map(Verdict::samples).orElse(Double.NaN), burn(objectives, metrics, known.now()), requests(objectives, metrics),
                reading.map(TrafficReading::stableUnits).orElse(0), reading.map(TrafficReading::canaryUnits).orElse(0),
                timing(step, state, journal, known.now()), sentence(state, journal, next, paused), note(journal, sentence(state, journal, next, paused), reading),
                reading.flatMap(TrafficReading::failure).or(state::failure));
    }

    private static State shown(StepState.Status status, boolean paused) {
        return switch (status) {
            case PLANNED -> State.PLANNED;
            case RUNNING -> paused ? State.HELD : State.RUNNING;
            case UNCERTAIN -> State.STALE;
            case WAITING -> State.WAITING;
            case HELD -> State.HELD;
            case DONE -> State.DONE;
            case FAILED -> State.FAILED;
            case SKIPPED -> State.SKIPPED;
        };
    }

    private static String nextWhen(StepState state, boolean paused) {
        return paused ? "next, on resume" : state.gate().isPresent() ? "next, on approval" : "next";
    }

    static String routing(Component component) {
        String name = component.routing().name();
        return switch (component.routing().kind()) {
            case Routing.GATEWAY_API -> "Gateway API · HTTPRoute " + name;
            case Routing.REPLICA_RATIO -> "Replica ratio · " + component.target();
            case Routing.ROLLING_RELEASE -> "Vercel · rolling release";
            case Routing.ISTIO -> "Istio · VirtualService " + name;
            case Routing.NGINX -> "ingress-nginx (retired upstream) · Ingress " + name;
            case Routing.TRAEFIK -> "Traefik · TraefikService " + name;
            case Routing.ALB -> "AWS ALB · Ingress " + name;
            case Routing.ARGO_ROLLOUTS -> "Argo Rollouts · Rollout " + name;
            case Routing.FLAGGER -> "Flagger (display only) · Canary " + name;
            case Routing.SMI -> "SMI (read only) · TrafficSplit " + name;
            default -> component.target();
        };
    }

    private static List<Objective> objectives(CanaryModel.Known known, Component component) {
        return judged(known.workspace().objectivesOf(component.name()));
    }

    /** Those that tell the tracks apart, the two that matter most first. */
    static List<Objective> judged(List<Objective> objectives) {
        return objectives.stream().filter(o -> o.query().contains("${track")).sorted((a, b) -> rank(a) - rank(b)).toList();
    }

    private static int rank(Objective objective) {
        return switch (objective.key()) {
            case "error-rate" -> 0;
            case "p99" -> 1;
            default -> 2;
        };
    }

    private static List<CanaryTile> tiles(List<Objective> objectives, MetricSnapshot metrics, ComponentState journal, boolean carries,
                                          Instant now) {
        List<CanaryTile> tiles = new ArrayList<>();
        objectives.stream().limit(2).forEach(o -> tiles.add(CanaryTile.metric(o, metrics, judged(journal, o), carries, now)));
        counted(objectives).ifPresent(o -> tiles.add(CanaryTile.requests(o, metrics, WINDOW, now)));
        return tiles;
    }

    /** What the judge said of one objective since the last shift. */
    private static Optional<Verdict.Word> judged(ComponentState journal, Objective objective) {
        return journal.verdict().flatMap(verdict -> verdict.judgements().stream()
                .filter(judgement -> judgement.objective().equals(objective.key())).map(Verdict.Judgement::word).findFirst());
    }

    /** The objective whose sample query counts the component's requests. */
    static Optional<Objective> counted(List<Objective> objectives) {
        return objectives.stream().filter(o -> !o.samples().isEmpty() && o.samples().contains("${track")).findFirst();
    }

    /** Error share over allowed error share: the one definition that error rate, burn and budget have in common. */
    private static double burn(List<Objective> objectives, MetricSnapshot metrics, Instant now) {
        return objectives.stream().filter(o -> o.key().equals("error-rate") && o.limit() > 0).findFirst()
                .flatMap(o -> metrics.curve(MetricLine.of(o, Side.CANARY)).filter(curve -> curve.fresh(now)).flatMap(MetricCurve::last)
                        .map(s -> s.value() / o.limit()))
                .orElse(Double.NaN);
    }

    private static double requests(List<Objective> objectives, MetricSnapshot metrics) {
        return counted(objectives).map(o -> zeroIfUnknown(CanaryTile.rate(metrics.curve(MetricLine.requests(o, Side.CANARY)), WINDOW))
                + CanaryTile.rate(metrics.curve(MetricLine.requests(o, Side.STABLE)), WINDOW)).orElse(Double.NaN);
    }

    private static double zeroIfUnknown(double rate) {
        return Double.isNaN(rate) ? 0 : rate;
    }

    private static String timing(Step.Canary step, StepState state, ComponentState journal, Instant now) {
        if (state.status() == StepState.Status.RUNNING && journal.settledAt().isPresent() && !journal.desired().isFull()) {
            Duration baked = Duration.between(journal.settledAt().get(), now);
            return "Analysis " + clock(baked.compareTo(step.bake()) > 0 ? step.bake() : baked) + " of " + clock(step.bake());
        }
        return state.endedAt().map(end -> "Ended " + clock(Duration.between(end, now)) + " ago").orElse("");
    }

    static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds / 60 + ":" + String.format(java.util.Locale.ROOT, "%02d", seconds % 60);
    }

    private static String sentence(StepState state, ComponentState journal, Optional<Weight> next, boolean paused) {
        if (state.gate().isPresent()) {
            return state.gate().get().question();
        }
        return switch (state.status()) {
            case PLANNED -> "Not started yet.";
            case RUNNING -> paused ? "The run is paused."
                    : next.map(w -> "Next: " + journal.desired() + " → " + w + ".").orElse("Promoting the new version.");
            case UNCERTAIN -> "The console stopped meanwhile; the platforms are being observed first.";
            case WAITING, HELD -> state.note();
            case DONE -> "Promoted.";
            case FAILED -> state.failure().map(f -> f.what() + ".").orElse("Failed.");
            case SKIPPED -> "Skipped: " + state.note();
        };
    }

    private static String note(ComponentState journal, String said, Optional<TrafficReading> reading) {
        Optional<String> why = reading.flatMap(TrafficReading::traffic).map(Traffic::why).filter(w -> !w.isEmpty());
        return why.or(() -> journal.verdict().map(Verdict::sentence).filter(s -> !said.replace(".", "").equals(s.replace(".", ""))))
                .or(() -> reading.map(TrafficReading::reach).filter(r -> r instanceof Reach.Only).map(r -> ((Reach.Only) r).why()))
                .orElse("");
    }
}
