package com.maily.console.sandbox.vercel;

import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the project is at a moment. Touched only with the clock's lock held. */
final class VercelState {

    static final String PROJECT = "maily-frontend";
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";

    final SandboxClock clock;
    final Random random;
    final String projectId;
    final Map<String, VercelDeployment> deployments = new LinkedHashMap<>();
    final Set<String> brokenRefs = new HashSet<>();
    final List<Integer> stages = List.of(5, 25, 50, 100);
    boolean rollingReleases = true;
    boolean assignsItself = true;
    boolean aliasesFail;
    String production = "";
    @Nullable AliasRequest alias;
    @Nullable RollingRelease rolling;

    VercelState(SandboxClock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
        this.projectId = "prj_" + letters(24);
    }

    String letters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    String hex(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    Instant now() {
        return clock.instant();
    }

    void after(Duration delay, Runnable action) {
        clock.schedule(delay, action);
    }

    void put(VercelDeployment deployment) {
        deployments.put(deployment.id(), deployment);
    }

    VercelDeployment deployment(String idOrUrl) {
        return deployments.values().stream().filter(d -> d.id().equals(idOrUrl) || d.url().equals(idOrUrl)).findFirst()
                .orElseThrow(() -> new VercelRefusal(404, "not_found", "The deployment could not be found."));
    }

    /** Newest first. */
    List<VercelDeployment> newestFirst() {
        return deployments.values().stream().sorted(Comparator.comparing(VercelDeployment::createdAt).reversed()).toList();
    }

    VercelDeployment current() {
        return deployment(production);
    }

    Optional<RollingRelease> active() {
        return Optional.ofNullable(rolling).filter(RollingRelease::active);
    }

    boolean rollbackCandidate(VercelDeployment deployment) {
        return deployment.production() && deployment.state() == VercelDeployment.State.READY
                && deployment.substate() == VercelDeployment.Substate.PROMOTED && !deployment.id().equals(production);
    }

    void assignProduction(String id) {
        production = id;
        put(deployment(id).with(VercelDeployment.Substate.PROMOTED));
    }
}
