package com.maily.console.sandbox.argocd;

/** What Argo CD answers instead of doing it: an HTTP status and a gRPC code, with its own words. */
public final class ArgoRefusal extends RuntimeException {

    private final int status;
    private final int code;

    private ArgoRefusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ArgoRefusal invalid(String message) {
        return new ArgoRefusal(400, 3, message);
    }

    static ArgoRefusal precondition(String message) {
        return new ArgoRefusal(400, 9, message);
    }

    static ArgoRefusal denied(String message) {
        return new ArgoRefusal(403, 7, message);
    }

    static ArgoRefusal missing(String name) {
        return new ArgoRefusal(404, 5, "applications.argoproj.io \"" + name + "\" not found");
    }

    static ArgoRefusal unauthenticated() {
        return new ArgoRefusal(401, 16, "no session information");
    }

    static ArgoRefusal unavailable(String message) {
        return new ArgoRefusal(503, 14, message);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
