package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.cluster.Accounts;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Credential plugins as small scripts. */
@DisabledOnOs(OS.WINDOWS)
class ExecCredentialsTest {

    private static final String V1 = "client.authentication.k8s.io/v1";
    private static final String V1BETA1 = "client.authentication.k8s.io/v1beta1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final InstantSource wall = () -> now;

    @Test
    void warningsOnStandardErrorDoNotSpoilTheToken() throws IOException {
        assertThat(plugin(V1, "echo 'WARNING: python 2 is deprecated' >&2", "echo '" + answer(V1, "abc", "") + "'").current())
                .isEqualTo("abc");
    }

    @Test
    void bothVersionsAreTakenWhicheverWasAskedFor() throws IOException {
        assertThat(plugin(V1, "echo '" + answer(V1BETA1, "beta", "") + "'").current()).isEqualTo("beta");
        assertThat(plugin(V1BETA1, "echo '" + answer(V1, "one", "") + "'").current()).isEqualTo("one");
        assertThat(failure(plugin(V1, "echo '" + answer("client.authentication.k8s.io/v1alpha1", "x", "") + "'")).why())
                .contains("a version other than v1 and v1beta1");
    }

    @Test
    void itIsToldWhatIsWantedInItsEnvironmentAndSeesNoShell() throws IOException {
        Path script = script("printf '%s' \"$KUBERNETES_EXEC_INFO\" > " + folder.resolve("info"),
                "printf '%s' \"$TENANT/$1\" > " + folder.resolve("seen"), "echo '" + answer(V1, "abc", "") + "'");
        ExecPlugin plugin = new ExecPlugin(V1, List.of(script.toString(), "$(id); `id` && x"),
                Map.of("TENANT", "maily"), "", false,
                info(V1));
        assertThat(new ExecCredentials(plugin, PATIENCE, wall).current()).isEqualTo("abc");
        assertThat(Files.readString(folder.resolve("seen"))).isEqualTo("maily/$(id); `id` && x");
        var info = Serialization.unmarshal(Files.readString(folder.resolve("info")), Map.class);
        assertThat(info).isEqualTo(Map.of("apiVersion", V1, "kind", "ExecCredential", "spec", Map.of("interactive", false)));
    }

