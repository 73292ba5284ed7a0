package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.report.Figures;
import com.maily.console.core.sla.report.JudgedNight;
import com.maily.console.core.sla.report.Report;
import com.maily.console.core.sla.report.Window;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Failure;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryMetrics;
import com.maily.console.desktop.StoryTime;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnalysisPicturesTest {

    private static final AnalysisActions NOTHING = new AnalysisActions() {
        @Override
        public void choose(Subject subject) { }

        @Override
        public void askAgain() { }

        @Override
        public void export() { }
    };

    private static Reading known(boolean dryRun) {
        Analysis analysis = JudgedNight.analysis();
        return new Reading.Known(new Report(analysis, true, dryRun, Optional.of(Story.passing().sentence())), analysis.metrics()
                .stream()
                .collect(Collectors.toMap(one -> one.objective().key(), one -> Figures.of(analysis, one))));
    }

    private static AnalysisView view(Theme theme, Reading reading) {
        AnalysisView view = new AnalysisView(theme, new Ages(StoryTime.NOW, Story.NOW), NOTHING);
        view.show(AnalysisModel.of(StoryMetrics.workspace(), new RungList(new HandConsole(Story.entries()), "production")
                .upTo(History.of(Story.entries())), List.of(new Subject.Asked("email", new Window(Story.at("02:00:00"),
                        Story.at("02:30:00")))),
                Optional.empty(), Optional.empty(), reading));
        return view;
    }

    @Test
    void counted() throws Exception {
        Pictures.of("analysis", theme -> view(theme, known(false)));
    }

    @Test
    void points() throws Exception {
        Pictures.of("analysis-points", theme -> {
            AnalysisView view = view(theme, known(true));
            view.report().choose("memory");
            return view;
        });
    }

    @Test
    void failed() throws Exception {
        Pictures.of("analysis-failed", theme -> view(theme, new Reading.Failed(new Failure.Defect("The analysis failed",
                "a fault.", "Report it."))));
    }

    @Test
    void asking() throws Exception {
        Pictures.of("analysis-asking", theme -> view(theme, new Reading.Asking()));
    }
}
