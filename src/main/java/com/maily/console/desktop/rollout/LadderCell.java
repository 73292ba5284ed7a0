package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.ComponentState.Shift;
import com.maily.console.core.model.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One stage of a canary on the timeline: the weights there were, each for as long as it was, then the rungs still ahead.
 *
 * @param present whether it is the weight asked for now
 * @param ahead   whether it has not come yet
 */
record LadderCell(Weight weight, double x, double width, boolean present, boolean ahead) {
    private static final double LEAST = 6;
    private static final double AHEAD = 28;

    static List<LadderCell> of(StepRow row, TimeScale scale, Instant now, double right) {
        List<Shift> shifts = row.weight().map(ComponentState::shifts).orElse(List.of());
        boolean over = row.step().endedAt().isPresent();
        Instant end = row.step().endedAt().orElse(now);
        List<LadderCell> cells = new ArrayList<>();
        double x = shifts.isEmpty() ? scale.x(row.expected().from()) : scale.x(shifts.getFirst().at());
        for (int index = 0; index < shifts.size(); index++) {
            boolean last = index == shifts.size() - 1;
            double to = scale.x(last ? end : shifts.get(index + 1).at());
            double width = Math.max(last && !over ? AHEAD : LEAST, to - x);
            cells.add(new LadderCell(shifts.get(index).to(), x, width, last && !over, false));
            x += width;
        }
        Weight desired = row.weight().map(ComponentState::desired).orElse(Weight.ZERO);
        List<Weight> next = row.ladder().stream().filter(rung -> !over && rung.isAbove(desired)).toList();
        double each = Math.clamp((right - x) / Math.max(1, next.size()), 18, AHEAD);
        for (Weight rung : next) {
            cells.add(new LadderCell(rung, x, each, false, true));
            x += each;
        }
        return cells;
    }
}
