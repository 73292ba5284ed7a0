package com.maily.console.app;

import com.maily.console.cli.Mailyctl;
import java.io.PrintWriter;

/** Starts the command line. */
public final class MailyctlMain {

    private MailyctlMain() { }

    public static void main(String[] arguments) {
        int code = Mailyctl.run(new Wiring("mailyctl"), new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        System.exit(code);
    }
}
