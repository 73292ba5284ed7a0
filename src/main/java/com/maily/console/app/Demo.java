package com.maily.console.app;

import com.maily.console.cli.EventLine;
import com.maily.console.cli.ExitCode;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.IncidentReport;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.JournalExport;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.app.Desk;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The start command on a machine without a display: the console over the wire on a sandbox, its window drawn into memory, and a scripted person at the
 * controls. Prints the timeline, and leaves pictures, journal and incident report behind.
 */
final class Demo {

    private static final Path FOLDER = Path.of("target", "demo");
    private static final String PRODUCTION = "production";
    private static final Duration LONGEST = Duration.ofSeconds(110);

    private final String scenario;
    private final long seed;
    private final double rate;

    Demo(String scenario, long seed, double rate) {
        this.scenario = scenario;
        this.seed = seed;
        this.rate = rate;
    }

    ExitCode play() throws Exception {
        Display.doWithout();
        clear(FOLDER);
        System.out.printf("There is no display, so this plays %s by itself. The sandbox's clock runs %.0f times as fast as the wall's.%n", scenario, rate);
        try (Desk.Opening opening = Desk.begin(); Session.Boxed session = new Session.Boxed(Box.start(scenario, seed, rate, Places.made(FOLDER)));
             Desk desk = opening.open(session.console(), PRODUCTION, true)) {
            session.begin();
            boolean ended = watch(session, new Photographer(desk, Places.made(FOLDER.resolve("pictures"))));
            return conclude(session, ended);
        }
    }

    /** Looks at each piece of news once: prints it, takes pictures of it, and only then lets the person do what it asks. */
    private boolean watch(Session.Boxed session, Photographer photographer) throws InterruptedException {
        Journal journal = session.console().journal();
        Operator operator = session.operator();
        LinkedBlockingQueue<History> news = new LinkedBlockingQueue<>();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        long seen = 0;
        try (Subscription _ = journal.follow(news::add)) {
            while (System.nanoTime() < deadline) {
                History history = news.poll(1, TimeUnit.SECONDS);
                if (history == null || history.size() <= seen) {
                    continue;
                }
                for (Entry entry : journal.read(seen, (int) (history.size() - seen))) {
                    history.deployment(entry.deployment()).ifPresent(run -> System.out.println(EventLine.of(entry, run)));
                    photographer.look(entry);
                }
                seen = history.size();
                operator.look(history);
                if (history.active(PRODUCTION).isEmpty() && journal.history().active(PRODUCTION).isEmpty()) {
                    photographer.atTheEnd();
                    return true;
                }
            }
        }
        return false;
    }

    private ExitCode conclude(Session.Boxed session, boolean ended) throws IOException {
        Console console = session.console();
        Deployment last = console.journal().history().newest(PRODUCTION).orElseThrow();
        try (Writer out = Files.newBufferedWriter(FOLDER.resolve("journal.jsonl"))) {
            JournalExport.write(console.journal(), out);
        }
        Files.writeString(FOLDER.resolve("incident.md"),
                IncidentReport.of(console.journal().history(), console.journal().read(0, Integer.MAX_VALUE), last.id(),
                        console.workspace().environment(PRODUCTION).map(Environment::recovery).orElse(Recovery.DEFAULT)));
        System.out.println("Pictures, journal and incident report are in " + FOLDER + ".");
        System.out.println(Outcome.sentence(last, console.time().instant()));
        return ended && Outcome.verified(session.box().world().scenario(), last) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
