package com.maily.console.platforms.alertmanager;

import java.util.List;
import java.util.Map;

/**
 * Which of an Alertmanager's alerts belong to one environment, and to which component.
 *
 * @param matchers       all of them must fit
 * @param componentLabel the label that names the component
 */
public record Scope(List<Matcher> matchers, String componentLabel) {

    /**
     * @param settings {@code matchers}, {@code environment="NAME"} where there are none, and {@code component-label}
     * @throws com.maily.console.core.model.FailureException {@code Rejected} when the matchers cannot be read
     */
    public static Scope of(Map<String, String> settings, String environment) {
        List<Matcher> given = Matcher.list(settings.getOrDefault("matchers", ""));
        return new Scope(given.isEmpty() ? List.of(new Matcher("environment", environment, false, true)) : given,
                settings.getOrDefault("component-label", "component"));
    }
}
