package com.maily.console.desktop.app;

import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.report.Html;
import com.maily.console.core.sla.report.Markdown;
import com.maily.console.core.sla.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/** Writes a report where a person wants it, with its charts as a page or without as Markdown. */
final class ReportFile {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ReportFile() { }

    /** @param problems told on any thread why it could not be written */
    static void ask(Stage stage, Report report, Consumer<String> problems) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name(report.analysis()));
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Page with charts", "*.html"), new ExtensionFilter("Markdown",
                "*.md"));
        Optional.ofNullable(chooser.showSaveDialog(stage)).ifPresent(file ->
                Thread.startVirtualThread(() -> write(file.toPath(), report, problems)));
    }

    private static String name(Analysis analysis) {
        return "analysis-" + analysis.component().replace('@', '-') + "-" + STAMP.format(analysis.from()) + ".html";
    }

    static void write(Path file, Report report, Consumer<String> problems) {
        try {
            Files.writeString(file, file.toString().endsWith(".md") ? Markdown.of(report) : Html.of(report));
        } catch (IOException e) {
            problems.accept("The report could not be written to " + file + ": " + e.getMessage() + ". Choose another place.");
        }
    }
}
