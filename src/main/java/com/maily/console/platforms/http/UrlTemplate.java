package com.maily.console.platforms.http;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of another tool's screen with places to fill in: {@code https://jaeger/trace/${trace}}. Leads to http and https
 * only, because whoever opens it opens it in a browser.
 */
public record UrlTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

    /** @throws FailureException {@code Rejected} when it can be no address */
    public UrlTemplate {
        if (!text.matches("https?://[^/\\s$@]+(/\\S*)?") || !isAddress(PLACE.matcher(text).replaceAll("x"))) {
            throw new FailureException(new Failure.Rejected("The address of a screen is not usable",
                    "It is not an http or https address with a fixed host.", "Write it as https://HOST/PATH/${trace}."));
        }
    }

    private static boolean isAddress(String filled) {
        try {
            return URI.create(filled).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @param values by name, not escaped yet; a place without value is left empty */
    public URI filled(Map<String, String> values) {
        return URI.create(PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                URLEncoder.encode(values.getOrDefault(place.group(1), ""), StandardCharsets.UTF_8).replace("+", "%20"))));
    }
}
