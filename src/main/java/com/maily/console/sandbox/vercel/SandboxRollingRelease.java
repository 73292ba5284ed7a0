package com.maily.console.sandbox.vercel;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves the sandbox's frontend traffic stage by stage without a wire in between. */
public final class SandboxRollingRelease implements TrafficRouter {

    private final VercelWorld world;
    /**
     * The deployment given all traffic that nobody has called the stable one yet; empty otherwise. Guarded by the clock's lock.
     */
    private String full = "";

    public SandboxRollingRelease(VercelWorld world) {
        this.world = world;
    }

    @Override
    public Traffic observe(Component component) {
        return world.read(state -> state.active().map(release -> moving(state, release)).orElseGet(() -> resting(state)));
    }

    private static Traffic moving(VercelState state, RollingRelease release) {
        int told = aborting(state) ? 0 : release.target();
        String why = told == release.percent() ? "" : "the edge is still following";
        return new Traffic(Weight.ofPercent(told), Weight.ofPercent(release.percent()), why, "", release.updatedAt().toString(),
                state.now());
    }

    private Traffic resting(VercelState state) {
        Weight all = full.equals(state.production) ? Weight.FULL : Weight.ZERO;
        return new Traffic(all, all, "", "", "", state.now());
    }

    @Override
    public Reach reach(Component component) {
        return world.read(state -> new Reach.Only(
                Stream.concat(Stream.of(0), state.stages.stream()).map(Weight::ofPercent).toList(),
                "Vercel moves traffic only to the stages of the project's rolling release."));
    }

    @Override
    public String set(Component component, Weight weight) {
        return InMemory.ask(() -> world.read(state -> {
            if (weight.isZero()) {
                return abort(state);
            }
            List<Weight> stages = state.stages.stream().map(Weight::ofPercent).toList();
            if (!stages.contains(weight)) {
                throw InMemory.rejected("The frontend cannot take " + weight, "The stages are " + stages + ".",
                        "Choose one of them.");
            }
            return weight.isFull() ? complete(state) : climb(state, stages.indexOf(weight));
        }));
    }

    private String abort(VercelState state) {
        full = "";
        Optional<RollingRelease> active = state.active();
        if (active.isEmpty() || aborting(state)) {
            return "";
        }
        world.rollback(state.production);
        return "vercel rolling-release abort --dpl=" + active.get().canary();
    }

    private String climb(VercelState state, int wanted) {
        RollingRelease release = begun(state);
        if (wanted < release.stage()) {
            throw InMemory.rejected("A rolling release cannot go back to an earlier stage",
                    "It is at " + release.target() + " %.",
                    "Set 0 % to abort it, or go on.");
        }
        for (int stage = release.stage() + 1; stage <= wanted; stage++) {
            world.approveStage(stage, release.canary());
        }
        return "vercel rolling-release approve --dpl=" + release.canary() + " --currentStageIndex=" + Math.max(0, wanted - 1);
    }

    private String complete(VercelState state) {
        if (state.active().isEmpty() && completed(state)) {
            full = state.production;
            return "";
        }
        RollingRelease release = begun(state);
        world.completeRolling(release.canary());
        full = release.canary();
        return "vercel rolling-release complete --dpl=" + release.canary();
    }

    private static boolean completed(VercelState state) {
        return state.rolling != null && state.rolling.state() == RollingRelease.State.COMPLETE
                && state.rolling.canary().equals(state.production)
                && new Readout(state).pending(Track.CANARY).isEmpty();
    }

    private RollingRelease begun(VercelState state) {
        if (state.active().isEmpty()) {
            VercelDeployment canary = new Readout(state).pending(Track.CANARY)
                    .filter(deployment -> deployment.state() == VercelDeployment.State.READY)
                    .orElseThrow(() -> InMemory.rejected("There is no canary to send traffic to",
                            "No build is ready beside production.",
                            "Deploy one and wait until it is ready."));
            world.startRolling(canary.id());
        }
        return state.active().orElseThrow();
    }

    private static boolean aborting(VercelState state) {
        return state.alias != null && state.alias.running() && state.alias.to().equals(state.production);
    }
}
