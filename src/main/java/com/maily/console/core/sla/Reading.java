package com.maily.console.core.sla;

/**
 * What was measured for one objective; {@code NaN} where the source had nothing, which is never zero.
 *
 * @param value   of the track that is judged, in the objective's unit
 * @param stable  of the stable track beside it, NaN when there is nothing to compare with
 * @param samples requests behind {@code value}, NaN when the objective asks for no minimum
 */
record Reading(double value, double stable, double samples) { }
