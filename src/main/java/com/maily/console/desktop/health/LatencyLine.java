package com.maily.console.desktop.health;

import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.HealthReading.Past;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.PaintedRegion;
import java.time.Duration;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** The last latencies of one endpoint: a line that is broken where nothing answered, which a mark at the foot says instead. */
final class LatencyLine extends PaintedRegion {

    private static final int MOST = 60;

    private List<Past> past = List.of();
    private Duration slow = Duration.ZERO;
    private boolean stale;

    LatencyLine(Theme theme) {
        super(theme);
        setMinSize(60, 22);
        setPrefSize(120, 22);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(HealthReading reading, boolean isStale) {
        past = reading.past();
        slow = reading.check().slow();
        stale = isStale;
        long missing = past.stream().filter(one -> one.latency().isEmpty()).count();
        setAccessibleText(past.size() + " readings" + (missing > 0 ? ", " + missing + " without an answer" : "")
                + (isStale ? ", stale" : ""));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        double longest = past.stream().flatMap(one -> one.latency().stream()).mapToDouble(Duration::toMillis).max().orElse(0);
        // The limit is drawn where the line comes near it; far away it would press the line flat.
        boolean near = longest >= slow.toMillis() * 0.6;
        double top = Math.max(1, (near ? Math.max(longest, slow.toMillis()) : longest) * 1.1);
        if (near) {
            canvas.setStroke(palette().t3());
            canvas.setLineDashes(4, 3);
            double y = y(slow.toMillis(), top, height);
            canvas.strokeLine(0, y, width, y);
            canvas.setLineDashes();
        }
        canvas.setStroke(stale ? palette().t3() : palette().t1());
        canvas.setFill(stale ? palette().t3() : palette().fail());
        canvas.setLineWidth(1.4);
        double step = (width - 6) / (MOST - 1);
        double x = width - 4 - step * (past.size() - 1);
        canvas.beginPath();
        boolean drawn = false;
        for (Past one : past) {
            if (one.latency().isEmpty()) {
                canvas.fillRect(x - 1, height - 6, 2.5, 5);
            } else if (drawn) {
                canvas.lineTo(x, y(one.latency().get().toMillis(), top, height));
            } else {
                canvas.moveTo(x, y(one.latency().get().toMillis(), top, height));
            }
            drawn = one.latency().isPresent();
            x += step;
        }
        canvas.stroke();
        end(canvas, width, height, top);
    }

    /** The newest reading, so that one alone can be seen too. */
    private void end(GraphicsContext canvas, double width, double height, double top) {
        if (!past.isEmpty() && past.getLast().latency().isPresent() && !stale) {
            canvas.setFill(switch (past.getLast().state()) {
                case UP, UNKNOWN -> palette().t1();
                case DEGRADED -> palette().waiting();
                case DOWN -> palette().fail();
            });
            canvas.fillOval(width - 6.5, y(past.getLast().latency().get().toMillis(), top, height) - 2.5, 5, 5);
        }
    }

    private static double y(double millis, double top, double height) {
        return height - 3 - Math.min(1, millis / top) * (height - 6);
    }
}
