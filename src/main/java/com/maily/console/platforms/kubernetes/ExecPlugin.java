package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A credential plugin as a kubeconfig names it.
 *
 * @param command     with its arguments; run as it is, without a shell
 * @param info        what it is told in {@code KUBERNETES_EXEC_INFO}
 * @param interactive whether it insists on a terminal
 */
record ExecPlugin(String apiVersion, List<String> command, Map<String, String> environment, String installHint,
                  boolean interactive, String info) {

    private static final String V1BETA1 = "client.authentication.k8s.io/v1beta1";

    ExecPlugin {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** @param folder where the kubeconfig lies; a relative path to the command starts there */
    static ExecPlugin of(ExecConfig exec, Path folder, Optional<Cluster> cluster) {
        List<String> command = new ArrayList<>(List.of(resolved(text(exec.getCommand()), folder)));
        command.addAll(Optional.ofNullable(exec.getArgs()).orElse(List.of()));
        Map<String, String> environment = new LinkedHashMap<>();
        Optional.ofNullable(exec.getEnv()).orElse(List.of())
                .forEach(variable -> environment.put(variable.getName(), text(variable.getValue())));
        String version = text(exec.getApiVersion()).isEmpty() ? V1BETA1 : exec.getApiVersion();
        return new ExecPlugin(version, command, environment, text(exec.getInstallHint()).strip(),
                "Always".equals(exec.getInteractiveMode()),
                info(version, Boolean.TRUE.equals(exec.getProvideClusterInfo()) ? cluster : Optional.empty()));
    }

    /** What people call it. */
    String name() {
        return Path.of(command.getFirst()).getFileName().toString();
    }

    private static String resolved(String command, Path folder) {
        boolean path = command.contains("/") || command.contains("\\");
        return path && !Path.of(command).isAbsolute() ? folder.resolve(command).normalize().toString() : command;
    }

    private static String info(String version, Optional<Cluster> cluster) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("interactive", false);
        cluster.ifPresent(known -> spec.put("cluster", cluster(known)));
        return Serialization.asJson(Map.of("apiVersion", version, "kind", "ExecCredential", "spec", spec));
    }

    private static Map<String, Object> cluster(Cluster cluster) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("server", text(cluster.getServer()));
        Optional.ofNullable(cluster.getCertificateAuthorityData())
                .ifPresent(data -> told.put("certificate-authority-data", data));
        Optional.ofNullable(cluster.getTlsServerName()).ifPresent(name -> told.put("tls-server-name", name));
        Optional.ofNullable(cluster.getInsecureSkipTlsVerify()).ifPresent(skip -> told.put("insecure-skip-tls-verify", skip));
        Optional.ofNullable(cluster.getExtensions()).orElse(List.of()).stream()
                .filter(one -> "client.authentication.k8s.io/exec".equals(one.getName())).findFirst()
                .ifPresent(one -> told.put("config", one.getExtension()));
        return told;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
