package com.maily.console.desktop.analysis;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts words on the clipboard. */
final class Copying {

    private Copying() { }

    static void text(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
