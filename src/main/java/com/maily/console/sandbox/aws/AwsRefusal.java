package com.maily.console.sandbox.aws;

/** A request AWS refuses, with the code it gives. */
final class AwsRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    AwsRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static AwsRefusal invalid(String message) {
        return new AwsRefusal(400, "ValidationError", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
