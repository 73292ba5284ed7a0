package com.maily.console.sandbox.datadog;

/** What Datadog answers instead of doing it. */
final class DatadogRefusal extends RuntimeException {

    private final int status;

    private DatadogRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static DatadogRefusal bad(String message) {
        return new DatadogRefusal(400, message);
    }

    static DatadogRefusal forbidden() {
        return new DatadogRefusal(403, "Forbidden");
    }

    static DatadogRefusal missing(String what) {
        return new DatadogRefusal(404, what + " not found");
    }

    int status() {
        return status;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
