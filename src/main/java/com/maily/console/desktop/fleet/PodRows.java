package com.maily.console.desktop.fleet;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/** The table's rows: taking a new page tells the table no more than what really changed, in one notification. */
final class PodRows extends ModifiableObservableListBase<PodRow> {

    private final List<PodRow> rows = new ArrayList<>();

    void become(List<PodRow> next) {
        if (!sameOrder(next)) {
            setAll(next);
            return;
        }
        beginChange();
        for (int i = 0; i < next.size(); i++) {
            // A row that did not change is the same object as before.
            if (rows.get(i) != next.get(i)) {
                set(i, next.get(i));
            }
        }
        endChange();
    }

    private boolean sameOrder(List<PodRow> next) {
        if (next.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < next.size(); i++) {
            if (rows.get(i) != next.get(i) && !rows.get(i).pod().key().equals(next.get(i).pod().key())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public PodRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean setAll(java.util.Collection<? extends PodRow> next) {
        beginChange();
        List<PodRow> before = new ArrayList<>(rows);
        rows.clear();
        rows.addAll(next);
        nextReplace(0, rows.size(), before);
        endChange();
        return true;
    }

    @Override
    protected void doAdd(int index, PodRow row) {
        rows.add(index, row);
    }

    @Override
    protected PodRow doSet(int index, PodRow row) {
        return rows.set(index, row);
    }

    @Override
    protected PodRow doRemove(int index) {
        return rows.remove(index);
    }
}
