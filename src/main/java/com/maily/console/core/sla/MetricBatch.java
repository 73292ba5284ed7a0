package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSource.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Questions about the same time, which one request may carry. */
record MetricBatch(MetricSpan span, Duration step, List<MetricQuestion> questions) {

    /** How one question went. */
    sealed interface Outcome {
        record Answered(Answer answer) implements Outcome { }

        record Failed(Failure why) implements Outcome { }

        default Optional<Failure> failure() {
            return this instanceof Failed(Failure why) ? Optional.of(why) : Optional.empty();
        }
    }

    MetricBatch {
        questions = List.copyOf(questions);
    }

    MetricBatch of(List<MetricQuestion> others) {
        return new MetricBatch(span, step, others);
    }

    /** Cut into batches of at most {@code size}. */
    List<MetricBatch> parts(int size) {
        List<MetricBatch> parts = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += size) {
            parts.add(new MetricBatch(span, step, questions.subList(from, Math.min(questions.size(), from + size))));
        }
        return parts;
    }

    /** Asks for all at once. Where one of them is wrong, each is asked alone: it spoils nothing for the others. */
    Map<MetricQuestion, Outcome> ask(Supplier<MetricSource> source) {
        try {
            return answered(source.get());
        } catch (FailureException e) {
            return failed(e.failure(), source);
        } catch (RuntimeException e) {
            return failed(new Failure.Defect("The question failed", String.valueOf(e.getMessage()),
                    "Report this with the query beside it."), source);
        }
    }

    private Map<MetricQuestion, Outcome> answered(MetricSource source) {
        List<Answer> answers = questions.size() == 1
                ? List.of(source.range(questions.getFirst().query(), span.from(), span.to(), step))
                : source.ranges(questions.stream().map(MetricQuestion::query).toList(), span.from(), span.to(), step);
        Map<MetricQuestion, Outcome> outcomes = new LinkedHashMap<>();
        for (int index = 0; index < questions.size(); index++) {
            outcomes.put(questions.get(index), new Outcome.Answered(answers.get(index)));
        }
        return outcomes;
    }

    private Map<MetricQuestion, Outcome> failed(Failure failure, Supplier<MetricSource> source) {
        boolean oneIsWrong = questions.size() > 1 && !meansAway(failure) && !Thread.currentThread().isInterrupted();
        Map<MetricQuestion, Outcome> outcomes = new LinkedHashMap<>();
        if (oneIsWrong) {
            parts(1).forEach(alone -> outcomes.putAll(alone.ask(source)));
        } else {
            questions.forEach(question -> outcomes.put(question, new Outcome.Failed(failure)));
        }
        return outcomes;
    }

    /** A wrong query concerns one line; these concern all of them. */
    static boolean meansAway(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable _, Failure.Denied _, Failure.Throttled _, Failure.TimedOut _ -> true;
            case Failure.Missing _, Failure.Conflict _, Failure.Rejected _, Failure.Defect _ -> false;
        };
    }
}
