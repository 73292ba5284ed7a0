package com.maily.console.sandbox.alertmanager;

import com.maily.console.core.port.Mutes;
import java.util.List;
import java.util.Optional;

/** Silences of one of the sandbox's environments, in memory. */
public final class SandboxMutes implements Mutes {

    private static final String AUTHOR = "Maily Console";

    private final AlertWorld world;
    private final String environment;

    public SandboxMutes(AlertWorld world, String environment) {
        this.world = world;
        this.environment = environment;
    }

    @Override
    public String system() {
        return "Alertmanager";
    }

    @Override
    public List<Mute> of(String deployment) {
        return world.silences().stream().filter(one -> one.by().equals(AUTHOR) && one.comment().endsWith(mark(deployment)))
                .filter(one -> !one.state(world.now()).equals("expired"))
                .map(one -> new Mute(one.id(), one.from(), one.until(), one.comment())).toList();
    }

    private String mark(String deployment) {
        return "[" + deployment + " in " + environment + "]";
    }

    @Override
    public String mute(Window window) {
        Optional<Mute> there = of(window.deployment()).stream().findFirst();
        String id = world.post(new HeldSilence(there.map(Mute::id).orElse(""),
                List.of(new SilenceMatcher("environment", environment, false, true)), there.map(Mute::from).orElse(world.now()),
                window.until(), AUTHOR, window.why() + " " + mark(window.deployment()), world.now()));
        return "Silence " + id + " lasts until " + window.until() + ".";
    }

    @Override
    public String unmute(Mute mute) {
        return world.expire(mute.id()) ? "Silence " + mute.id() + " ended " + world.now() + "."
                : "Silence " + mute.id() + " is not there any more.";
    }
}
