package com.maily.console.core.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.sla.Analysis;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTextsTest {

    private static final Report REPORT = new Report(JudgedNight.analysis(), false, true, Optional.of("Fail: error-rate"));

    @Test
    void markdownSaysTheWordTheWhyEachMetricAndWhatWasAsked() {
        String text = Markdown.of(REPORT);
        assertThat(text).startsWith("# Analysis of api on production\n\n**Fail (dry run)**: error-rate: 98 of 10,204 requests bad")
                .contains("- Window: 2025-11-20 02:42:00 to 2025-11-20 03:12:00 UTC, 30 min 0 s",
                        "- The run said at the time: Fail: error-rate",
                        "| error-rate | Fail | 10,204 | 27×", "| memory (not critical) | ", "≤ 900 MiB",
                        "```\nfailed{track=\"canary\"}[1800s]\n```", "## Remarks",
                                "queue (canary): The source has nothing for this time.");
    }

    @Test
    void thePageNeedsNothingElseAndHoldsThreeChartsPerMetric() throws Exception {
        String page = Html.of(REPORT);
        assertThat(page).doesNotContain("<script", "http://", "https://", "src=");
        assertThat(page.split("<svg ", -1)).hasSize(1 + 3 * REPORT.analysis().metrics().size());
        for (Figure figure : Figures.of(REPORT.analysis(), REPORT.analysis().metrics().getFirst()).all()) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(Svg.of(figure))));
        }
    }

    @Test
    void aSecretInAQueryNeverLeavesTheHouse() {
        Analysis night = REPORT.analysis();
        Analysis leaky = new Analysis(night.environment(), night.component(), night.from(), night.to(), night.askedAt(),
                night.step(),
                night.word(), night.sentence(), night.score(), night.groups(), List.of(), List.of(new Analysis.Lack("p99",
                "The source refused token=hunter2hunter2 and {api_token=\"hunter2two\"}.", "")), List.of());
        assertThat(Markdown.of(Report.of(leaky))).doesNotContain("hunter2").contains("[redacted]");
        assertThat(Html.of(Report.of(leaky))).doesNotContain("hunter2");
    }

    @Test
    void theSummaryNamesWhatIsNotInOrder() {
        assertThat(REPORT.summary()).contains("Fail (dry run), score ", "Error rate: Fail.", "Queue length: No data.")
                .doesNotContain("Response time p99: ");
    }

    @Test
    void aSourceThatIsAwayIsSaidOnceForAllThatWasAsked() {
        Analysis night = REPORT.analysis();
        Analysis away = new Analysis(night.environment(), night.component(), night.from(), night.to(), night.askedAt(),
                night.step(),
                night.word(), night.sentence(), night.score(), night.groups(), List.of(), List.of(
                        new Analysis.Lack("p99 (stable)", "It is asked again in 12 s.", "a"),
                        new Analysis.Lack("p99 (canary)", "It is asked again in 9 s.", "b"),
                        new Analysis.Lack("p99 (canary)", "It is asked again in 7 s.", "c"),
                        new Analysis.Lack("queue", "The source has nothing for this time.", "d")), List.of("partial answer"));
        assertThat(Report.of(away).remarks()).containsExactly("p99 (stable), p99 (canary): It is asked again in 12 s.",
                "queue: The source has nothing for this time.", "partial answer");
    }

    @Test
    void numbersAreSaidAsPeopleSayThem() {
        assertThat(List.of(Said.number(0.00476), Said.number(99.9871), Said.number(10_204), Said.number(Double.NaN),
                Said.number(-12.34),
                Said.value(Double.POSITIVE_INFINITY, "ms"))).containsExactly("0.00476", "99.987", "10,204", "–", "−12.3", "∞");
    }
}
