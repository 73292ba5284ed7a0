package com.maily.console.desktop.rollback;

import com.maily.console.desktop.theme.Palette;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.PaintedRegion;
import com.maily.console.desktop.widget.RtoRing;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** When one component goes back, on the time scale that all rows share. */
final class RollbackBars extends PaintedRegion {

    /**
     * The scale all bars share.
     *
     * @param whole what the full width stands for
     * @param now   where the now line stands, empty before the start and after the end
     */
    record Frame(Duration whole, Optional<Duration> now) {
        static final Frame EMPTY = new Frame(Duration.ofMinutes(1), Optional.empty());

        static Frame of(RollbackModel model) {
            Duration longest = model.rows().stream().map(row -> row.begins().plus(row.lasts())).reduce(model.needs(),
                    (a, b) -> a.compareTo(b) >= 0 ? a : b);
            boolean running = model.mood() == RollbackModel.Mood.GOING_BACK;
            Duration whole = running && model.running().compareTo(longest) > 0 ? model.running() : longest;
            return new Frame(whole.isZero() ? Duration.ofMinutes(1) : whole, running ? Optional.of(model.running()) : Optional.empty());
        }

        String title() {
            return "0 to " + RtoRing.clock(whole);
        }

        double share(Duration at) {
            return Math.clamp(at.toMillis() / (double) whole.toMillis(), 0, 1);
        }
    }

    private Frame frame = Frame.EMPTY;
    private State state = State.PLANNED;
    private Duration begins = Duration.ZERO;
    private Duration lasts = Duration.ZERO;
    private double part;

    RollbackBars(Theme theme) {
        super(theme);
        setMinSize(60, 30);
        setPrefSize(150, 36);
    }

    void show(RollbackRow row, Frame scale) {
        frame = scale;
        state = row.state();
        begins = row.begins();
        lasts = row.lasts();
        part = row.part();
        setAccessibleText(row.component() + " starts after " + RtoRing.clock(begins) + " and takes " + RtoRing.clock(lasts));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        Palette palette = palette();
        double y = height / 2;
        canvas.setFill(palette.b4());
        canvas.fillRect(0, y - 1, width, 2);
        double from = frame.share(begins) * width;
        double wide = Math.max(6, frame.share(lasts) * width);
        from = Math.min(from, width - wide);
        if (!lasts.isZero()) {
            bar(canvas, palette, from, wide, y);
        }
        frame.now().ifPresent(now -> {
            canvas.setFill(palette.t1());
            canvas.fillRect(Math.min(width - 2, frame.share(now) * width), 0, 2, height);
        });
    }

    private void bar(GraphicsContext canvas, Palette palette, double from, double wide, double y) {
        boolean moving = part > 0;
        canvas.setFill(palette.b1());
        canvas.fillRoundRect(from, y - 5, wide, 10, 4, 4);
        if (moving) {
            canvas.setFill(state.colour(palette));
            canvas.fillRoundRect(from, y - 5, wide * part, 10, 4, 4);
        }
        if (part < 1) {
            canvas.setStroke(moving ? state.colour(palette) : palette.t2());
            canvas.setLineDashes(moving || state == State.QUEUED ? new double[] {3, 2} : new double[0]);
            canvas.strokeRoundRect(from + 0.5, y - 4.5, wide - 1, 9, 4, 4);
            canvas.setLineDashes();
        }
    }
}
