package com.maily.console.core.port;

/**
 * An amount of computing: used, asked for or allowed.
 *
 * @param millicores thousandths of a processor; 0 where none is set
 * @param bytes      of memory; 0 where none is set
 */
public record Compute(long millicores, long bytes) {

    public static final Compute NONE = new Compute(0, 0);

    public Compute plus(Compute other) {
        return new Compute(millicores + other.millicores, bytes + other.bytes);
    }
}
