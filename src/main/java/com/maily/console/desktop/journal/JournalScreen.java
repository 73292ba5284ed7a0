package com.maily.console.desktop.journal;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal.ChainCheck;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.shell.Badge;
import com.maily.console.desktop.shell.Screen;
import com.maily.console.desktop.widget.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/** Reads and checks the journal away from the FX thread and shows what was read. */
public final class JournalScreen implements Screen, JournalActions {

    private final Console console;
    private final Runnable export;
    private final JournalView view;
    private final JournalPages pages;
    private final Latest<JournalModel> models;
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    /** All reading happens here, one thing after the other. */
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("journal reader").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean verifying = new AtomicBoolean();
    private final Subscription followed;
    private volatile History history = History.EMPTY;
    private volatile JournalFilter filter = JournalFilter.ALL;
    private volatile Optional<JournalModel.Chain> chain = Optional.empty();
    private volatile boolean inView;

    /** @param export asks where to and writes the journal as JSON lines; called on the FX thread */
    public JournalScreen(Console console, Ages ages, Runnable export) {
        this.console = console;
        this.export = export;
        this.pages = new JournalPages(console.journal());
        this.view = new JournalView(ages, this);
        this.models = new Latest<>(this::show);
        this.followed = console.journal().follow(newest -> {
            history = newest;
            refresh();
        });
    }

    @Override
    public String title() {
        return "Journal";
    }

    @Override
    public String icon() {
        return "fth-book-open";
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public ReadOnlyObjectProperty<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    @Override
    public void shown(boolean nowInView) {
        inView = nowInView;
        if (nowInView) {
            refresh();
            if (chain.isEmpty()) {
                verify();
            }
        }
    }

    @Override
    public boolean handles(Action action) {
        return switch (action) {
            case FILTER, VERIFY, EXPORT, JOURNAL -> true;
            default -> false;
        };
    }

    @Override
    public void act(Action action) {
        switch (action) {
            case FILTER -> view.filter().words().requestFocus();
            case VERIFY -> verify();
            case EXPORT -> export();
            default -> { }
        }
    }

    @Override
    public void leads(Consumer<Action> act) {
        view.leads(() -> act.accept(Action.START));
    }

    @Override
    public void close() {
        followed.close();
        reader.shutdownNow();
    }

    @Override
    public void filter(JournalFilter wanted) {
        filter = wanted;
        refresh();
    }

    @Override
    public void older() {
        read(() -> publish(pages.older(history)));
    }

    @Override
    public void export() {
        export.run();
    }

    /** Recomputes the whole chain on a thread of its own: a long journal must not hold up the list. */
    @Override
    public void verify() {
        if (verifying.compareAndSet(false, true)) {
            Thread.ofVirtual().name("journal check").start(() -> {
                ChainCheck check = checked();
                chain = Optional.of(new JournalModel.Chain(check, console.time().instant()));
                verifying.set(false);
                read(() -> publish(check.holds() ? pages.refresh(history) : pages.downTo(check.firstBad(), history)));
            });
        }
    }

    private ChainCheck checked() {
        try {
            return console.journal().verify();
        } catch (FailureException e) {
            return new ChainCheck(history.size(), Math.max(1, history.size()), e.failure().sentence());
        }
    }

    /** Asked for many times before it happens, it happens once. */
    private void refresh() {
        if (inView && asked.compareAndSet(false, true)) {
            read(() -> {
                asked.set(false);
                publish(pages.refresh(history));
            });
        }
    }

    private void read(Runnable reading) {
        try {
            reader.execute(reading);
        } catch (RejectedExecutionException e) {
            asked.set(false); // The screen was closed meanwhile.
        }
    }

    private void publish(List<JournalRow> rows) {
        models.publish(JournalModel.of(rows, history.size(), filter, chain));
    }

    private void show(JournalModel model) {
        badge.set(model.firstBad() == 0 ? Badge.NONE : new Badge(1, State.FAILED));
        view.show(model);
    }

    JournalView view() {
        return view;
    }
}
