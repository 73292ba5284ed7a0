package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows a plugin's certificate when the cluster asks for one; looked up at each handshake, because plugins change it. */
final class ExecKeys extends X509ExtendedKeyManager {

    private final ExecCredentials credentials;

    ExecKeys(ExecCredentials credentials) {
        this.credentials = credentials;
    }

    private Optional<X509ExtendedKeyManager> present() {
        ExecCredential credential = credentials.credential();
        if (credential.certificate().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(manager(credential, "RSA"));
        } catch (IOException | GeneralSecurityException otherKind) {
            try {
                return Optional.of(manager(credential, "EC"));
            } catch (IOException | GeneralSecurityException unreadable) {
                throw new FailureException(new Failure.Rejected("Signing in to the cluster failed",
                        "The credential plugin gave a certificate or key that cannot be read.",
                        "Run it by hand to see its answer."));
            }
        }
    }

    private static X509ExtendedKeyManager manager(ExecCredential credential, String algorithm)
            throws IOException, GeneralSecurityException {
        KeyManager[] managers = SSLUtils.keyManagers(encoded(credential.certificate()), null, encoded(credential.key()), null,
                algorithm, "in-memory", null, null);
        return Arrays.stream(managers).filter(X509ExtendedKeyManager.class::isInstance).map(X509ExtendedKeyManager.class::cast)
                .findFirst().orElseThrow(() -> new GeneralSecurityException("no key manager"));
    }

    private static String encoded(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        return present().map(keys -> keys.chooseEngineClientAlias(types, issuers, engine)).orElse(null);
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        return present().map(keys -> keys.chooseClientAlias(types, issuers, socket)).orElse(null);
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
        return present().map(keys -> keys.getClientAliases(type, issuers)).orElse(null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return present().map(keys -> keys.getCertificateChain(alias)).orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return present().map(keys -> keys.getPrivateKey(alias)).orElse(null);
    }

    /** We are never a server. */
    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return null;
    }
}
