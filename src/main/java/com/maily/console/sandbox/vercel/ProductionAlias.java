package com.maily.console.sandbox.vercel;

import com.maily.console.sandbox.vercel.AliasRequest.Status;
import com.maily.console.sandbox.vercel.AliasRequest.Type;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Moves the production domains by promote and instant rollback: accepted at once, done some seconds later. */
final class ProductionAlias {

    private final VercelState state;
    private final RollingReleases rollingReleases;

    ProductionAlias(VercelState state, RollingReleases rollingReleases) {
        this.state = state;
        this.rollingReleases = rollingReleases;
    }

    void promote(String id) {
        VercelDeployment deployment = promotable(id);
        if (state.rollingReleases) {
            rollingReleases.start(deployment.id());
            return;
        }
        request(Type.PROMOTE, deployment);
    }

    void rollback(String id) {
        VercelDeployment deployment = state.deployment(id);
        boolean abortsRollingRelease = id.equals(state.production) && state.active().isPresent();
        if (!abortsRollingRelease && !state.rollbackCandidate(deployment)) {
            throw new VercelRefusal(422, "unprocessable_entity", "The deployment is not eligible for a rollback.");
        }
        request(Type.ROLLBACK, deployment);
    }

    /** What a production build does by itself when it is ready. */
    void assign(VercelDeployment deployment) {
        if (deployment.production() && deployment.autoAssign() && state.assignsItself) {
            if (state.rollingReleases) {
                rollingReleases.start(deployment.id());
            } else {
                state.assignProduction(deployment.id());
            }
        }
    }

    private VercelDeployment promotable(String id) {
        VercelDeployment deployment = state.deployment(id);
        if (deployment.state() != VercelDeployment.State.READY || !deployment.production()) {
            throw new VercelRefusal(422, "unprocessable_entity", "Only a ready production deployment can be promoted.");
        }
        if (id.equals(state.production)) {
            throw new VercelRefusal(409, "conflict", "The deployment is already the current production deployment.");
        }
        return deployment;
    }

    private void request(Type type, VercelDeployment to) {
        if (state.alias != null && state.alias.running()) {
            throw new VercelRefusal(409, "conflict", "Another promote or rollback is still in progress.");
        }
        AliasRequest request = new AliasRequest(type, state.production, to.id(), Status.PENDING, state.now());
        state.alias = request;
        state.after(Duration.ofSeconds(1), () -> move(request, Status.IN_PROGRESS));
        state.after(Duration.ofSeconds(3), () -> finish(request));
    }

    private void finish(AliasRequest request) {
        if (state.aliasesFail) {
            move(request, Status.FAILED);
            return;
        }
        move(request, Status.SUCCEEDED);
        rollingReleases.abort();
        state.assignProduction(request.to());
        state.assignsItself = request.type() == Type.PROMOTE;
    }

    private void move(AliasRequest request, Status status) {
        @Nullable AliasRequest now = state.alias;
        if (now != null && now.requestedAt().equals(request.requestedAt()) && now.to().equals(request.to())) {
            state.alias = now.with(status);
        }
    }
}
