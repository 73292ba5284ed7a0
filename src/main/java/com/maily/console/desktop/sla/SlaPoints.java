package com.maily.console.desktop.sla;

import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.desktop.widget.ChartPoints;
import java.util.HashMap;
import java.util.Map;

/** Makes a curve fit for drawing, and only anew when there is a new one. For one thread at a time. */
final class SlaPoints {

    private record Made(MetricCurve curve, ChartPoints points) { }

    private final Map<MetricLine, Made> made = new HashMap<>();

    ChartPoints of(MetricCurve curve) {
        return made.compute(curve.line(), (_, before) -> before != null && before.curve() == curve ? before
                : new Made(curve, ChartPoints.of(curve.samples()))).points();
    }
}
