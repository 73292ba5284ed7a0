package com.maily.console.platforms.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An EKS cluster as people name it.
 *
 * @param region  empty where the profile or the environment says it
 * @param profile of the shared AWS files; empty for the default one
 * @param role    to be taken on for its tokens; empty for none
 */
public record EksName(String cluster, String region, String profile, String role) {

    private static final List<String> VARIABLES = List.of("AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION",
            "AWS_STS_REGIONAL_ENDPOINTS");

    /** From a connection's settings {@code eks.cluster}, {@code eks.region} and {@code eks.profile}. */
    public static Optional<EksName> of(Map<String, String> settings) {
        return Optional.ofNullable(settings.get("eks.cluster")).map(cluster -> new EksName(cluster,
                settings.getOrDefault("eks.region", ""), settings.getOrDefault("eks.profile", ""), ""));
    }

    /**
     * From what a kubeconfig would run; empty for any other command, and for options and variables that change what the
     * token is for in a way that is not known here.
     */
    public static Optional<EksName> ofCommand(List<String> command, Map<String, String> environment) {
        boolean ours = !command.isEmpty() && command.getFirst().matches("(.*[/\\\\])?aws(\\.exe)?");
        Options options = ours ? Options.read(command.subList(1, command.size())) : Options.NONE;
        String cluster = options.value("--cluster-name", options.value("--cluster-id", ""));
        boolean plain = options.known() && VARIABLES.containsAll(environment.keySet());
        if (!options.words().equals(List.of("eks", "get-token")) || cluster.isEmpty() || !plain) {
            return Optional.empty();
        }
        String region = environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", ""));
        return Optional.of(new EksName(cluster, options.value("--region", region),
                options.value("--profile", environment.getOrDefault("AWS_PROFILE", "")), options.value("--role-arn", "")));
    }

    /** A command line taken apart: {@code --name value}, {@code --name=value}, and plain words. */
    private record Options(List<String> words, Map<String, String> values) {

        private static final Options NONE = new Options(List.of(), Map.of());
        private static final List<String> KNOWN = List.of("--cluster-name", "--cluster-id", "--region", "--profile", "--role-arn",
                "--role", "--output");

        static Options read(List<String> arguments) {
            List<String> words = new ArrayList<>();
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                int equals = argument.indexOf('=');
                if (!argument.startsWith("--")) {
                    words.add(argument);
                } else if (equals > 0) {
                    values.put(argument.substring(0, equals), argument.substring(equals + 1));
                } else {
                    values.put(argument, i + 1 < arguments.size() ? arguments.get(++i) : "");
                }
            }
            return new Options(words, values);
        }

        String value(String name, String otherwise) {
            return name.equals("--role-arn") ? values.getOrDefault("--role-arn", values.getOrDefault("--role", otherwise))
                    : values.getOrDefault(name, otherwise);
        }

        boolean known() {
            return KNOWN.containsAll(values.keySet());
        }
    }
}
