package com.maily.console.platforms.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Links;
import com.maily.console.platforms.http.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Opens the same place and time in Grafana: the dashboard of a component or of all, and Explore on one data source. */
public final class GrafanaLinks implements Links {

    private static final String VARIABLE = "variable.";

    private final String root;
    private final Map<String, String> settings;

    /**
     * @param settings {@code url}, {@code dashboard} (a uid), {@code dashboard.COMPONENT} (of that one), {@code variable.NAME}
     *                 (what it is set to; may hold {@code ${environment}} and {@code ${component}}), {@code explore} (the uid of a
     *                 data source), {@code org}
     * @throws FailureException {@code Rejected} for an address that is neither http nor https
     */
    public GrafanaLinks(Map<String, String> settings) {
        String url = settings.getOrDefault("url", "");
        if (!url.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new FailureException(new Failure.Rejected("The connection to Grafana is not usable",
                    "url is not an http or https address.", "Write it as https://HOST/PATH, without user or query."));
        }
        this.root = url.replaceAll("/+$", "");
        this.settings = new TreeMap<>(settings);
    }

    @Override
    public List<Link> to(Place place) {
        List<Link> links = new ArrayList<>();
        if (place.trace().isPresent()) {
            return links;
        }
        String dashboard = settings.getOrDefault("dashboard." + place.component(), settings.getOrDefault("dashboard", ""));
        if (!dashboard.isEmpty()) {
            links.add(new Link("Grafana", address("/d/" + HttpCall.segment(dashboard), dashboard(place))));
        }
        if (settings.containsKey("explore")) {
            links.add(new Link("Grafana Explore", address("/explore", explore(place))));
        }
        return links;
    }

    private Map<String, String> dashboard(Place place) {
        Map<String, String> query = new TreeMap<>(Map.of("orgId", settings.getOrDefault("org", "1"),
                "from", Long.toString(place.from().toEpochMilli()), "to", Long.toString(place.to().toEpochMilli())));
        settings.forEach((key, value) -> {
            if (key.startsWith(VARIABLE) && !(value.contains("${component}") && place.component().isEmpty())) {
                query.put("var-" + key.substring(VARIABLE.length()), value.replace("${environment}", place.environment())
                        .replace("${component}", place.component()));
            }
        });
        return query;
    }

    private Map<String, String> explore(Place place) {
        String source = settings.getOrDefault("explore", "");
        ObjectNode pane = JsonNodeFactory.instance.objectNode().put("datasource", source);
        pane.putArray("queries").addObject().put("refId", "A").putObject("datasource").put("uid", source);
        pane.putObject("range").put("from", Long.toString(place.from().toEpochMilli()))
                .put("to", Long.toString(place.to().toEpochMilli()));
        return new TreeMap<>(Map.of("orgId", settings.getOrDefault("org", "1"), "schemaVersion", "1",
                "panes", JsonNodeFactory.instance.objectNode().set("maily", pane).toString()));
    }

    private URI address(String path, Map<String, String> query) {
        return URI.create(root + path + query.entrySet().stream()
                .map(one -> HttpCall.segment(one.getKey()) + "=" + HttpCall.segment(one.getValue()))
                .collect(Collectors.joining("&", "?", "")));
    }
}
