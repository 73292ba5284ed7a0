package com.maily.console.core.port;

/**
 * One container's output.
 *
 * @param container empty for the pod's main one
 * @param previous  of the container before its last restart, instead of the present one
 * @param tail      how many of the lines that are there already come first
 */
public record LogSource(String namespace, String pod, String container, boolean previous, int tail) { }
