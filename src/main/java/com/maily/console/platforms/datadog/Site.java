package com.maily.console.platforms.datadog;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.HttpCall;
import java.net.URI;
import java.util.Map;

/**
 * Which of Datadog's sites is meant. Each is a world of its own, with its own keys.
 *
 * @param api where it is asked
 * @param app where people look
 */
record Site(URI api, URI app) {

    private static final String USUAL = "datadoghq.com";

    /** @param settings {@code site}, such as {@code us3.datadoghq.com}, or {@code url} of what stands in for the API */
    static Site of(Map<String, String> settings) {
        String site = settings.getOrDefault("site", USUAL);
        if (!site.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw new FailureException(new Failure.Rejected("The connection to Datadog is not usable",
                    "site is \"" + site + "\".", "Write it as datadoghq.eu or us3.datadoghq.com, without https://."));
        }
        URI api = URI.create(settings.getOrDefault("url", "https://api." + site));
        return new Site(api, settings.containsKey("url") && !settings.containsKey("site") ? api : URI.create(app(site)));
    }

    /** The sites that came first have their pages at {@code app.}, the others at their own name. */
    private static String app(String site) {
        boolean oneOfTheFirst = site.chars().filter(c -> c == '.').count() == 1;
        return "https://" + (oneOfTheFirst ? "app." : "") + site;
    }

    URI monitor(long id, String group) {
        String of = group.isEmpty() ? "" : "?group=" + HttpCall.segment(group);
        return URI.create(app + "/monitors/" + id + of);
    }

    URI serviceLevel(String id) {
        return URI.create(app + "/slo/manage?slo_id=" + HttpCall.segment(id));
    }
}