    @Test
    void oneThatHangsIsEnded() throws IOException {
        Path script = script("sleep 600 &", "sleep 600");
        ExecCredentials hanging = new ExecCredentials(new ExecPlugin(V1, List.of(script.toString()), Map.of(), "",
                false, info(V1)),
                Duration.ofMillis(300), wall);
        long before = System.nanoTime();
        Failure failure = failure(hanging);
        assertThat(failure).isInstanceOf(Failure.TimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void garbageIsSaidAndNeverShown() throws IOException {
        for (String garbage : List.of("not json at all secret-1", "{\"kind\":\"Secret\",\"token\":\"secret-1\"}",
                "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{}}", "")) {
            Failure failure = failure(plugin(V1, "echo '" + garbage + "'"));
            assertThat(failure).as(garbage).isInstanceOf(Failure.Rejected.class);
            assertThat(failure.sentence()).contains("plugin").doesNotContain("secret-1");
        }
    }

    @Test
    void oneThatFailsSpeaksThroughItsLastLineWithoutItsSecrets() throws IOException {
        Failure failure = failure(plugin(V1, "echo first >&2", "echo 'SSO token=abcdef123456 has expired, run: login' >&2",
                "exit 3"));
        assertThat(failure).isInstanceOf(Failure.Denied.class);
        assertThat(failure.why()).contains("ended with 3", "has expired, run: login").doesNotContain("abcdef123456", "first");
    }

    @Test
    void oneThatIsNotInstalledSaysHowToGetIt() {
        ExecPlugin plugin = new ExecPlugin(V1, List.of("no-such-plugin-here"), Map.of(),
                "Install it with: brew install it", false,
                info(V1));
        Failure failure = failure(new ExecCredentials(plugin, PATIENCE, wall));
        assertThat(failure).isInstanceOf(Failure.Missing.class);
        assertThat(failure.why()).contains("no-such-plugin-here");
        assertThat(failure.advice()).isEqualTo("Install it with: brew install it.");
    }

    @Test
    void oneThatInsistsOnATerminalIsNotEvenStarted() throws IOException {
        Path script = script("touch " + folder.resolve("started"));
        Failure failure = failure(new ExecCredentials(new ExecPlugin(V1, List.of(script.toString()), Map.of(), "",
                true, info(V1)),
                PATIENCE, wall));
        assertThat(failure.why()).contains("terminal");
        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void aTokenIsKeptUntilItRunsOutAndThenFetchedAgain() throws IOException {
        ExecCredentials rotating = rotating(now.plusSeconds(600).toString());
        assertThat(rotating.current()).isEqualTo("token-1");
        now = now.plusSeconds(580);
        assertThat(rotating.current()).isEqualTo("token-1");
        now = now.plusSeconds(15);
        assertThat(rotating.current()).isEqualTo("token-2");
    }

    @Test
    void aTokenThatHadRunOutAlreadyIsNotUsed() throws IOException {
        Failure failure = failure(plugin(V1, "echo '" + answer(V1, "old", now.minusSeconds(1).toString()) + "'"));
        assertThat(failure).isInstanceOf(Failure.Denied.class);
        assertThat(failure.why()).contains("had run out");
    }

    @Test
    void aRefusedTokenIsFetchedAgainButNotInACircle() throws IOException {
        ExecCredentials rotating = rotating("");
        assertThat(rotating.current()).isEqualTo("token-1");
        rotating.refused("token-1");
        assertThat(rotating.current()).as("it has only just been made").isEqualTo("token-1");
        now = now.plusSeconds(6);
        rotating.refused("token-1");
        assertThat(rotating.current()).isEqualTo("token-2");
        rotating.refused("token-1");
        assertThat(rotating.current()).as("that one is long gone").isEqualTo("token-2");
    }

    @Test
    void afterA401TheConnectionRunsItAgainAndGoesOn() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API)) {
            Path token = Files.writeString(folder.resolve("token"), "first");
            Path script = script("printf '{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1
                    + "\",\"status\":{\"token\":\"%s\"}}' "
                    + "\"$(cat " + token + ")\"");
            world.face().logins().admit("first", Accounts.OWNER);
            Path kubeconfig = kubeconfig(world, script);
            try (KubernetesConnection connection = KubernetesConnection.open(Map.of("kubeconfig", kubeconfig.toString()),
                    Time.WALL)) {
                KubernetesDeployer deployer = new KubernetesDeployer(connection);
                assertThat(deployer.observe(world.component(), Track.STABLE).artifact()).contains(world.running());
                world.face().logins().expel("first");
                world.face().logins().admit("second", Accounts.OWNER);
                Files.writeString(token, "second");
                long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (!works(deployer, world)) {
                    assertThat(System.nanoTime()).as("the plugin is not asked again sooner than after five seconds")
                            .isLessThan(patience);
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
        }
    }

    private static boolean works(KubernetesDeployer deployer, SandboxWorld world) {
        try {
            return deployer.observe(world.component(), Track.STABLE).artifact().isPresent();
        } catch (FailureException refused) {
            assertThat(refused.failure()).isInstanceOf(Failure.Denied.class);
            return false;
        }
    }

    @Test
    void whatThePluginSaysIsWhatPeopleRead() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API)) {
            Path kubeconfig = kubeconfig(world, script("echo 'Please run: tsh login' >&2", "exit 1"));
            try (KubernetesConnection connection = KubernetesConnection.open(Map.of("kubeconfig", kubeconfig.toString()),
                    Time.WALL)) {
                Failure failure = catchThrowableOfType(FailureException.class, () -> new KubernetesDeployer(connection)
                        .observe(world.component(), Track.STABLE)).failure();
                assertThat(failure).isInstanceOf(Failure.Denied.class);
                assertThat(failure.sentence()).contains("Please run: tsh login", "Ask your team.");
            }
        }
    }

    @Test
    void openingAConnectionRunsNothingAndPathsStartWhereTheFileLies() throws Exception {
        try (SandboxWorld world = new SandboxWorld(Routing.GATEWAY_API)) {
            Path kubeconfig = kubeconfig(world, script("touch " + folder.resolve("started")));
            Files.writeString(kubeconfig, Files.readString(kubeconfig).replace("cluster: {server",
                    "cluster: {certificate-authority: ca.pem, server"));
            Kubeconfig.Loaded loaded = Kubeconfig.load(Map.of("kubeconfig", kubeconfig.toString()));
            assertThat(folder.resolve("started")).doesNotExist();
            assertThat(loaded.signIn().plugin()).isPresent();
            assertThat(loaded.config().getOauthToken()).isNull();
            assertThat(loaded.config().getCaCertFile()).isEqualTo(folder.resolve("ca.pem").toString());
        }
    }

    private Path kubeconfig(SandboxWorld world, Path script) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: k, user: u, namespace: maily}}]
                clusters: [{name: k, cluster: {server: "%s"}}]
                users: [{name: u, user: {exec: {apiVersion: %s, command: ./%s, installHint: Ask your team, interactiveMode: Never}}}]
                """.formatted(world.face().address(), V1, script.getFileName()));
    }

    /** Gives token-1, token-2, … */
    private ExecCredentials rotating(String expires) throws IOException {
        Path count = folder.resolve("count");
        return plugin(V1, "echo x >> " + count, "n=$(wc -l < " + count + " | tr -d ' ')",
                "echo '" + answer(V1, "token-N", expires) + "' | sed \"s/token-N/token-$n/\"");
    }

    private ExecCredentials plugin(String version, String... lines) throws IOException {
        return new ExecCredentials(new ExecPlugin(version, List.of(script(lines).toString()), Map.of(), "", false, info(version)),
                PATIENCE, wall);
    }

    private static String info(String version) {
        return "{\"apiVersion\":\"" + version + "\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}";
    }

    private static String answer(String version, String token, String expires) {
        return "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + version + "\",\"status\":{\"token\":\"" + token + "\""
                + (expires.isEmpty() ? "" : ",\"expirationTimestamp\":\"" + expires + "\"") + "}}";
    }

    private Path script(String... lines) throws IOException {
        Path script = Files.createTempFile(folder, "plugin", ".sh");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static Failure failure(ExecCredentials credentials) {
        return catchThrowableOfType(FailureException.class, credentials::current).failure();
    }
}
