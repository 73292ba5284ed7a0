package com.maily.console.desktop.rollback;

import com.maily.console.desktop.widget.State;
import java.time.Duration;

/**
 * One component in the rollback table.
 *
 * @param how    how its platform goes back: {@code Kubernetes rollout undo}
 * @param share  the canary share it has now, empty when none is known
 * @param result before the start what the preflight says, afterwards what was read back
 * @param wave   1 for the first to go
 * @param begins when it starts, counted from the start of the rollback, and {@code lasts} for how long
 * @param part   how much of it is done, 0 to 1
 */
record RollbackRow(int number, String component, boolean included, String how, String now, String share, String to, State state,
                   String result, String detail, int wave, Duration begins, Duration lasts, double part) { }
