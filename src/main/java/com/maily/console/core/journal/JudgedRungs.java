package com.maily.console.core.journal;

import com.maily.console.core.model.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gathers the rungs on which canaries were judged from the journal's entries. Takes each entry once; for one thread at a time.
 */
public final class JudgedRungs {

    /** Whose rung: components stand on one at a time in each run. */
    private record Place(String deployment, String component) { }

    private record Standing(JudgedRung rung, String step, boolean settled) { }

    private final Map<Place, Standing> open = new LinkedHashMap<>();
    private final List<JudgedRung> over = new ArrayList<>();
    private final Set<String> finished = new HashSet<>();

    /** @param run the entry's, as far as the journal knows it by now; it says of which environment and version it is */
    public void take(Entry entry, Deployment run) {
        Instant at = entry.at();
        switch (entry.event()) {
            case Event.WeightShifted e -> told(new Place(run.id(), e.component()), e.step(), e.to(), entry, run);
            case Event.WeightObserved e -> seen(new Place(run.id(), e.component()), e, entry, run);
            case Event.VerdictReached e -> open.computeIfPresent(new Place(run.id(), e.component()), (_, standing) ->
                    new Standing(standing.rung().judged(e.verdict()), standing.step(), standing.settled()));
            case Event.StepSucceeded e -> end(run, standing -> standing.step().equals(e.step()), at);
            case Event.StepFailed e -> end(run, standing -> standing.step().equals(e.step()), at);
            case Event.StepSkipped e -> end(run, standing -> standing.step().equals(e.step()), at);
            case Event.DeploymentFinished _ -> {
                finished.add(run.id());
                end(run, _ -> true, at);
            }
            default -> { }
        }
    }

    /** The same weight told once more is no other rung. */
    private void told(Place place, String step, Weight to, Entry entry, Deployment run) {
        Standing standing = open.get(place);
        if (standing != null && standing.rung().weight().equals(to)) {
            return;
        }
        leave(place, entry.at());
        if (!to.isZero() && !finished.contains(run.id())) {
            open.put(place, new Standing(new JudgedRung(entry.sequence(), run.id(), run.plan().environment(), place.component(),
                    run.plan().version(), to, entry.at(), Optional.empty(), Optional.empty()), step, false));
        }
    }

    /** Whoever told the router: what it is seen to do is what is judged. */
    private void seen(Place place, Event.WeightObserved seen, Entry entry, Deployment run) {
        Standing before = open.get(place);
        if (before != null && !before.rung().weight().equals(seen.desired())) {
            told(place, before.step(), seen.desired(), entry, run);
        }
        if (seen.desired().equals(seen.observed())) {
            open.computeIfPresent(place, (_, standing) -> standing.settled() ? standing
                    : new Standing(standing.rung().since(entry.at()), standing.step(), true));
        }
    }

    private void end(Deployment run, Predicate<Standing> which, Instant at) {
        open.entrySet().stream().filter(one -> one.getKey().deployment().equals(run.id()) && which.test(one.getValue()))
                .map(Map.Entry::getKey).toList().forEach(place -> leave(place, at));
    }

    private void leave(Place place, Instant at) {
        Standing standing = open.remove(place);
        if (standing != null && standing.rung().verdict().isPresent()) {
            over.add(standing.rung().until(at));
        }
    }

    /** Newest first; one that lasts is there before it was judged. */
    public List<JudgedRung> newestFirst() {
        List<JudgedRung> all = new ArrayList<>(over);
        open.values().forEach(standing -> all.add(standing.rung()));
        all.sort(Comparator.comparing(JudgedRung::from).reversed());
        return all;
    }
}
