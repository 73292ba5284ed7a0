package com.maily.console.desktop;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A journal in memory that begins with given entries. */
public final class StoryJournal implements Journal {
    private final List<Entry> entries;
    private final List<Consumer<History>> followers = new CopyOnWriteArrayList<>();

    public StoryJournal(List<Entry> entries) {
        this.entries = new ArrayList<>(entries);
    }

    @Override
    public synchronized Entry append(String deployment, Actor actor, Event event) {
        Entry entry = new Entry(entries.size() + 1L, Story.NOW, deployment, actor, event, Entry.GENESIS, Entry.GENESIS);
        entries.add(entry);
        followers.forEach(follower -> follower.accept(history()));
        return entry;
    }

    @Override
    public synchronized List<Entry> read(long afterSequence, int limit) {
        return entries.stream().filter(entry -> entry.sequence() > afterSequence).limit(limit).toList();
    }

    @Override
    public synchronized History history() {
        return History.of(entries);
    }

    @Override
    public synchronized ChainCheck verify() {
        return new ChainCheck(entries.size(), 0, "");
    }

    @Override
    public Subscription follow(Consumer<History> listener) {
        followers.add(listener);
        listener.accept(history());
        return () -> followers.remove(listener);
    }

    @Override
    public void close() {
        followers.clear();
    }
}
