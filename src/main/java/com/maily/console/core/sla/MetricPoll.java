package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.MetricBatch.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks one source for what is wanted of it, and keeps what it answered. One thread at a time makes the passes; {@link
 * #cancelUnless} may be called by any.
 */
final class MetricPoll {

    private static final int AT_ONCE = 4;

    /** When and for whom a question was asked last. */
    private record Asked(long pass, List<MetricWish> wishes) { }

    private final String environment;
    private final String name;
    private final Supplier<MetricSource> source;
    private final Time time;
    private final MetricPace pace;
    private final MetricErrands errands;
    private final Map<MetricQuestion, MetricKnown> kept = new HashMap<>();
    private final Map<MetricQuestion, Asked> asked = new HashMap<>();
    private long passes;
    private Optional<Failure> refusal = Optional.empty();
    private Instant refusedUntil = Instant.MIN;

    MetricPoll(String environment, String name, Supplier<MetricSource> source, Time time, MetricPace pace) {
        this.environment = environment;
        this.name = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        this.source = source;
        this.time = time;
        this.pace = pace;
        this.errands = new MetricErrands(source);
    }

    /**
     * Asks for what is due and publishes each answer as it comes. The first request goes alone, to learn whether the source is
     * there; once it turns out to be away, the rest is not asked. Requests that outlast {@code patience} are left running and
     * hold up nothing: a later pass publishes their answers.
     */
    void pass(Collection<MetricWish> wishes, Duration patience, Consumer<Map<MetricWish.Key, MetricCurve>> publish)
            throws InterruptedException {
        MetricPass pass = new MetricPass(wishes, environment, time.instant(), publish);
        passes++;
        for (var late = errands.next(Duration.ZERO); late.isPresent(); late = errands.next(Duration.ZERO)) {
            settle(late.get(), pass);
        }
        Deque<MetricBatch> waiting = new ArrayDeque<>(due(pass));
        if (pass.now().isBefore(refusedUntil)) {
            refusal.ifPresent(why -> refuse(waiting, why, pass));
        }
        run(waiting, System.nanoTime() + patience.toNanos(), pass);
    }

    private void run(Deque<MetricBatch> waiting, long end, MetricPass pass) throws InterruptedException {
        int atOnce = Math.min(errands.running() + 1, AT_ONCE);
        Set<MetricBatch> ours = new HashSet<>();
        while (!waiting.isEmpty() || !ours.isEmpty()) {
            while (!waiting.isEmpty() && errands.running() < atOnce) {
                ours.add(waiting.getFirst());
                errands.start(waiting.removeFirst());
            }
            Optional<MetricErrands.Done> done = errands.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (done.isEmpty()) {
                return;
            }
            ours.remove(done.get().batch());
            settle(done.get(), pass).ifPresent(why -> refuse(waiting, why, pass));
            atOnce = AT_ONCE;
        }
    }

    /** Aborts the requests for questions that nobody has any more. */
    void cancelUnless(Collection<MetricWish> wishes) {
        Set<MetricQuestion> wanted = wishes.stream().map(wish -> wish.question(environment)).collect(Collectors.toSet());
        errands.cancelUnless(wanted::contains);
    }

    private List<MetricBatch> due(MetricPass pass) {
        Map<MetricBatch, List<MetricQuestion>> together = new LinkedHashMap<>();
        for (MetricQuestion question : pass.questions()) {
            MetricKnown known = known(question, pass);
            if (errands.asks(question) || !isDue(question, known, pass)) {
                continue;
            }
            asked.put(question, new Asked(passes, pass.wishes(question)));
            known.missing(pass.wanted(question)).forEach(span -> together.computeIfAbsent(new MetricBatch(span, question.step(),
                    known.wasRefused() ? List.of(question) : List.of()), _ -> new ArrayList<>()).add(question));
        }
        int size = atOnce();
        return together.entrySet().stream().flatMap(entry -> entry.getKey().of(entry.getValue()).parts(size).stream()).toList();
    }

    /** Samples far apart are asked for seldom; whatever is new, at once. */
    private boolean isDue(MetricQuestion question, MetricKnown known, MetricPass pass) {
        Asked last = asked.get(question);
        long every = Math.max(1, pass.interval(question).dividedBy(pace.interval()));
        return last == null || passes - last.pass() >= every || known.lacksPast(pass.wanted(question))
                || !last.wishes().containsAll(pass.wishes(question));
    }

    private int atOnce() {
        try {
            return Math.max(1, source.get().atOnce());
        } catch (FailureException e) {
            return 1;
        }
    }

    /** @return why the source is away, if it is */
    private Optional<Failure> settle(MetricErrands.Done done, MetricPass pass) {
        Map<MetricQuestion, MetricKnown> news = new LinkedHashMap<>();
        done.outcomes().forEach((question, outcome) -> {
            if (pass.questions().contains(question)) {
                news.put(question, after(known(question, pass), outcome, done.batch().span(), pass));
            }
        });
        publish(news, pass);
        Optional<Failure> away = done.outcomes().values().stream().flatMap(outcome -> outcome.failure().stream())
                .filter(MetricBatch::meansAway).findFirst();
        away.ifPresent(this::hold);
        return away;
    }

    private MetricKnown after(MetricKnown before, Outcome outcome, MetricSpan span, MetricPass pass) {
        return switch (outcome) {
            case Outcome.Answered(MetricSource.Answer answer) -> before.with(span, answer, pass.wanted(before.question()),
                    new SourceState(name, pass.interval(before.question()), Optional.of(time.instant()), ""));
            case Outcome.Failed(Failure failure) -> before.failed(failure);
        };
    }

    /** Who asks us to slow down is not asked until then; that wait is one of the wall. */
    private void hold(Failure why) {
        if (why instanceof Failure.Throttled throttled) {
            refusal = Optional.of(why);
            refusedUntil = time.instant().plusNanos((long) (throttled.retryAfter().toNanos() * time.rate()));
        }
    }

    private void refuse(Deque<MetricBatch> waiting, Failure why, MetricPass pass) {
        publish(waiting.stream().flatMap(batch -> batch.questions().stream()).distinct()
                .collect(Collectors.toMap(question -> question, question -> known(question, pass).failed(why))), pass);
        waiting.clear();
    }

    private void publish(Map<MetricQuestion, MetricKnown> news, MetricPass pass) {
        kept.putAll(news);
        pass.publish(news.values());
    }

    private MetricKnown known(MetricQuestion question, MetricPass pass) {
        return Optional.ofNullable(kept.get(question)).orElseGet(() -> MetricKnown.nothing(question,
                new SourceState(name, pass.interval(question), Optional.empty(), "")));
    }
}
