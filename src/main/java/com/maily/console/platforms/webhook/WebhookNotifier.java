package com.maily.console.platforms.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Notifier;
import com.maily.console.platforms.http.Credentials;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.Secret;
import com.maily.console.platforms.http.StatusFailures;
import java.net.URI;
import java.util.Map;

/**
 * Posts {@code {"text": …}} to an incoming webhook. The address itself is the secret, so it is read at each message, never named
 * in a failure, and messages are freed of whatever looks like a token before they leave.
 */
public final class WebhookNotifier implements Notifier {

    private static final long ANSWER_LIMIT = 1L << 20;
    private static final int LONGEST_ANSWER = 80;

    private final Map<String, String> settings;

    /**
     * @param settings a connection of the workspace file: {@code url}, an address or better a reference to one
     *                 ({@code env:NAME}),
     *                 and {@code token} where the receiver wants one
     */
    public WebhookNotifier(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    @Override
    public String send(String message) {
        URI address = address();
        JsonClient.Settings connection = new JsonClient.Settings("The webhook", root(address), credentials(), Map.of(),
                JsonClient.Settings.TIMEOUT, ANSWER_LIMIT);
        try (JsonClient http = new JsonClient(connection, StatusFailures::withoutPath)) {
            String answer = http.text(HttpCall.post(address.getRawPath())
                    .json(JsonNodeFactory.instance.objectNode().put("text", Redaction.of(message)))).strip();
            return address.getHost() + " answered " + (answer.isEmpty() ? "with success" : "\"" + shortened(Redaction.of(answer))
                    + "\"") + ".";
        }
    }

    private Credentials credentials() {
        return settings.containsKey("token") ? new Credentials.Bearer(Secret.of(settings.get("token"))) : new Credentials.None();
    }

    private URI address() {
        String url = settings.getOrDefault("url", "");
        String text = Secret.isReference(url) ? Secret.of(url).resolve() : url;
        if (!text.matches("https?://[^/?#@\\s]+/[^?#\\s]*")) {
            throw new FailureException(new Failure.Rejected("The webhook has no usable address",
                    "url must be an http or https address with a path.",
                    "Write url: env:NAME in the workspace file and put the address into that variable."));
        }
        return URI.create(text);
    }

    private static URI root(URI address) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_ANSWER ? text.substring(0, LONGEST_ANSWER) + "…" : text;
    }
}
