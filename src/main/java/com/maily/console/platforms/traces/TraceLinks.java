package com.maily.console.platforms.traces;

import com.maily.console.core.model.Region;
import com.maily.console.core.port.Links;
import com.maily.console.platforms.http.UrlTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Links to one trace, and to the traces of a component in a time. Tools differ in how they want their times: Jaeger's search
 * takes microseconds, Grafana and Datadog milliseconds; the setting {@code times} says which.
 */
public final class TraceLinks implements Links {

    private static final String SERVICE = "service.";

    private final String title;
    private final Optional<UrlTemplate> trace;
    private final Optional<UrlTemplate> search;
    private final Times times;
    private final Map<String, String> settings;

    /** How a tool wants its times. */
    private enum Times {
        MICROSECONDS, MILLISECONDS, SECONDS, ISO;

        String of(Instant at) {
            return switch (this) {
                case MICROSECONDS -> Long.toString(at.toEpochMilli() * 1000);
                case MILLISECONDS -> Long.toString(at.toEpochMilli());
                case SECONDS -> Long.toString(at.getEpochSecond());
                case ISO -> at.toString();
            };
        }
    }

    /**
     * @param settings {@code url} with {@code ${trace}}, {@code search} with {@code ${component}}, {@code ${environment}}, {@code
     *                 ${from}} and {@code ${to}}, {@code title} for the button, {@code times}, and {@code service.COMPONENT} for
     *                 what a component is called there
     */
    public TraceLinks(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        this.title = settings.getOrDefault("title", "Traces");
        this.trace = Optional.ofNullable(settings.get("url")).map(UrlTemplate::new);
        this.search = Optional.ofNullable(settings.get("search")).map(UrlTemplate::new);
        this.times = Times.valueOf(settings.getOrDefault("times", "milliseconds").toUpperCase(Locale.ROOT));
    }

    @Override
    public List<Link> to(Place place) {
        List<Link> links = new ArrayList<>();
        place.trace().ifPresentOrElse(
                _ -> trace.ifPresent(template -> links.add(new Link(title + ": this trace", template.filled(values(place))))),
                () -> search.filter(_ -> !place.component().isEmpty())
                        .ifPresent(template -> links.add(new Link(title, template.filled(values(place))))));
        return links;
    }

    private Map<String, String> values(Place place) {
        Map<String, String> values = new HashMap<>();
        String base = Region.baseOf(place.component());
        values.put("component", settings.getOrDefault(SERVICE + base, base));
        values.put("environment", place.environment());
        values.put("from", times.of(place.from()));
        values.put("to", times.of(place.to().plus(Duration.ofSeconds(1))));
        place.trace().ifPresent(one -> values.put("trace", one));
        return values;
    }
}
