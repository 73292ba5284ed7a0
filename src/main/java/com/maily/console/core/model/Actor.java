package com.maily.console.core.model;

/**
 * Who caused something: a person by the operating system's user name, or a part of the console.
 *
 * @param name   {@code release-manager}, {@code system}
 * @param source where it came from: {@code Console}, {@code mailyctl}, {@code Kubernetes}, {@code Vercel}, {@code Prometheus}
 */
public record Actor(String name, String source) {
    public static final Actor SYSTEM = new Actor("system", "Console");

    public static Actor system(String source) {
        return new Actor("system", source);
    }
}
