package com.maily.console.desktop.analysis;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.sla.report.JudgedNight;
import com.maily.console.desktop.HandConsole;
import com.maily.console.desktop.StoryMetrics;
import java.util.List;

/** The story's console with the objectives and the metrics of a night on which api's canary fails. */
final class JudgedConsole extends HandConsole {

    final JudgedNight metrics = new JudgedNight();

    JudgedConsole(List<Entry> past) {
        super(past);
        Workspace story = StoryMetrics.workspace();
        workspace = new Workspace(story.name(), story.components(), story.environments(), JudgedNight.objectives(), story.jobs(),
                story.timings(), story.releases(), story.clock());
    }

    @Override
    public MetricSource metrics(String source) {
        return metrics;
    }
}
