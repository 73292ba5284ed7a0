package com.maily.console.desktop.canary;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.Wording;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.WeightSlide;
import com.maily.console.desktop.widget.WeightSlide.Uptake;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a canary card says in words. */
record CanaryWords(Step.Canary step, StepState state, ComponentState journal, Optional<TrafficReading> reading, boolean paused,
                   String version) {

    static final String ROLLOUT = "Argo Rollouts · Rollout ";

    /** What was found where the workspace file leaves it open. */
    static String routing(Component component, Optional<TrafficReading> reading) {
        boolean open = component.routing().kind().equals(Routing.FOUND);
        return routing(reading.filter(_ -> open).map(known -> component.routedBy(known.routing())).orElse(component));
    }

    /** {@code Gateway API · HTTPRoute maily-api}. */
    private static String routing(Component component) {
        String name = component.routing().name();
        return switch (component.routing().kind()) {
            case Routing.GATEWAY_API -> "Gateway API · HTTPRoute " + name;
            case Routing.REPLICA_RATIO -> "Replica ratio · " + component.target();
            case Routing.ROLLING_RELEASE -> "Vercel · rolling release";
            case Routing.ISTIO -> "Istio · VirtualService " + name;
            case Routing.NGINX -> "ingress-nginx (retired upstream) · Ingress " + name;
            case Routing.TRAEFIK -> "Traefik · TraefikService " + name;
            case Routing.ALB -> "AWS ALB · Ingress " + name;
            case Routing.ALB_RULE -> "AWS ALB · rule " + name.substring(name.lastIndexOf('/') + 1);
            case Routing.FOUND -> "Router not found yet · " + component.target();
            case Routing.ARGO_ROLLOUTS -> ROLLOUT + name;
            case Routing.FLAGGER -> "Flagger (display only) · Canary " + name;
            case Routing.SMI -> "SMI (read only) · TrafficSplit " + name;
            default -> component.target();
        };
    }

    /** Why it cannot go up now; the engine would refuse it. */
    String barred(boolean stale) {
        String why = stale ? "The weight now is unknown" : paused ? "The run is paused" : switch (state.status()) {
            case HELD -> "The canary is held";
            case WAITING -> "Its question comes first";
            case UNCERTAIN -> "It is being observed first";
            case PLANNED, RUNNING, DONE, FAILED, SKIPPED -> "";
        };
        return why.isEmpty() ? "" : why + ": it can only go down.";
    }

    String nextWhen() {
        if (paused || state.status() == StepState.Status.HELD) {
            return "next, on resume";
        }
        return state.status() == StepState.Status.WAITING ? "next, on approval" : "next";
    }

    String beneath(WeightSlide slide) {
        return switch (state.status()) {
            case PLANNED -> "not started";
            case SKIPPED -> "skipped";
            case DONE -> slide.desired().isFull() ? "promoted" : "observed " + slide.observed();
            case RUNNING, UNCERTAIN, WAITING, HELD, FAILED -> (slide.stale() ? "last seen " : "observed ") + slide.observed();
        };
    }

    String timing(Instant now) {
        if (state.status() == StepState.Status.RUNNING && journal.settledAt().isPresent() && !journal.desired().isFull()
                && !journal.desired().isZero()) {
            Duration baked = Duration.between(journal.settledAt().get(), now);
            return "Analysis " + Format.stopwatch(baked.compareTo(step.bake()) > 0 ? step.bake() : baked) + " of "
                    + Format.stopwatch(step.bake());
        }
        return state.endedAt().map(end -> (state.status() == StepState.Status.DONE ? "Promoted " : "Ended ") + Format.age(end,
                now)
                + " ago").orElse("");
    }

    /** The question that is open; one that a hold has overtaken can no longer be answered. */
    Optional<StepState.Gate> gate() {
        return state.gate().filter(_ -> state.status() == StepState.Status.WAITING);
    }

    /** {@code The queued 50 % was dropped: the canary is held}. */
    String dropped() {
        return state.dropped().map(asked -> "The " + (asked.queued() ? "queued " : "") + asked.to() + (asked.queued() ? "" : " asked for")
                + " was dropped: " + asked.dropped()).orElse("");
    }

    /** Who wrote the weight that is shown: the journal knows the console's people, the router everybody else. */
    String writer(WeightSlide slide) {
        String ours = slide.desired().equals(journal.desired()) ? journal.toldBy() : "";
        return !ours.isEmpty() ? ours : reading.flatMap(TrafficReading::traffic)
                .filter(traffic -> traffic.desired().equals(slide.desired())).map(Traffic::writer).orElse("");
    }

    String sentence(WeightSlide slide, Optional<Weight> queued, Instant now) {
        if (journal.lost().isPresent() && state.status().active()) {
            return "Not recovered: " + journal.lost().get().sentence() + ".";
        }
        if (gate().isPresent()) {
            return gate().get().question();
        }
        return switch (state.status()) {
            case PLANNED -> "Not started yet.";
            case RUNNING -> paused ? "The run is paused." : running(slide, queued, now);
            case UNCERTAIN -> "The console stopped meanwhile; the platforms are being observed first.";
            case WAITING, HELD -> state.note();
            case DONE -> slide.desired().isFull() ? "Promoted: all traffic runs " + version + "."
                    : "Promoted, but somebody sends " + slide.desired() + " to the canary track.";
            case FAILED -> state.failure().map(f -> f.what() + ".").orElse("Failed.");
            case SKIPPED -> "Skipped: " + state.note();
        };
    }

    private String running(WeightSlide slide, Optional<Weight> queued, Instant now) {
        if (slide.uptake() == Uptake.LATE) {
            String since = journal.shiftedAt().map(at -> " " + Format.age(at, now) + " ago").orElse("");
            return "Not taken up yet: told " + slide.desired() + since + ", the router reports " + slide.observed() + ".";
        }
        return queued.map(to -> "Queued: " + to + " as soon as " + slide.desired() + " has passed.")
                .or(() -> slide.next().map(to -> "Next: " + slide.desired() + " → " + to + "."))
                .orElse("Promoting " + version + ".");
    }

    String note(String said) {
        if (journal.lost().isPresent() && state.status().active()) {
            return Wording.sentence(journal.lost().get().why()) + " "
                    + "Roll back; if that does not help either, write the weight at the router.";
        }
        boolean told = state.note().contains(" " + journal.desired());
        if (state.status() == StepState.Status.HELD && journal.shiftedAt().isPresent() && !told) {
            return "Since then traffic was lowered to " + journal.desired() + ".";
        }
        if (state.status() == StepState.Status.DONE) {
            return state.proof();
        }
        Optional<String> why = reading.flatMap(TrafficReading::traffic).map(Traffic::why).filter(w -> !w.isEmpty());
        return why.or(() -> journal.verdict().map(verdict -> judged(verdict)).filter(text -> !same(text, said)))
                .or(() -> reading.map(TrafficReading::reach).filter(r -> r instanceof Reach.Only).map(r -> ((Reach.Only) r)
                .why()))
                .orElse("");
    }

    /** A verdict of a lower weight does not take back why the canary is held. */
    private String judged(Verdict verdict) {
        boolean well = verdict.word() == Verdict.Word.PASS || verdict.word() == Verdict.Word.MARGINAL;
        return state.status() == StepState.Status.HELD && well
                ? "It stays held until a person decides, though at " + journal.desired() + " " + lower(verdict.sentence())
                : verdict.sentence();
    }

    private static String lower(String sentence) {
        return sentence.startsWith("All ") ? "all " + sentence.substring(4) : sentence;
    }

    private static boolean same(String one, String other) {
        return one.replace(".", "").equals(other.replace(".", ""));
    }
}
