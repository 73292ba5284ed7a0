package com.maily.console.desktop.health;

import java.net.URI;

/** What a person can do on the health screen; it changes nothing anywhere. */
interface HealthActions {
    void faultsOnly(boolean only);

    void filter(String words);

    void copy(String text);

    void open(URI address);
}
