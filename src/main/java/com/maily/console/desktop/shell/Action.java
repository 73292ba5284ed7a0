package com.maily.console.desktop.shell;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Everything that can be asked for by key, palette or help: one list, so that all three agree. */
public enum Action {
    PALETTE("palette", "Do or find something", "fth-search", key(KeyCode.K, KeyCombination.CONTROL_DOWN), false),
    REVIEW("review", "Review what needs you", "fth-eye", key(KeyCode.A), false),
    PAUSE("pause", "Pause or resume this run", "fth-pause", key(KeyCode.P), false),
    ROLL_BACK("roll-back", "Roll back the selected component", "fth-rotate-ccw", key(KeyCode.R), true),
    ROLL_BACK_ALL("roll-back-all", "Roll back everything", "fth-rotate-ccw",
            key(KeyCode.R, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN), true),
    DRY_RUN("dry-run", "Rehearse the rollback, send nothing", "fth-eye", key(KeyCode.D), false),
    REVISIONS("revisions", "Undo one component to a revision", "fth-corner-up-left", key(KeyCode.U), false),
    START("start", "Start a rollout", "fth-play", key(KeyCode.S, KeyCombination.CONTROL_DOWN), false),
    NOW("now", "Show what runs now", "fth-crosshair", key(KeyCode.N), false),
    LOG("log", "Enlarge the log", "fth-maximize-2", key(KeyCode.L), false),
    TABLE("table", "Show as a table, or back", "fth-grid", key(KeyCode.T), false),
    COPY_COMMAND("copy-command", "Copy the equivalent command", "fth-terminal", key(KeyCode.K), false),
    COPY_STATUS("copy-status", "Copy the status", "fth-copy", key(KeyCode.C), false),
    ALERTS("alerts", "Show what fires", "fth-bell", key(KeyCode.B), false),
    GRAFANA("grafana", "Open in Grafana", "fth-external-link", key(KeyCode.G), false),
    JOURNAL("journal", "Open the journal", "fth-book-open", key(KeyCode.J, KeyCombination.CONTROL_DOWN), false),
    ANALYSIS("analysis", "Ask the judge about a window", "fth-bar-chart-2",
            key(KeyCode.J, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN), false),
    FILTER("filter", "Filter", "fth-filter", key(KeyCode.SLASH), false),
    FAULTS("faults", "Show faults only, or everything", "fth-alert-triangle", key(KeyCode.F), false),
    VERIFY("verify", "Verify the journal", "fth-check-square", key(KeyCode.V), false),
    EXPORT("export", "Export the journal, or save a chart", "fth-download", key(KeyCode.X), false),
    LOCK("lock", "Show who holds the lock, take it over or break it", "fth-lock",
            key(KeyCode.L, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN), false),
    ENVIRONMENT("environment", "Switch the environment", "fth-layout",
            key(KeyCode.E, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN), false),
    THEME("theme", "Switch between dark and light", "fth-eye",
            key(KeyCode.D, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN), false),
    HELP("help", "Show the keys", "fth-info", key(KeyCode.F1), false),
    RESTORE_SYNC("restore-sync", "Restore auto-sync where that changes nothing", "fth-refresh-cw",
            key(KeyCode.G, KeyCombination.CONTROL_DOWN), false),
    SYNC_DRIFT("sync-drift", "Make what drifts be as Git says", "fth-git-merge", key(KeyCode.Y), false),
    NEXT_REGION("next-region", "Go to the next region", "fth-arrow-right", key(KeyCode.F6), false);

    private final String id;
    private final String text;
    private final String icon;
    private final KeyCodeCombination shortcut;
    private final boolean held;

    Action(String id, String text, String icon, KeyCodeCombination shortcut, boolean held) {
        this.id = id;
        this.text = text;
        this.icon = icon;
        this.shortcut = shortcut;
        this.held = held;
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    public String icon() {
        return icon;
    }

    /** As it is printed on a key: {@code Ctrl Shift R}. */
    public String keys() {
        return shortcut.getDisplayText().replace("+", " ").replace("Slash", "/");
    }

    /** Whether its key must be held for it to happen. */
    public boolean held() {
        return held;
    }

    boolean plain() {
        return shortcut.getControl() != KeyCombination.ModifierValue.DOWN && !shortcut.getCode().isFunctionKey();
    }

    static Optional<Action> of(KeyEvent event) {
        for (Action action : values()) {
            if (action.shortcut.match(event)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    KeyCode code() {
        return shortcut.getCode();
    }

    private static KeyCodeCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
