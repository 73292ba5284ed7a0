package com.maily.console.core.engine;

import com.maily.console.core.model.Release;
import com.maily.console.core.model.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether releases can live with each other's database schema. A release's oldest usable schema marks a boundary: up to it, old
 * and new code run side by side; code of a release older than the boundary does not, and going back to it without the data must
 * be refused.
 */
final class Schemas {

    /** {@code 2026.9.10} comes after {@code 2026.9.2}: numbers count as numbers, the rest as text. */
    static final Comparator<String> ORDER = (a, b) -> {
        String[] left = a.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        String[] right = b.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int byPart = part(left[i], right[i]);
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(left.length, right.length);
    };

    private Schemas() { }

    private static int part(String left, String right) {
        boolean numbers = left.matches("\\d+") && right.matches("\\d+");
        return numbers ? new java.math.BigInteger(left).compareTo(new java.math.BigInteger(right)) : left.compareTo(right);
    }

    /**
     * The sentence that names the boundary between a release that runs and an older one to go back to; empty when there is
     * none.
     */
    static Optional<String> boundary(List<String> running, Release target, Workspace workspace) {
        return running.stream().flatMap(version -> workspace.release(version).stream())
                .filter(release -> tooOld(target, release)).findFirst()
                .map(release -> release.version() + " changed the database to a schema that code older than "
                        + release.minSchema()
                        + " cannot use, and " + target.version() + " is of schema " + target.schema() + ".");
    }

    private static boolean tooOld(Release target, Release running) {
        return !target.schema().isEmpty() && !running.minSchema().isEmpty() && ORDER.compare(target.schema(),
                running.minSchema()) < 0;
    }
}
