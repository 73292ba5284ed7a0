package com.maily.console.app;

import com.maily.console.core.port.KeptWatch;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.app.Desk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The console with its window on the fleet screen, as a program: says how much memory it takes once it knows so many pods. */
final class ConsoleWithPods {

    static final String TAKES = "resident and used bytes: ";
    private static final int FLEET = 5;
    /** Long enough for the metrics to have come and some pages to have been drawn. */
    private static final long LOOKED_AT_SECONDS = 20;

    private ConsoleWithPods() { }

    /** @param arguments workspace, journal, number of pods */
    public static void main(String[] arguments) throws Exception {
        Display.doWithout();
        int wanted = Integer.parseInt(arguments[2]);
        try (Desk.Opening opening = Desk.begin();
             Session session = new Session.Real(Path.of(arguments[0]), Optional.of(Path.of(arguments[1])));
             Desk desk = opening.open(session.console(), "production", true)) {
            desk.go(FLEET);
            Set<String> known = ConcurrentHashMap.newKeySet();
            LinkedBlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
            Pods pods = session.console().platforms("production").pods().orElseThrow();
            try (Subscription _ = new KeptWatch("count", () -> pods.watch(change -> {
                change.changed().forEach(pod -> known.add(pod.key()));
                sizes.add(known.size());
            }), why -> System.out.println(why.sentence()))) {
                while (sizes.take() < wanted) {
                    System.out.println(known.size() + " pods known");
                }
            }
            known.clear();
            new CountDownLatch(1).await(LOOKED_AT_SECONDS, TimeUnit.SECONDS);
            long resident = resident();
            System.gc();
            System.gc();
            System.out.println(TAKES + resident + " " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        System.exit(0);
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElseThrow();
    }
}
