package com.maily.console.sandbox.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Status codes and bodies are those recorded from Prometheus 2.42. */
class PrometheusFaceTest {

    private static final String USERS = "maily_concurrent_users{environment=\"production\"}";

    private final SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
    private final PrometheusFace face = world.face();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        face.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(face.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(face.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode data(String form) throws IOException, InterruptedException {
        HttpResponse<String> response = post("/api/v1/query", form);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return new ObjectMapper().readTree(response.body()).path("data");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "scalar(vector(42)) | {'resultType':'scalar','result':[1795195417.353,'42']}",
            "1+1 | {'resultType':'scalar','result':[1795195417.353,'2']}",
            "\"hello\" | {'resultType':'string','result':[1795195417.353,'hello']}",
            "nothing_here | {'resultType':'vector','result':[]}",
            "vector(0)/vector(0) | {'resultType':'vector','result':[{'metric':{},'value':[1795195417.353,'NaN']}]}",
            "vector(1)/vector(0) | {'resultType':'vector','result':[{'metric':{},'value':[1795195417.353,'+Inf']}]}",
            "vector(-1)/vector(0) | {'resultType':'vector','result':[{'metric':{},'value':[1795195417.353,'-Inf']}]}",
            "vector(1e21) | {'resultType':'vector','result':[{'metric':{},'value':[1795195417.353,'1e+21']}]}",
            "vector(0.0000001) | {'resultType':'vector','result':[{'metric':{},'value':[1795195417.353,'1e-07']}]}",
            "absent(nothing_here) | {'resultType':'vector','result':[{'metric':{},'value':[1795195417.353,'1']}]}"})
    void instantAnswersHaveTheRecordedShape(String query, String data) throws Exception {
        assertThat(data("query=" + encoded(query) + "&time=1795195417.353"))
                .isEqualTo(new ObjectMapper().readTree(data.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "query=sum%28rate%28up%5B5m%5D%29 | 400 | bad_data | invalid parameter \"query\": 1:17: parse error:"
                    + " unclosed left parenthesis",
            "query= | 400 | bad_data | invalid parameter \"query\": 1:1: parse error: no expression found in input",
            "~~ | 400 | bad_data | invalid parameter \"query\": 1:1: parse error: no expression found in input",
            "query=up&time=yesterday | 400 | bad_data | invalid parameter \"time\": Invalid time value for 'time': "
                    + "cannot parse \"yesterday\" to a valid timestamp",
            "query=up&timeout=1ns | 400 | bad_data | invalid parameter \"timeout\": cannot parse \"1ns\" to a valid duration"})
    void mistakesInInstantQueriesAreAnsweredAsRecorded(String form, int status, String type, String error) throws Exception {
        HttpResponse<String> response = post("/api/v1/query", form == null ? "" : form);
        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode body = new ObjectMapper().readTree(response.body());
        assertThat(body.path("status").asText()).isEqualTo("error");
        assertThat(body.path("errorType").asText()).isEqualTo(type);
        assertThat(body.path("error").asText()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "up&start=1795195410&end=1795195350&step=15 | invalid parameter \"end\": end timestamp must not be before start time",
            "up&start=1795195350&end=1795195410&step=0 | invalid parameter \"step\": zero or negative query resolution"
                    + " step widths are not accepted. Try a positive integer",
            "up&start=1795195350&end=1795195410 | invalid parameter \"step\": cannot parse \"\" to a valid duration",
            "up&start=x&end=1795195410&step=15 | invalid parameter \"start\": cannot parse \"x\" to a valid timestamp",
            "up%5B5m%5D&start=1&end=2&step=15 | invalid expression type \"range vector\" for range query,"
                    + " must be Scalar or instant Vector",
            "%22x%22&start=1&end=2&step=15 | invalid expression type \"string\" for range query,"
                    + " must be Scalar or instant Vector",
            "vector(1)&start=1795184409&end=1795195410&step=1 | exceeded maximum resolution of 11,000 points per timeseries."
                    + " Try decreasing the query resolution (?step=XX)"})
    void mistakesInRangeQueriesAreAnsweredAsRecorded(String form, String error) throws Exception {
        HttpResponse<String> response = post("/api/v1/query_range", "query=" + form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(response.body()).path("error").asText()).isEqualTo(error);
    }

    @Test
    void aRangeIsEvaluatedAtItsStartAndEachStep() throws Exception {
        assertThat(get("/api/v1/query_range?query=vector(1)&start=1795195378.5&end=1795195410&step=10s").body())
                .isEqualTo("""
                        {"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":\
                        [[1795195378.500,"1"],[1795195388.500,"1"],[1795195398.500,"1"],[1795195408.500,"1"]]}]}}""");
    }

    @Test
    void anAmbiguousMatchIsAnExecutionError() throws Exception {
        HttpResponse<String> response = post("/api/v1/query",
                "query=" + encoded("maily_concurrent_users * on(foo) http_requests_total"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("\"errorType\":\"execution\"", "many-to-many matching not allowed");
    }

    @Test
    void theOtherPathsAnswerToo() throws Exception {
        assertThat(get("/-/ready").body()).isEqualTo("Prometheus Server is Ready.\n");
        assertThat(get("/-/healthy").body()).isEqualTo("Prometheus Server is Healthy.\n");
        assertThat(get("/api/v1/status/buildinfo").body()).contains("\"version\":\"2.42.0\"");
        assertThat(get("/api/v1/targets?state=active").body()).contains("\"health\":\"up\"");
        assertThat(get("/api/v1/label/environment/values").body())
                .isEqualTo("{\"status\":\"success\",\"data\":[\"production\",\"staging\"]}");
        assertThat(get("/api/v1/labels?match[]=maily_concurrent_users".replace("[]", "%5B%5D")).body())
                .isEqualTo("{\"status\":\"success\",\"data\":[\"__name__\",\"environment\"]}");
        assertThat(get("/api/v1/series?match%5B%5D=" + encoded(USERS)).body()).isEqualTo("{\"status\":\"success\",\"data\":"
                + "[{\"__name__\":\"maily_concurrent_users\",\"environment\":\"production\"}]}");
        assertThat(get("/api/v1/series").body()).contains("no match[] parameter provided");
        assertThat(get("/api/v1/label/a-b/values").body()).contains("invalid label name: \\\"a-b\\\"");
        assertThat(get("/api/v1/nope").statusCode()).isEqualTo(404);
        HttpResponse<String> refused = post("/api/v1/targets", "");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET, OPTIONS");
    }

    @Test
    void thePageToScrapeNamesKindsAndShowsCurrentValues() throws Exception {
        HttpResponse<String> page = get("/metrics");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(page.body()).contains("# TYPE http_requests_total counter\n", "# TYPE maily_concurrent_users gauge\n",
                "# TYPE http_request_duration_seconds histogram\n", "le=\"+Inf\"");
        assertThat(page.body()).containsPattern("maily_concurrent_users\\{environment=\"production\"} \\d+\n");
    }

    @Test
    void faultsSpoilAnswersUntilHealed() throws Exception {
        String question = "/api/v1/query?query=" + encoded(USERS);
        face.inject(new WireFault.Throttled(Duration.ofSeconds(7)));
        assertThat(get(question).statusCode()).isEqualTo(429);
        assertThat(get(question).headers().firstValue("Retry-After")).contains("7");
        face.inject(new WireFault.Unavailable());
        assertThat(get(question).statusCode()).isEqualTo(503);
        face.inject(new WireFault.Truncated());
        String half = get(question).body();
        assertThatThrownBy(() -> new ObjectMapper().readTree(half)).isInstanceOf(JsonProcessingException.class);
        face.inject(new WireFault.Html());
        assertThat(get(question).body()).startsWith("<!DOCTYPE html>");
        face.inject(new WireFault.Huge(20_000));
        assertThat(new ObjectMapper().readTree(get(question).body()).at("/data/result").size()).isEqualTo(20_000);
        face.inject(new WireFault.NotANumber());
        assertThat(new ObjectMapper().readTree(get(question).body()).at("/data/result/0/value/1").asText()).isEqualTo("NaN");
        face.inject(new WireFault.Empty());
        assertThat(get(question).body()).isEqualTo("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
        face.inject(new WireFault.Dropped());
        assertThatThrownBy(() -> get(question)).isInstanceOf(IOException.class);
        face.inject(new WireFault.Slow(Duration.ofMillis(1)));
        assertThat(get(question).statusCode()).isEqualTo(200);
        face.heal();
        assertThat(new ObjectMapper().readTree(get(question).body()).at("/data/result/0/value/1").asDouble()).isGreaterThan(5000);
    }

    @Test
    void aSourceThatIsDownDropsItsConnections() throws Exception {
        world.faults.metricSourceDown(true);
        assertThatThrownBy(() -> get("/-/ready")).isInstanceOf(IOException.class);
        world.faults.metricSourceDown(false);
        assertThat(get("/-/ready").statusCode()).isEqualTo(200);
    }
}
