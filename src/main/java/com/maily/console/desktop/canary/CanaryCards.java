package com.maily.console.desktop.canary;

import com.maily.console.core.engine.LargestStep;
import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.core.sla.MetricPace;
import com.maily.console.core.sla.MetricSnapshot;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.WeightSlide;
import com.maily.console.desktop.widget.WeightSlide.Uptake;
import com.maily.console.desktop.widget.WeightSnap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out one card from the journal, the router and the metrics. */
final class CanaryCards {

    private static final Duration WINDOW = MetricPace.SCREEN.window();
    /** A weight that is not in effect after so long is no longer on its way. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Percent by which a measured share strays from its weight without that meaning anything. */
    private static final double STRAY = 1;

    private CanaryCards() { }

    static CanaryCard card(CanaryModel.Known known, Deployment run, Component component, Step.Canary step) {
        StepState state = run.step(step.id()).orElseThrow();
        ComponentState journal = run.component(component.name());
        Optional<TrafficReading> reading = Optional.ofNullable(known.traffic().get(component.name()));
        Map<Rights.Action, Failure> denied = reading.map(TrafficReading::denied).orElse(Map.of());
        boolean paused = run.status() == Deployment.Status.PAUSED;
        CanaryWords words = new CanaryWords(step, state, journal, reading, paused, run.plan().version());
        Optional<Weight> queued = state.asked().filter(StepState.Asked::queued).map(StepState.Asked::to);
        WeightSlide told = slide(known, words, queued);
        boolean running = state.status().active() && !run.over();
        boolean promoted = state.status() == StepState.Status.DONE && told.desired().isFull();
        boolean analysing = state.status() == StepState.Status.RUNNING && !told.desired().isZero() && !told.desired().isFull();
        CanaryTile.Carries carries = promoted ? CanaryTile.Carries.STABLE
                : running && !told.desired().isZero() ? CanaryTile.Carries.CANARY : CanaryTile.Carries.NOTHING;
        List<Objective> objectives = judged(known.workspace().objectivesOf(component.name()));
        List<CanaryTile> tiles = tiles(objectives, known.metrics(), journal, carries, known.now());
        Optional<String> blind = carries == CanaryTile.Carries.CANARY ? blind(objectives, tiles) : Optional.empty();
        CanaryBudget budget = CanaryBudget.of(known.workspace().objectivesOf(component.name()), known.budgets(),
                carries == CanaryTile.Carries.CANARY, journal.shiftedAt(), known.now());
        WeightSlide slide = blind.map(told::bar).orElse(told).costing(running ? budget.cost().marks() : List.of());
        String sentence = words.sentence(slide, queued, known.now());
        return new CanaryCard(component.name(), CanaryWords.routing(component, reading), run.plan().version(),
                run.plan().replaces(),
                shown(state.status(), paused, slide, journal), slide, step.id(), words.beneath(slide), running, paused, analysing,
                journal.settledAt().map(at -> at.plus(step.bake())).filter(_ -> analysing),
                words.gate(), queued, words.dropped(),
                CanaryMoves.obstacles(run, component.name(), slide, largest(known), denied), reading.map(TrafficReading::source)
                        .orElseGet(() -> TrafficReading.nothing(component, Duration.ofSeconds(5)).source()),
                words.writer(slide), journal.verdict(),
                slide.stale() || blind.isPresent(), tiles,
                journal.verdict().map(Verdict::samples).filter(n -> n > 0).orElse(Double.NaN),
                budget, requests(objectives, known.metrics()), reading.map(TrafficReading::stableUnits).orElse(0),
                reading.map(TrafficReading::canaryUnits).orElse(0), words.timing(known.now()), sentence, words.note(sentence),
                reading.flatMap(TrafficReading::failure).or(state::failure), denied);
    }

