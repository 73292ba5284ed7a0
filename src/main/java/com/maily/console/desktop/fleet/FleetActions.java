package com.maily.console.desktop.fleet;

import java.util.Optional;

/** What can be asked for on the fleet screen. Nothing of it changes anything outside unconfirmed. Called on the FX thread. */
interface FleetActions {

    /** Shows one cell's pods; the same cell again shows all. */
    void select(Seat seat);

    /** @param pod its key, empty for none */
    void pod(Optional<String> pod);

    void filter(String words);

    void faultsOnly(boolean only);

    void sort(PodColumn column, boolean descending);

    /** Follows another container of the selected pod. @param previous the one before its last restart */
    void container(String name, boolean previous);

    /** Shows what differs from Git, and asks which of it is to be made as Git says. */
    void syncDrift();
}
