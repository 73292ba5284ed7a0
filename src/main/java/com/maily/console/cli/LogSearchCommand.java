package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.Platforms;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lines of the logs, newest first, with a link to the trace of each that names one. */
@Command(name = "search", mixinStandardHelpOptions = true, description = "Searches the logs, newest line first.")
final class LogSearchCommand extends Common {

    private static final String LINE = "%s %-5s %-12s %s%s";

    @Parameters(arity = "0..1", paramLabel = "WORDS", defaultValue = "", description =
            "What must occur in the message: words, \"a phrase\", -without (default: anything).")
    String words = "";

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--component", paramLabel = "NAME", defaultValue = "", description =
            "Only lines of this component, or of the job of this name (default: all).")
    String component = "";

    @Option(names = "--last", paramLabel = "TIME", defaultValue = "15m", description =
            "How far back from --to, such as 90s, 15m or 2h (default: ${DEFAULT-VALUE}).")
    String last = "";

    @Option(names = "--to", paramLabel = "INSTANT", description = "The end, such as 2026-11-21T19:00:00Z (default: now).")
    @Nullable String to;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50",
            description = "The most lines to show (default: ${DEFAULT-VALUE}).")
    int limit;

    @Option(names = "--skip", paramLabel = "N", defaultValue = "0",
            description = "How many of the newest to leave out (default: ${DEFAULT-VALUE}).")
    int skip;

    LogSearchCommand(Services services) {
        super(services);
    }

    /** @param links where its trace can be followed */
    record Line(Instant at, String level, String component, String message, @Nullable String trace, List<URI> links) { }

    @Override
    ExitCode run(Output output) {
        known().environment(environment);
        if (limit < 1 || skip < 0) {
            throw new UsageException("--limit or --skip makes no sense", "they are " + limit + " and " + skip + ".",
                    "Give a limit of at least 1 and a skip of at least 0.");
        }
        Duration back = back();
        try (Console console = services.openReadOnly(files())) {
            Platforms platforms = console.platforms(environment);
            Instant end = end(console.time().instant());
            LogSearch.Hits hits = logs(platforms).search(new LogSearch.Query(component, words, end.minus(back), end, skip,
                    limit));
            List<Line> lines = hits.hits().stream().map(hit -> line(hit, platforms)).toList();
            lines.forEach(line -> output.say(LINE.formatted(line.at(), line.level().toUpperCase(Locale.ROOT), line.component(),
                    line.message(), line.trace() == null ? "" : " trace=" + line.trace())));
            hits.warnings().forEach(warning -> output.say("Mind: " + warning));
            output.say("%d of %s%d lines%s".formatted(lines.size(), hits.exact() ? "" : "more than ", hits.total(),
                    skip + lines.size() < hits.total() && !lines.isEmpty() ? "; go on with --skip " + (skip + lines.size())
                    : ""));
            output.result(Map.of("ok", true, "total", hits.total(), "exact", hits.exact(), "warnings", hits.warnings(), "lines",
                    lines));
            return ExitCode.DONE;
        }
    }

    private Line line(LogSearch.Hit hit, Platforms platforms) {
        Links.Place place = new Links.Place(environment, hit.component(), hit.at(), hit.at(), hit.trace());
        List<URI> links = hit.trace().isEmpty() ? List.of() : platforms.links().stream().flatMap(each -> each.to(place).stream())
                .map(Links.Link::address).toList();
        return new Line(hit.at(), hit.level(), hit.component(), hit.message(), hit.trace().orElse(null), links);
    }

    private Duration back() {
        try {
            return Duration.parse("PT" + last.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new UsageException("--last is no time", "it is '" + last + "'.", "Write it as 90s, 15m or 2h.");
        }
    }

    private Instant end(Instant now) {
        try {
            return to == null ? now : Instant.parse(to);
        } catch (DateTimeException e) {
            throw new UsageException("--to is no instant", "it is '" + to + "'.", "Write it as 2026-11-21T19:00:00Z.");
        }
    }

    private LogSearch logs(Platforms platforms) {
        return platforms.logs().orElseThrow(() -> new FailureException(new Failure.Missing(
                environment + " has no connection to a log search", "its entry in the workspace file has no connections.logs.",
                "Add one; docs/logs.md shows how.")));
    }
}
