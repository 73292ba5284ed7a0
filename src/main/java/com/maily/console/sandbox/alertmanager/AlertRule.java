package com.maily.console.sandbox.alertmanager;

import java.time.Duration;
import java.util.List;

/**
 * When an alert is raised, as in a Prometheus rule file.
 *
 * @param query  every series it answers with is one alert
 * @param holds  how long it must answer so before the alert fires
 * @param inform what people read; {@code {component}} and {@code {track}} are the alert's, {@code {value}} the query's in percent
 */
record AlertRule(String name, String query, Duration holds, String severity, String inform) {

    private static final String SERIES = "(component, environment, track)";

    /** Maily's: the share of failed requests, and slow responses of what has a limit for them. */
    static final List<AlertRule> MAILY = List.of(
            new AlertRule("HighErrorRate", "sum by " + SERIES + " (rate(http_requests_total{code=~\"5..\"}[1m])) / sum by " + SERIES
                    + " (rate(http_requests_total[1m])) > 0.005", Duration.ofMinutes(1), "critical",
                    "{value} % of the requests to {component} ({track}) fail"),
            new AlertRule("SlowResponses", "histogram_quantile(0.99, sum by (component, environment, track, le)"
                    + " (rate(http_request_duration_seconds_bucket{component=\"api\"}[1m]))) > 0.3", Duration.ofMinutes(1), "warning",
                    "One request in a hundred to {component} ({track}) takes longer than 300 ms"));
}
