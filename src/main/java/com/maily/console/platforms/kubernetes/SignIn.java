package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.Tokens;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the user of a kubeconfig context proves who it is, in kubectl's order: a token file, a token, a plugin. For everything else
 * (certificates in the file, basic authentication, the old auth providers) the SDK's own ways are used.
 *
 * @param tokens empty when the SDK's own ways are used
 * @param plugin the plugin, when there is one, which may give certificates instead of tokens
 */
record SignIn(Optional<Tokens> tokens, Optional<ExecCredentials> plugin) {

    static final SignIn SDKS = new SignIn(Optional.empty(), Optional.empty());

    static SignIn with(Tokens tokens) {
        return new SignIn(Optional.of(tokens), Optional.empty());
    }

    /** @param again reads the file again and gives the user as it then is */
    static SignIn of(AuthInfo user, Optional<Cluster> cluster, Path file, Supplier<AuthInfo> again) {
        if (isGiven(user.getTokenFile())) {
            Path holder = folder(file).resolve(user.getTokenFile());
            return with(new FileToken(holder, () -> content(holder)));
        }
        if (isGiven(user.getToken())) {
            return with(new FileToken(file, () -> Optional.ofNullable(again.get().getToken()).orElse("")));
        }
        if (user.getExec() != null) {
            ExecCredentials plugin = new ExecCredentials(ExecPlugin.of(user.getExec(), folder(file), cluster));
            return new SignIn(Optional.of(plugin), Optional.of(plugin));
        }
        return SDKS;
    }

    /** So that the SDK neither runs the plugin nor keeps a token that others renew. */
    static void strip(AuthInfo user) {
        user.setExec(null);
        user.setToken(null);
        user.setTokenFile(null);
    }

    /** Paths in a kubeconfig start where it lies. */
    static void absolute(AuthInfo user, Path folder) {
        Optional.ofNullable(user.getClientCertificate())
                .ifPresent(path -> user.setClientCertificate(folder.resolve(path).toString()));
        Optional.ofNullable(user.getClientKey()).ifPresent(path -> user.setClientKey(folder.resolve(path).toString()));
    }

    static AuthInfo user(Config content, String context) {
        return context(content, context).flatMap(known -> Optional.ofNullable(content.getUsers()).stream()
                .flatMap(users -> users.stream())
                .filter(one -> one.getName().equals(known.getUser())).findFirst()).map(one -> one.getUser())
                .orElseGet(AuthInfo::new);
    }

    static Optional<Cluster> cluster(Config content, String context) {
        return context(content, context).flatMap(known -> Optional.ofNullable(content.getClusters()).stream()
                .flatMap(clusters -> clusters.stream()).filter(one -> one.getName().equals(known.getCluster())).findFirst())
                .map(one -> one.getCluster());
    }

    private static Optional<Context> context(Config content, String name) {
        return Optional.ofNullable(content.getContexts()).stream().flatMap(contexts -> contexts.stream())
                .filter(one -> one.getName().equals(name)).findFirst().map(one -> one.getContext());
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException gone) {
            throw new FailureException(new Failure.Missing("Signing in to the cluster failed", "The token file " + file
                    + " cannot be read.", "Sign in again, or name another kubeconfig."));
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
