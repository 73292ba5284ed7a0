package com.maily.console.core.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is wanted of a source at one moment. Lines that come to the same question are one question. */
final class MetricPass {

    private final Map<MetricQuestion, List<MetricWish>> wishes;
    private final Instant now;
    private final Consumer<Map<MetricWish.Key, MetricCurve>> publish;

    MetricPass(Collection<MetricWish> wishes, String environment, Instant now,
               Consumer<Map<MetricWish.Key, MetricCurve>> publish) {
        this.wishes = wishes.stream().collect(Collectors.groupingBy(wish -> wish.question(environment), LinkedHashMap::new,
                Collectors.toList()));
        this.now = now;
        this.publish = publish;
    }

    Instant now() {
        return now;
    }

    Set<MetricQuestion> questions() {
        return wishes.keySet();
    }

    List<MetricWish> wishes(MetricQuestion question) {
        return wishes.get(question);
    }

    /** As far back as any of its wishes. */
    MetricSpan wanted(MetricQuestion question) {
        return wishes(question).stream().map(wish -> wish.span(now)).reduce(MetricSpan::with).orElseThrow();
    }

    /** As often as any of its wishes. */
    Duration interval(MetricQuestion question) {
        return wishes(question).stream().map(wish -> wish.pace().interval()).min(Comparator.naturalOrder()).orElseThrow();
    }

    void publish(Collection<MetricKnown> news) {
        Map<MetricWish.Key, MetricCurve> curves = new HashMap<>();
        news.forEach(known -> wishes(known.question()).forEach(wish -> curves.put(wish.key(), known.curve(wish.line()))));
        if (!curves.isEmpty()) {
            publish.accept(curves);
        }
    }
}
