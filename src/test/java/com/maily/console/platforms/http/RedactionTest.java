package com.maily.console.platforms.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer THESECRET12345678", "token=THESECRET12345678",
            "\"password\": \"THESECRET12345678\"",
            "https://user:THESECRET12345678@host/path", "ghp_THESECRET1234567890123",
                    "https://hooks.slack.com/services/T000/B000/THESECRET12345678",
            "api_key: THESECRET12345678", "xoxb-1234-THESECRET12345678"})
    void takesOutWhatLooksLikeASecret(String text) {
        assertThat(Redaction.of(text)).doesNotContain("THESECRET").contains("[redacted]");
    }

    @Test
    void leavesOrdinaryMessagesAlone() {
        String message = "Rolled maily v2.1.0 back to v2.0.4 in 48 s: the token of the session was not needed; 5 of 5 ready.";
        assertThat(Redaction.of(message)).isEqualTo(message);
    }
}
