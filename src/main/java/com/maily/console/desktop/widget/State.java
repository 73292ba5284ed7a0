package com.maily.console.desktop.widget;

import com.maily.console.core.journal.StepState;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.theme.Palette;
import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * The state vocabulary: each state has one word, one colour and one shape, and is always shown with all three. Paths lie in a
 * 24 × 24 box.
 */
public enum State {
    DONE("Done", Style.SOLID, Path.DISC, "M7.3 12.4l3.2 3.2l6.2-6.7"),
    RUNNING("Running", Style.MARKED, Path.RING, "M10 8l6 4l-6 4z"),
    WAITING("Waiting", Style.SOLID, "M12 1l11 11l-11 11l-11-11z", "M9.4 9.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 1.9M12 17v.1"),
    HELD("Held", Style.SOLID, "M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-12a4 4 0 0 1-4-4v-12a4 4 0 0 1 4-4z", "M9 8v8M15 8v8"),
    MARGINAL("Marginal", Style.SOLID, "M12 2l11 20h-22z", "M12 9.5v5.5M12 18.4v.1"),
    FAILED("Failed", Style.SOLID, "M8 2h8l6 6v8l-6 6h-8l-6-6v-8z", "M8.5 8.5l7 7M15.5 8.5l-7 7"),
    ROLLED_BACK("Rolled back", Style.SOLID, "M12 1l9.5 5.5v11l-9.5 5.5l-9.5-5.5v-11z",
            "M10 7.5l-3 3l3 3M7 10.5h6.5a3 3 0 0 1 0 6h-2.5"),
    CANARY("Canary", Style.MARKED, Path.RING, "M12 12v-7.5a7.5 7.5 0 0 1 7.5 7.5z"),
    QUEUED("Queued", Style.RING, Path.RING, "M8 12v.1M12 12v.1M16 12v.1"),
    PLANNED("Planned", Style.DASHED, Path.RING, ""),
    SKIPPED("Skipped", Style.RING, Path.RING, "M8 8.5l3.5 3.5l-3.5 3.5M13 8.5l3.5 3.5l-3.5 3.5"),
    STALE("Stale", Style.DASHED, Path.RING, "M12 7v5l3.5 2");

    /** How the two paths are painted: a filled shape with a cut-out mark, or a ring with a drawn or filled mark. */
    enum Style { SOLID, RING, MARKED, DASHED }

    /** The two outlines most states share. */
    private static final class Path {
        static final String DISC = "M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z";
        static final String RING = "M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z";
    }

    private final String word;
    private final Style style;
    private final String shape;
    private final String mark;

    State(String word, Style style, String shape, String mark) {
        this.word = word;
        this.style = style;
        this.shape = shape;
        this.mark = mark;
    }

    public String word() {
        return word;
    }

    Style style() {
        return style;
    }

    String shape() {
        return shape;
    }

    String mark() {
        return mark;
    }

    /** The style class that gives a node and its children this state's colours. */
    public String styleClass() {
        return "state-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Color colour(Palette palette) {
        return switch (this) {
            case DONE -> palette.ok();
            case RUNNING -> palette.run();
            case WAITING, HELD, MARGINAL -> palette.waiting();
            case FAILED -> palette.fail();
            case ROLLED_BACK, CANARY -> palette.can();
            case QUEUED, PLANNED, SKIPPED, STALE -> palette.t3();
        };
    }

    public Color fill(Palette palette) {
        return switch (this) {
            case DONE -> palette.okFill();
            case RUNNING -> palette.runFill();
            case WAITING, HELD, MARGINAL -> palette.waitFill();
            case FAILED -> palette.failFill();
            case ROLLED_BACK, CANARY -> palette.canFill();
            case QUEUED, PLANNED, SKIPPED, STALE -> palette.b4();
        };
    }

    public static State of(StepState.Status status) {
        return switch (status) {
            case PLANNED -> PLANNED;
            case RUNNING -> RUNNING;
            case UNCERTAIN -> STALE;
            case WAITING -> WAITING;
            case HELD -> HELD;
            case DONE -> DONE;
            case FAILED -> FAILED;
            case SKIPPED -> SKIPPED;
        };
    }

    public static State of(Verdict.Word word) {
        return switch (word) {
            case PASS -> DONE;
            case MARGINAL -> MARGINAL;
            case FAIL -> FAILED;
            case TOO_FEW_SAMPLES -> QUEUED;
            case NO_DATA -> STALE;
        };
    }
}
