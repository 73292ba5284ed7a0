package com.maily.console.app;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.app.Desk;
import com.maily.console.sandbox.world.Scenario;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** The console with its window and a scripted person, as a program: deploys, rolls back, and says how much memory it then holds. */
final class ConsoleAfterRun {

    static final String USED = "used bytes after collection: ";

    private static final String PRODUCTION = "production";

    private ConsoleAfterRun() { }

    public static void main(String[] files) throws Exception {
        Display.doWithout();
        try (Desk.Opening opening = Desk.begin();
             Session session = new Session.Real(Path.of(files[0]), Optional.of(Path.of(files[1])));
             Desk desk = opening.open(session.console(), PRODUCTION, true)) {
            for (int screen = 0; screen < desk.screens().size(); screen++) {
                desk.go(screen);
            }
            desk.go(0);
            run(session.console());
            System.gc();
            System.gc();
            System.out.println(USED + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        System.exit(0);
    }

    private static void run(Console console) throws InterruptedException {
        Operator operator = new Operator(console.commands(), PRODUCTION);
        LinkedBlockingQueue<History> news = new LinkedBlockingQueue<>();
        Outcome.require(operator.deploy(Scenario.NEW));
        try (Subscription _ = console.journal().follow(news::add)) {
            while (!rolledBack(news.take())) {
                operator.look(console.journal().history());
            }
        }
    }

    private static boolean rolledBack(History history) {
        return history.newest(PRODUCTION).filter(run -> run.goesBack() && run.status() == Deployment.Status.SUCCEEDED).isPresent();
    }
}
