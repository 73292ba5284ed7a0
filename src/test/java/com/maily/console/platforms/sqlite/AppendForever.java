package com.maily.console.platforms.sqlite;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Time;
import java.nio.file.Path;

/** A program that appends from several threads and prints each entry's number and hash once it is durable, until it is killed. */
final class AppendForever {

    private AppendForever() { }

    public static void main(String[] arguments) {
        Journal journal = SqliteJournal.open(Path.of(arguments[0]), Time.WALL, new Actor("crash-test", "Console"));
        for (int i = 0; i < 4; i++) {
            Thread.ofPlatform().start(() -> append(journal));
        }
    }

    private static void append(Journal journal) {
        for (long i = 0; ; i++) {
            Entry entry = journal.append("d-1", Actor.SYSTEM, new Event.StepNoted("1.1", "note " + i));
            System.out.print(entry.sequence() + " " + entry.hash() + "\n");
            System.out.flush();
        }
    }
}
