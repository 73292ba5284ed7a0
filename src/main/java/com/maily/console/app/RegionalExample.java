package com.maily.console.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shipped example with production in several regions: the regions in wave order, a cluster for each, and queries that tell
 * regions apart. Kept as text, comments and all, because the file is there to be read and copied.
 */
final class RegionalExample {

    private static final String CLUSTER = "      kubernetes:";
    /** What syncs a cluster from Git would be one per region too; the sandbox's knows none of them. */
    private static final String CONTROLLER = "      argocd:";
    private static final String CONTEXT = "${kubernetes-context:-maily}";

    private RegionalExample() { }

    /** The example unchanged where there are no regions. */
    static String of(String example, List<String> regions) {
        if (regions.isEmpty()) {
            return example;
        }
        String labelled = example.replace("environment=\"${environment}\"",
                "environment=\"${environment}\",region=\"${region}\"")
                .replace("env:${environment}", "env:${environment},region:${region}");
        int start = labelled.indexOf("    production: true\n");
        return labelled.substring(0, start) + production(labelled.substring(start), regions);
    }

    private static String production(String whole, List<String> regions) {
        String rest = whole.replace(block(whole, CONTROLLER), "");
        int from = rest.indexOf(CLUSTER);
        String one = block(rest, CLUSTER);
        String names = "    regions: [" + String.join(", ", regions) + "]\n";
        String clusters = regions.stream().map(region -> one.replace(CLUSTER, "      kubernetes@" + region + ":")
                .replace(CONTEXT, "${kubernetes-context-" + region + ":-maily-" + region + "}")).collect(Collectors.joining());
        int after = rest.indexOf('\n') + 1;
        return rest.substring(0, after) + names + rest.substring(after, from) + clusters + rest.substring(from + one.length());
    }

    /** A connection with its settings. */
    private static String block(String text, String head) {
        List<String> lines = new ArrayList<>();
        for (String line : text.substring(text.indexOf(head)).lines().toList()) {
            if (!lines.isEmpty() && !line.startsWith("        ")) {
                break;
            }
            lines.add(line);
        }
        return String.join("\n", lines) + "\n";
    }
}