    private static WeightSlide slide(CanaryModel.Known known, CanaryWords words, Optional<Weight> queued) {
        StepState state = words.state();
        ComponentState journal = words.journal();
        Optional<Traffic> traffic = words.reading().filter(reading -> reading.source().lastGood()
                .filter(at -> journal.shiftedAt().filter(at::isBefore).isPresent()).isEmpty()).flatMap(TrafficReading::traffic);
        boolean running = state.status().active();
        boolean forbidden = words.reading().filter(r -> r.denied().containsKey(Rights.Action.SHIFT)).isPresent();
        boolean fresh = words.reading().filter(r -> r.fresh(known.now())).isPresent();
        Weight desired = traffic.map(Traffic::desired).orElse(journal.desired());
        Weight observed = traffic.map(Traffic::observed).orElse(journal.observed());
        if (state.status() == StepState.Status.DONE && desired.isZero()) {
            // The new version is the stable one now; that the canary track is empty again is no news to anybody.
            desired = Weight.FULL;
            observed = Weight.FULL;
        }
        Weight told = desired;
        Optional<Weight> planned = running ? words.step().ladder().stream().filter(w -> w.isAbove(told)).findFirst()
                : Optional.empty();
        return new WeightSlide(observed, desired, queued.or(() -> planned), queued.isPresent() ? "queued" : words.nextWhen(),
                new WeightSnap(words.step().ladder(), words.reading().map(TrafficReading::reach).orElse(new Reach.AnyPercent())),
                running ? words.barred(!fresh) : "", running && !fresh, uptake(journal, fresh, told, observed, known.now()),
                running && !forbidden, limit(largest(known), told));
    }

    private static LargestStep largest(CanaryModel.Known known) {
        return LargestStep.in(known.workspace(), known.environment());
    }

    private static WeightSlide.Limit limit(LargestStep largest, Weight now) {
        Weight highest = largest.highest(now);
        return highest.isFull() ? WeightSlide.Limit.NONE : new WeightSlide.Limit(highest, largest.rule(now));
    }

    private static Uptake uptake(ComponentState journal, boolean fresh, Weight desired, Weight observed, Instant now) {
        if (!fresh || observed.equals(desired)) {
            return Uptake.SETTLED;
        }
        boolean late = desired.equals(journal.desired()) && Math.abs(observed.percent() - desired.percent()) > STRAY
                && journal.shiftedAt().filter(at -> at.plus(PATIENCE).isBefore(now)).isPresent();
        return late ? Uptake.LATE : Uptake.SETTLING;
    }

    private static State shown(StepState.Status status, boolean paused, WeightSlide slide, ComponentState journal) {
        if (journal.lost().isPresent() && status.active()) {
            return State.FAILED;
        }
        boolean goes = status == StepState.Status.RUNNING && !paused;
        return goes && slide.uptake() == Uptake.LATE ? State.MARGINAL
                : status == StepState.Status.RUNNING && paused ? State.HELD : State.of(status);
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

    private static List<CanaryTile> tiles(List<Objective> objectives, MetricSnapshot metrics, ComponentState journal,
                                          CanaryTile.Carries carries, Instant now) {
        List<CanaryTile> tiles = new ArrayList<>();
        objectives.stream().limit(2).forEach(o -> tiles.add(CanaryTile.metric(o, metrics, judged(journal, o), carries, now)));
        counted(objectives).ifPresent(o -> tiles.add(CanaryTile.requests(o, metrics, WINDOW, carries, now)));
        return tiles;
    }

    /** Why nobody can tell whether more traffic would be well; the tiles stand in the order of the objectives. */
    private static Optional<String> blind(List<Objective> objectives, List<CanaryTile> tiles) {
        return java.util.stream.IntStream.range(0, Math.min(2, objectives.size()))
                .filter(i -> objectives.get(i).critical() && tiles.get(i).stale()).boxed().findFirst()
                .map(i -> tiles.get(i).title() + " is unknown now: it can only go down.");
    }

    /** What the judge said of one objective since the last shift. */
    private static Optional<Verdict.Judgement> judged(ComponentState journal, Objective objective) {
        return journal.verdict().flatMap(verdict -> verdict.judgements().stream()
                .filter(judgement -> judgement.objective().equals(objective.key())).findFirst());
    }

    /** The objective whose sample query counts the component's requests. */
    static Optional<Objective> counted(List<Objective> objectives) {
        return objectives.stream().filter(o -> !o.samples().isEmpty() && o.samples().contains("${track")).findFirst();
    }

    private static double requests(List<Objective> objectives, MetricSnapshot metrics) {
        return counted(objectives).map(o -> zeroIfUnknown(CanaryTile.rate(metrics.curve(MetricLine.requests(o, Side.CANARY)),
                WINDOW))
                + CanaryTile.rate(metrics.curve(MetricLine.requests(o, Side.STABLE)), WINDOW)).orElse(Double.NaN);
    }

    private static double zeroIfUnknown(double rate) {
        return Double.isNaN(rate) ? 0 : rate;
    }
}
