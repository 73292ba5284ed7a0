package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin's certificate is what the cluster is shown at the next handshake. */
@DisabledOnOs(OS.WINDOWS)
class ExecKeysTest {

    private static final InstantSource WALL = () -> Instant.parse("2026-11-21T10:00:00Z");
    private static final char[] PASSWORD = "maily-sandbox".toCharArray();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void theCertificateOfThePluginIsShown(String algorithm) throws Exception {
        KeyStore store = made(algorithm);
        ExecKeys keys = keys(pem("CERTIFICATE", store.getCertificate("me").getEncoded()),
                pem("PRIVATE KEY", store.getKey("me", PASSWORD).getEncoded()));
        String alias = keys.chooseClientAlias(new String[] {algorithm}, new Principal[0], null);
        assertThat(keys.getCertificateChain(alias)).containsExactly((X509Certificate) store.getCertificate("me"));
        assertThat(keys.getPrivateKey(alias)).isEqualTo(store.getKey("me", PASSWORD));
    }

    @Test
    void aTokenAloneShowsNoCertificate() throws IOException {
        assertThat(keys("", "").chooseClientAlias(new String[] {"RSA", "EC"}, new Principal[0], null)).isNull();
    }

    @Test
    void whatCannotBeReadIsSaidWithoutQuotingIt() throws IOException {
        ExecKeys keys = keys(pem("CERTIFICATE", new byte[] {1}), pem("PRIVATE KEY", "geheim".getBytes()));
        FailureException problem = catchThrowableOfType(FailureException.class, () ->
                keys.chooseClientAlias(new String[] {"RSA"}, new Principal[0], null));
        assertThat(problem.failure().sentence()).contains("Signing in to the cluster failed", "cannot be read")
                .doesNotContain(Base64.getEncoder().encodeToString("geheim".getBytes()));
    }

    private ExecKeys keys(String certificate, String key) throws IOException {
        ObjectNode answer = new ObjectMapper().createObjectNode().put("kind", "ExecCredential")
                .put("apiVersion", "client.authentication.k8s.io/v1");
        ObjectNode status = answer.putObject("status").put("token", certificate.isEmpty() ? "abc" : "");
        status.put("clientCertificateData", certificate).put("clientKeyData", key);
        Path said = Files.writeString(folder.resolve("answer.json"), answer.toString());
        ExecPlugin plugin = new ExecPlugin("client.authentication.k8s.io/v1", List.of("/bin/cat", said.toString()), Map.of(), "",
                false, "{}");
        return new ExecKeys(new ExecCredentials(plugin, Duration.ofSeconds(10), WALL));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }

    private KeyStore made(String algorithm) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(algorithm + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-alias", "me",
                "-keyalg", algorithm, "-dname", "CN=release-manager", "-validity", "3650").inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
