package com.maily.console.sandbox.vercel;

/** The sandbox's Vercel says no, with the status, code and message the real one would use. */
public final class VercelRefusal extends RuntimeException {

    private final int status;
    private final String code;

    public VercelRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
