package com.maily.console.desktop.rollback;

import com.maily.console.desktop.widget.State;

/** One line of the verification that follows a rollback. @param progress what was read back, or how far it is */
record RollbackCheck(String title, State state, String progress) { }
