package com.maily.console.sandbox.vercel;

import com.maily.console.sandbox.vercel.VercelDeployment.State;
import com.maily.console.sandbox.vercel.VercelDeployment.Substate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes deployments out of Git references: queued, initialized, built for about a minute, ready or failed. */
final class Builds {

    private final VercelState state;
    private final Consumer<VercelDeployment> whenReady;

    Builds(VercelState state, Consumer<VercelDeployment> whenReady) {
        this.state = state;
        this.whenReady = whenReady;
    }

    VercelDeployment create(String ref, String sha, String target, Map<String, String> meta, boolean autoAssign) {
        VercelDeployment queued = fresh(ref, sha, target, meta, autoAssign);
        state.put(queued);
        Duration building = Duration.ofSeconds(57 + state.random.nextInt(6));
        step(queued.id(), State.INITIALIZING, Duration.ofSeconds(3));
        step(queued.id(), State.BUILDING, Duration.ofSeconds(10));
        state.after(building.plusSeconds(10), () -> finish(queued.id()));
        return queued;
    }

    /** A deployment of the past that has had production traffic. */
    VercelDeployment past(String ref, Duration age) {
        VercelDeployment fresh = fresh(ref, state.hex(40), "production", Map.of(), true);
        VercelDeployment built = new VercelDeployment(fresh.id(), fresh.url(), fresh.ref(), fresh.sha(), fresh.target(),
                State.READY,
                Substate.PROMOTED, fresh.createdAt().minus(age), Optional.of(fresh.createdAt().minus(age).plusSeconds(10)),
                Optional.of(fresh.createdAt().minus(age).plusSeconds(71)), "", fresh.meta(), true);
        state.put(built);
        return built;
    }

    VercelDeployment cancel(String id) {
        VercelDeployment deployment = state.deployment(id);
        if (!deployment.unfinished()) {
            throw new VercelRefusal(400, "bad_request", "The deployment cannot be canceled because it is no longer building.");
        }
        state.put(deployment.with(State.CANCELED, state.now()));
        return state.deployment(id);
    }

    private VercelDeployment fresh(String ref, String sha, String target, Map<String, String> meta, boolean autoAssign) {
        String url = VercelState.PROJECT + "-" + state.hex(9) + "-maily.vercel.app";
        Map<String, String> all = new java.util.TreeMap<>(meta);
        all.putIfAbsent("githubCommitRef", ref);
        all.putIfAbsent("githubCommitSha", sha);
        return new VercelDeployment("dpl_" + state.letters(28), url, ref, sha, target, State.QUEUED, Substate.STAGED, state.now(),
                Optional.empty(), Optional.empty(), "", all, autoAssign);
    }

    private void step(String id, State next, Duration delay) {
        state.after(delay, () -> {
            VercelDeployment deployment = state.deployment(id);
            if (deployment.unfinished()) {
                state.put(deployment.with(next, state.now()));
            }
        });
    }

    private void finish(String id) {
        VercelDeployment deployment = state.deployment(id);
        if (!deployment.unfinished()) {
            return;
        }
        if (state.brokenRefs.contains(deployment.ref())) {
            state.put(deployment.failing("Command \"npm run build\" exited with 1"));
            return;
        }
        state.put(deployment.with(State.READY, state.now()));
        whenReady.accept(state.deployment(id));
    }
}
