package com.maily.console.desktop.app;

import javafx.animation.AnimationTimer;

/** Notes in the log when the window has been drawn for the first time, so that anyone can measure how long a start takes. */
final class FirstFrame extends AnimationTimer {

    private static final System.Logger LOG = System.getLogger(FirstFrame.class.getName());

    private int pulses;

    @Override
    public void handle(long now) {
        // The second pulse begins when what the first one brought has been handed to the screen.
        if (++pulses == 2) {
            stop();
            LOG.log(System.Logger.Level.DEBUG, "The first frame has been drawn.");
        }
    }
}
