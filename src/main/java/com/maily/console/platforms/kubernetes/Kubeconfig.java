package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a kubeconfig file and one of its contexts, and says plainly which of the two is missing. */
final class Kubeconfig {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int REQUEST_MILLIS = 5_000;
    private static final int WATCH_AGAIN_MILLIS = 100;
    /** The part before the slash is the field manager of writes that name none. */
    private static final String USER_AGENT = "maily-console/0.1";

    private Kubeconfig() { }

    /** @param config without the user's token or plugin, which {@code signIn} takes care of */
    record Loaded(Config config, SignIn signIn) { }

    /**
     * Contacts nobody and runs no plugin.
     * @param settings {@code kubeconfig} (default: the user's) and {@code context} (default: the file's current one)
     */
    static Loaded load(Map<String, String> settings) {
        File file = file(settings);
        io.fabric8.kubernetes.api.model.Config content = read(file);
        String context = context(file, content, settings.getOrDefault("context", ""));
        AuthInfo user = SignIn.user(content, context);
        SignIn signIn = SignIn.of(user, SignIn.cluster(content, context), file.toPath(), () -> SignIn.user(read(file), context));
        signIn.tokens().ifPresent(_ -> SignIn.strip(user));
        Path folder = file.toPath().toAbsolutePath().getParent();
        SignIn.absolute(user, folder);
        SignIn.cluster(content, context).ifPresent(cluster -> Optional.ofNullable(cluster.getCertificateAuthority())
                .ifPresent(path -> cluster.setCertificateAuthority(folder.resolve(path).toString())));
        try {
            // Not the file: with its path the SDK would read it itself, plugin and all.
            return new Loaded(tuned(Config.fromKubeconfig(context, Serialization.asYaml(content), null)), signIn);
        } catch (RuntimeException broken) {
            throw new FailureException(unreadable(file, broken), broken);
        }
    }

    /** The plugin the kubeconfig's user signs in with, as it would be typed. */
    static Optional<ExecPlugin> plugin(Map<String, String> settings) {
        File file = file(settings);
        io.fabric8.kubernetes.api.model.Config content = read(file);
        AuthInfo user = SignIn.user(content, context(file, content, settings.getOrDefault("context", "")));
        return Optional.ofNullable(user.getExec()).map(exec -> ExecPlugin.of(exec, file.toPath().toAbsolutePath().getParent(),
                Optional.empty()));
    }

    /** For a cluster that no kubeconfig tells of. @param authority base64 of its PEM; empty for the usual ones */
    static Config of(URI server, String authority) {
        Config config = Config.empty();
        config.setMasterUrl(server.toString());
        if (!authority.isEmpty()) {
            config.setCaCertData(authority);
        }
        return tuned(config);
    }

    private static Config tuned(Config config) {
        config.setOnlyHttpWatches(true);
        config.setHttp2Disable(true);
        config.setUserAgent(USER_AGENT);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setRequestTimeout(REQUEST_MILLIS);
        // Watches end twice a minute by our own wish; what happens in between should not wait for a second.
        config.setWatchReconnectInterval(WATCH_AGAIN_MILLIS);
        // Repeating is decided around the ports, where it is seen; here it would only delay the answer.
        config.setRequestRetryBackoffLimit(0);
        return config;
    }

    private static File file(Map<String, String> settings) {
        String given = settings.getOrDefault("kubeconfig", "");
        Path path = given.isEmpty() ? users() : expanded(given);
        if (!Files.isRegularFile(path)) {
            throw new FailureException(new Failure.Missing("Connecting to Kubernetes failed", "There is no kubeconfig file at "
                    + path + ".",
                    "Set kubernetes.kubeconfig of the environment in the workspace file, or KUBECONFIG."));
        }
        return path.toFile();
    }

    private static Path users() {
        return Optional.ofNullable(System.getenv("KUBECONFIG")).stream()
                .flatMap(list -> Arrays.stream(list.split(File.pathSeparator)))
                .filter(entry -> !entry.isBlank()).map(Path::of).filter(Files::isRegularFile).findFirst()
                .orElseGet(() -> expanded("~/.kube/config"));
    }

    private static Path expanded(String path) {
        return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)) : Path.of(path);
    }

    private static String context(File file, io.fabric8.kubernetes.api.model.Config content, String wanted) {
        List<String> known = Optional.ofNullable(content.getContexts()).orElse(List.of()).stream().map(NamedContext::getName)
                .toList();
        String context = wanted.isEmpty() ? Optional.ofNullable(content.getCurrentContext()).orElse("") : wanted;
        if (context.isEmpty() || !known.contains(context)) {
            String why = context.isEmpty() ? "names no current context" : "has no context " + context;
            throw new FailureException(new Failure.Missing("Connecting to Kubernetes failed", "The kubeconfig file " + file
                    + " " + why + ".",
                    known.isEmpty() ? "It has no contexts at all." : "Its contexts are " + String.join(", ", known) + "."));
        }
        return context;
    }

    private static io.fabric8.kubernetes.api.model.Config read(File file) {
        io.fabric8.kubernetes.api.model.@org.jspecify.annotations.Nullable Config content;
        try {
            content = Serialization.unmarshal(Files.readString(file.toPath()), io.fabric8.kubernetes.api.model.Config.class);
        } catch (IOException | RuntimeException broken) {
            throw new FailureException(unreadable(file, broken), broken);
        }
        if (content == null) {
            throw new FailureException(unreadable(file, new IOException("it is empty")));
        }
        return content;
    }

    /** The parser's own text may quote the file, which holds credentials, so it stays out. */
    private static Failure unreadable(File file, Exception broken) {
        String why = broken instanceof IOException ? broken.getMessage() : "it is not a kubeconfig in YAML or JSON";
        return new Failure.Rejected("Connecting to Kubernetes failed", "The kubeconfig file " + file + " cannot be read: " + why
                + ".",
                "Check it with kubectl config view.");
    }
}
