package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Mutes;
import com.maily.console.core.port.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A monitoring system in memory, with mutes that end by themselves, and that can be away. */
final class HandMutes implements Mutes {

    final Map<String, Window> there = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    boolean away;
    private final Time time;

    HandMutes(Time time) {
        this.time = time;
    }

    @Override
    public String system() {
        return "Hand";
    }

    @Override
    public List<Mute> of(String deployment) {
        answer();
        return there.entrySet().stream().filter(one -> one.getValue().deployment().equals(deployment)
                        && one.getValue().until().isAfter(time.instant()))
                .map(one -> new Mute(one.getKey(), time.instant(), one.getValue().until(), one.getValue().why())).toList();
    }

    @Override
    public String mute(Window window) {
        answer();
        asked.add("mute");
        there.put(window.deployment(), window);
        return "seen.";
    }

    @Override
    public String unmute(Mute mute) {
        answer();
        asked.add("unmute");
        there.remove(mute.id());
        return "gone.";
    }

    private void answer() {
        if (away) {
            throw new FailureException(new Failure.Unreachable("Asking Hand failed", "Nobody answered.", "Try again."));
        }
    }
}
