package com.maily.console.desktop.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where each line of the timeline lies; done phases fold to their headers, oldest first, when there is too little height for
 * all.
 */
record TimelineRows(List<Line> lines, double height) {
    static final double AXIS = 24;
    private static final double HEADER = 27;
    private static final double DONE = 19;
    private static final double LIVE = 22;
    private static final double SELECTED = 42;

    /** A phase's header, or one step below it. */
    record Line(PhaseRow phase, Optional<StepRow> step, double y, double height) {
        double middle() {
            return y + height / 2;
        }
    }

    static TimelineRows of(List<PhaseRow> phases, String selected, double available) {
        TimelineRows rows = layOut(phases, selected, 0);
        for (int folded = 1; rows.height > available && folded <= phases.size(); folded++) {
            rows = layOut(phases, selected, folded);
        }
        return rows;
    }

    Optional<StepRow> at(double y) {
        return lines.stream().filter(line -> y >= line.y && y < line.y + line.height).findFirst().flatMap(Line::step);
    }

    private static TimelineRows layOut(List<PhaseRow> phases, String selected, int folded) {
        List<Line> lines = new ArrayList<>();
        double y = AXIS;
        for (PhaseRow phase : phases) {
            lines.add(new Line(phase, Optional.empty(), y, HEADER));
            y += HEADER;
            for (StepRow step : phase.steps()) {
                boolean isSelected = step.id().equals(selected);
                if (phases.indexOf(phase) < folded && phase.done() && !isSelected) {
                    continue;
                }
                double height = isSelected && !step.ladder().isEmpty() ? SELECTED : phase.done() ? DONE : LIVE;
                lines.add(new Line(phase, Optional.of(step), y, height));
                y += height;
            }
        }
        return new TimelineRows(lines, y + 4);
    }
}
