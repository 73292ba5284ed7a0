package com.maily.console.desktop.logs;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.LogSearch.Hit;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a question so far.
 *
 * @param lines    of this page and those before it
 * @param failure  why the newest page did not come
 * @param system   who answered; empty where nothing keeps the logs
 */
record LogFindings(LogQuestion question, List<Line> lines, long total, boolean exact, List<String> warnings, Optional<URI> link,
                   Optional<Failure> failure, String system) {

    /** @param traces where its trace can be followed */
    record Line(Hit hit, List<Links.Link> traces) { }

    LogFindings {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    static LogFindings unconnected(LogQuestion question) {
        return new LogFindings(question, List.of(), 0, true, List.of(), Optional.empty(), Optional.empty(), "");
    }

    static LogFindings failed(LogQuestion question, Failure failure) {
        return new LogFindings(question, List.of(), 0, true, List.of(), Optional.empty(), Optional.of(failure), "the logs");
    }

    boolean connected() {
        return !system.isEmpty();
    }

    /** Whether more lines can be asked for. */
    boolean goesOn() {
        return failure.isEmpty() && lines.size() < total && lines.size() < LogSearch.DEEPEST;
    }

    /** This page below the earlier ones; where it failed, they stay and the failure stands beside them. */
    LogFindings below(LogFindings earlier) {
        List<Line> all = Stream.concat(earlier.lines().stream(), lines.stream()).toList();
        return failure.isPresent() ? new LogFindings(question, all, earlier.total(), earlier.exact(), earlier.warnings(),
                earlier.link(),
                failure, system) : new LogFindings(question, all, total, exact, warnings, link, failure, system);
    }
}
