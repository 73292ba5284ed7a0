package com.maily.console.core.sla.judge;

/** Where an effect lies, with the confidence the maker promises; the upper end may be infinite. */
public record Interval(double lower, double upper) {

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
