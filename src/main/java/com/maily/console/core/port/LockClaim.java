package com.maily.console.core.port;

/**
 * Why somebody wants an environment for themselves, as others read it.
 *
 * @param owner      the person: {@code release-manager}
 * @param console    the program they use: {@code mailyctl}
 * @param deployment the run it is for, empty when there is none
 */
public record LockClaim(String owner, String reason, String console, String deployment) { }
