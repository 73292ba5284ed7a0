package com.maily.console.desktop.analysis;

import com.maily.console.core.model.Failure;
import com.maily.console.core.sla.report.Figures;
import com.maily.console.core.sla.report.Report;
import java.util.Map;

/** What there is to show of a subject. */
sealed interface Reading {

    /** There is nothing to ask about, or not yet. */
    record Silent(String title, String why) implements Reading { }

    record Asking() implements Reading { }

    /** @param figures by the objective's key */
    record Known(Report report, Map<String, Figures> figures) implements Reading {
        public Known {
            figures = Map.copyOf(figures);
        }
    }

    record Failed(Failure failure) implements Reading { }
}
