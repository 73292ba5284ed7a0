package com.maily.console.sandbox.vercel;

import java.util.Optional;

/**
 * How the edge splits the frontend's traffic now, for the model that makes its metrics.
 *
 * @param canaryPercent 0 to 100, 0 when there is no rolling release
 */
public record FrontendTraffic(double canaryPercent, Optional<String> canaryVersion, String stableVersion) { }
