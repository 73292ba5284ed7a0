package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analyst;
import com.maily.console.core.sla.report.Html;
import com.maily.console.core.sla.report.Markdown;
import com.maily.console.core.sla.report.Report;
import com.maily.console.core.sla.report.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the judge about a window that is over, from the sources' raw points, and ends with a code that says the word. */
@Command(name = "analyse", mixinStandardHelpOptions = true,
        description = "Judges what a component's canary did in a window that is over, and shows the working.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:pass", "1:fail", "2:the command line or the workspace file makes no sense", "3:it could not be asked",
                "5:a fault of this program", "6:marginal", "7:too few samples", "8:no data, which is not a pass"})
final class AnalyseCommand extends Common {

    private static final List<String> FORMATS = List.of("text", "json", "markdown", "html");

    @Option(names = {"--env", "--environment"}, paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Target environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--component", paramLabel = "NAME", required = true, description = "The component.")
    String component = "";

    @Option(names = "--from", paramLabel = "TIME", description = "When the window begins, UTC: 2025-11-20T03:00:00Z.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "When it ends (default: now).")
    @Nullable String to;

    @Option(names = "--last", paramLabel = "LENGTH", description =
            "Instead of --from: this long up to its end, 90s, 10m, 6h or 3d.")
    @Nullable String last;

    private String format = FORMATS.getFirst();

    AnalyseCommand(Services services) {
        super(services);
    }

    @Option(names = "--output", paramLabel = "FORMAT", description = "text, json, markdown, or html with charts (default: text).")
    void output(String wanted) {
        format = wanted;
        json = json || wanted.equals("json");
    }

    @Override
    ExitCode run(Output output) {
        if (!FORMATS.contains(format)) {
            throw new UsageException("There is no output '" + format + "'",
                    "an analysis is written as " + String.join(", ", FORMATS) + ".", "Choose one of them.");
        }
        if ((from == null) == (last == null)) {
            throw new UsageException("The window is not clear", from == null ? "neither --from nor --last says when it begins."
                    : "--from and --last both say when it begins.", "Say one of them.");
        }
        String name = only(known().environment(environment).components(environment, List.of(component)).workspace());
        try (Console console = services.openReadOnly(files())) {
            Analysis analysis = analyse(console, name, window(console.time().instant()));
            ExitCode code = ExitCode.of(analysis.word());
            print(Report.of(analysis), output);
            output.result(Map.of("ok", code == ExitCode.DONE, "exit", code.number(), "analysis", analysis));
            return code;
        }
    }

    /** Each region is judged for itself. */
    private String only(Workspace workspace) {
        List<String> names = workspace.in(environment).components().stream().filter(one -> one.answersTo(component))
                .map(Component::name).toList();
        if (names.size() > 1) {
            throw new UsageException(component + " lives in several regions", "each is judged for itself.", "Name one of them: "
                    + String.join(", ", names) + ".");
        }
        return names.getFirst();
    }

    private Window window(Instant now) {
        try {
            Instant end = to == null ? now : Window.moment(to);
            return last == null ? Window.of(Window.moment(String.valueOf(from)), end, now)
                    : Window.of(end.minus(Window.length(last)), end, now);
        } catch (FailureException e) {
            throw new UsageException(e.failure());
        }
    }


    private Analysis analyse(Console console, String name, Window window) {
        List<Objective> objectives = console.workspace().in(environment).objectivesOf(name);
        if (objectives.isEmpty()) {
            throw new FailureException(new Failure.Missing(name + " cannot be judged",
                    "the workspace file names no objective for it.",
                    "Give it one, see workspace.md."));
        }
        return new Analyst(environment, console.platforms(environment)::metrics).analyse(name, objectives, window.from(),
                window.to(), console.time().instant());
    }

    private void print(Report report, Output output) {
        switch (format) {
            case "markdown" -> output.say(Markdown.of(report).stripTrailing());
            case "html" -> output.say(Html.of(report).stripTrailing());
            default -> AnalysisText.of(report).forEach(output::say);
        }
    }
}
