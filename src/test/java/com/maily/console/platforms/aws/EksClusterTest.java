package com.maily.console.platforms.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class EksClusterTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final EksName NAME = new EksName("prod", "eu-west-1", "", "");
    private static final String SECRET = "not-a-real-secret-access-key";
    private final HandClock clock = new HandClock();

    @Test
    void theTokenIsASignedCallOfStsWithExactlyTheParametersEksAllows() {
        String token = cluster(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET), Optional.empty()).current();
        assertThat(token).startsWith("k8s-aws-v1.").doesNotContain("=").hasSizeLessThan(4_096);
        URI url = url(token);
        assertThat(url.getScheme()).isEqualTo("https");
        assertThat(url.getHost()).isEqualTo("sts.eu-west-1.amazonaws.com");
        assertThat(url.getPath()).isEqualTo("/");
        Map<String, String> query = query(url);
        assertThat(query).containsOnlyKeys("Action", "Version", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date",
                "X-Amz-Expires", "X-Amz-Signature", "X-Amz-SignedHeaders");
        assertThat(query).containsEntry("Action", "GetCallerIdentity").containsEntry("Version", "2011-06-15")
                .containsEntry("X-Amz-Algorithm", "AWS4-HMAC-SHA256").containsEntry("X-Amz-Date", "20261121T100000Z")
                .containsEntry("X-Amz-Credential", "AKIDEXAMPLE/20261121/eu-west-1/sts/aws4_request")
                .containsEntry("X-Amz-Expires", "60").containsEntry("X-Amz-SignedHeaders", "host;x-k8s-aws-id");
        assertThat(query.get("X-Amz-Signature")).matches("[0-9a-f]{64}");
    }

    @Test
    void credentialsOfASessionBringTheirSessionTokenAndNothingElse() {
        String token = cluster(AwsSessionCredentials.create("ASIAEXAMPLE", SECRET, "session/token+with=signs"), Optional.empty())
                .current();
        assertThat(query(url(token))).hasSize(9).containsEntry("X-Amz-Security-Token", "session/token+with=signs");
    }

    @Test
    void aTokenIsKeptForFourteenMinutesAndMadeAnewThen() {
        EksCluster cluster = cluster(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET), Optional.empty());
        String first = cluster.current();
        clock.now = START.plus(Duration.ofMinutes(13));
        assertThat(cluster.current()).isEqualTo(first);
        clock.now = START.plus(Duration.ofMinutes(14));
        assertThat(cluster.current()).isNotEqualTo(first);
    }

    @Test
    void aRefusedTokenIsMadeAnewButNotInACircle() {
        EksCluster cluster = cluster(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET), Optional.empty());
        String first = cluster.current();
        clock.now = START.plusSeconds(1);
        cluster.refused(first);
        assertThat(cluster.current()).as("made a second ago").isEqualTo(first);
        clock.now = START.plusSeconds(60);
        cluster.refused(first);
        assertThat(cluster.current()).isNotEqualTo(first);
    }

    @Test
    void addressAndAuthorityComeFromDescribeClusterWithASignedRequest() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer server = answering(200, "{\"cluster\":{\"name\":\"prod\",\"status\":\"ACTIVE\",\"endpoint\":"
                + "\"https://7ogXwy3w.eu-west-1.eks.amazonaws.com\",\"certificateAuthority\":{\"data\":\"UkVEQUNURUQ=\"}}}",
                seen);
        try {
            EksCluster cluster = cluster(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET), Optional.of(address(server)));
            assertThat(seen).as("nothing is asked before it is needed").isEmpty();
            assertThat(cluster.server()).isEqualTo(URI.create("https://7ogXwy3w.eu-west-1.eks.amazonaws.com"));
            assertThat(cluster.authority()).isEqualTo("UkVEQUNURUQ=");
            assertThat(seen).singleElement().asString().startsWith("GET /clusters/prod AWS4-HMAC-SHA256 ")
                    .contains("/eu-west-1/eks/");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aClusterThatIsNotThereIsNamedAndNoSecretIsShown() throws IOException {
        HttpServer server = answering(404, "{\"message\":\"No cluster found for name: prod.\"}", new ArrayList<>());
        try {
            EksCluster cluster = cluster(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET), Optional.of(address(server)));
            Failure failure = catchThrowableOfType(FailureException.class, cluster::server).failure();
            assertThat(failure).isInstanceOf(Failure.Missing.class);
            assertThat(failure.sentence()).contains("prod", "No cluster found").doesNotContain(SECRET);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aKubeconfigThatWouldRunTheAwsCommandLineNamesItsCluster() {
        List<String> usual = List.of("aws", "--region", "eu-west-1", "eks", "get-token", "--cluster-name", "prod",
                "--output", "json");
        assertThat(EksName.ofCommand(usual, Map.of("AWS_PROFILE", "ops"))).contains(new EksName("prod", "eu-west-1", "ops", ""));
        assertThat(EksName.ofCommand(List.of("/usr/local/bin/aws", "eks", "get-token", "--cluster-name=prod",
                "--role-arn=arn:aws:iam::1:role/deploy"), Map.of("AWS_REGION", "eu-north-1")))
                .contains(new EksName("prod", "eu-north-1", "", "arn:aws:iam::1:role/deploy"));
        assertThat(EksName.ofCommand(List.of("kubelogin", "get-token"), Map.of())).isEmpty();
        assertThat(EksName.ofCommand(usual, Map.of("AWS_ACCESS_KEY_ID", "AKID"))).as("somebody else's credentials").isEmpty();
        assertThat(EksName.ofCommand(List.of("aws", "eks", "get-token", "--cluster-name", "prod", "--endpoint-url", "x"),
                Map.of()))
                .as("an option that is not known here").isEmpty();
    }

    private EksCluster cluster(AwsCredentials credentials, Optional<URI> api) {
        return new EksCluster(NAME, StaticCredentialsProvider.create(credentials), api, clock);
    }

    private static URI url(String token) {
        return URI.create(new String(Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length())),
                StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(URI url) {
        return Arrays.stream(url.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (_, _) -> "twice", TreeMap::new));
    }

    private static HttpServer answering(int code, String body, List<String> seen) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("X-Amzn-ErrorType", code == 404 ? "ResourceNotFoundException" : "");
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static final class HandClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
