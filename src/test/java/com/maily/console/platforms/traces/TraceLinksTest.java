package com.maily.console.platforms.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.Links.Link;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceLinksTest {

    private static final Instant FROM = Instant.parse("2026-11-21T19:00:00Z");
    private static final String JAEGER = "https://jaeger.example/search?service=${component}&start=${from}&end=${to}";

    private static Links.Place place(String component, String trace) {
        return new Links.Place("production", component, FROM, FROM.plusSeconds(59), Optional.of(trace).filter(id ->
                !id.isEmpty()));
    }

    @Test
    void aTraceHasItsOwnLinkAndAComponentItsSearch() {
        TraceLinks jaeger = new TraceLinks(Map.of("title", "Jaeger", "url", "https://jaeger.example/trace/${trace}", "search",
                JAEGER,
                "times", "microseconds", "service.api", "maily api"));
        assertThat(jaeger.to(place("api", "4bf9"))).containsExactly(new Link("Jaeger: this trace",
                URI.create("https://jaeger.example/trace/4bf9")));
        assertThat(jaeger.to(place("api@eu-west-1", ""))).containsExactly(new Link("Jaeger",
                URI.create("https://jaeger.example/search?service=maily%20api&start=1795287600000000&end=1795287660000000")));
        assertThat(jaeger.to(place("", ""))).as("nothing to search for").isEmpty();
    }

    @Test
    void whatALogSaysCannotLeadElsewhere() {
        TraceLinks links = new TraceLinks(Map.of("url", "https://tempo.example/t/${trace}"));
        assertThat(links.to(place("api", "../../evil?x=#y")).getFirst().address())
                .hasToString("https://tempo.example/t/..%2F..%2Fevil%3Fx%3D%23y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(${trace})", "file:///etc/passwd", "https://${component}.example/x",
            "https://user:pw@host/x", "https://host/{${trace}}"})
    void onlyHttpWithAFixedHostIsTaken(String template) {
        assertThatThrownBy(() -> new TraceLinks(Map.of("url", template))).isInstanceOf(FailureException.class);
    }
}
