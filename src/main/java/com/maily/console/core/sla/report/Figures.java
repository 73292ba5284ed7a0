package com.maily.console.core.sla.report;

import com.maily.console.core.sla.Analysis;
import java.util.List;

/** The three charts of one metric. */
public record Figures(Figure series, Figure difference, Figure distribution) {

    public static Figures of(Analysis analysis, Analysis.Metric metric) {
        Tracks tracks = Tracks.of(analysis, metric);
        return new Figures(SeriesFigure.of(tracks, metric.limit()), DifferenceFigure.of(metric, tracks),
                DistributionFigure.of(tracks, metric.limit()));
    }

    List<Figure> all() {
        return List.of(series, difference, distribution);
    }
}
