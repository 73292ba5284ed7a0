package com.maily.console.core.port;

/**
 * What somebody should know before a component goes back to a revision.
 *
 * @param forbids whether it must not be done at all
 * @param why     one plain sentence
 */
public record Caution(boolean forbids, String why) { }
