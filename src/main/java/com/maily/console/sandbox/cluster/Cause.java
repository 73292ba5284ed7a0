package com.maily.console.sandbox.cluster;

/** One field of an object that the server refuses, and why. */
record Cause(String reason, String message, String field) {

    static Cause invalid(String field, String value, String why) {
        return new Cause("FieldValueInvalid", "Invalid value: " + value + ": " + why, field);
    }

    static Cause required(String field) {
        return new Cause("FieldValueRequired", "Required value", field);
    }

    String sentence() {
        return field + ": " + message;
    }
}
