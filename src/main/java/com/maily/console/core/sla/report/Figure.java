package com.maily.console.core.sla.report;

import java.util.List;
import java.util.Optional;

/**
 * A chart of an analysis as data, so that the screen and an exported file cannot draw it differently.
 *
 * @param summary what it shows in one sentence, for those who do not see it
 * @param band    where the judge says the truth lies, empty when it could not tell
 * @param note    stands where the curves would be when there is nothing to draw; empty otherwise
 */
public record Figure(String title, String summary, Axis across, Axis up, List<Curve> curves, Optional<Band> band,
                     List<Mark> marks, String note) {

    /** What something drawn stands for; colour and dash follow from it. */
    public enum Tone { STABLE, CANARY, DIFFERENCE, LIMIT, EFFECT, EVEN }

    public record Point(double x, double y) { }

    /** One line. @param stretches its pieces; between two of them there is no data, and nothing may join them */
    public record Curve(String name, Tone tone, List<List<Point>> stretches) {
        public Curve {
            stretches = stretches.stream().map(List::copyOf).toList();
        }

        /** The point nearest to a place across, empty when none is within {@code reach}. */
        public Optional<Point> nearest(double x, double reach) {
            return stretches.stream().flatMap(List::stream).filter(point -> Math.abs(point.x() - x) <= reach)
                    .min((one, other) -> Double.compare(Math.abs(one.x() - x), Math.abs(other.x() - x)));
        }
    }

    /** A span of the upright axis; its upper end may be infinite. */
    public record Band(double low, double high, String label) { }

    /** A straight line through the figure. @param upright whether it stands at a value across, not at a height */
    public record Mark(double at, boolean upright, Tone tone, String label) { }

    public Figure {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    public boolean empty() {
        return curves.stream().allMatch(curve -> curve.stretches().isEmpty());
    }
}
