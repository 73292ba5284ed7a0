package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong with one file, so that all of it is reported at once, in the order of the file. */
final class Problems {

    /** @param line and column from 1 */
    private record Problem(int line, int column, String message) { }

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Mark where, String message) {
        found.add(new Problem(where.getLine() + 1, where.getColumn() + 1, message));
    }

    /** @throws FailureException {@code Rejected} with one line per problem, when there is any */
    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        String lines = found.stream().distinct().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .map(p -> file + ":" + p.line() + ":" + p.column() + ": " + p.message()).collect(Collectors.joining("\n"));
        long count = found.stream().distinct().count();
        String what = file + " has " + (count == 1 ? "a mistake" : count + " mistakes");
        throw new FailureException(new Failure.Rejected(what, lines + "\n", "Correct the file and try again; nothing was started."));
    }
}
