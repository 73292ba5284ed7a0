package com.maily.console.sandbox.vercel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The project as Vercel's API writes it: times in milliseconds, {@code uid} in lists where single answers say {@code id}. */
record VercelJson(VercelState state) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode list(List<VercelDeployment> page, Optional<Instant> next) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode items = answer.putArray("deployments");
        page.forEach(deployment -> items.add(common(deployment).put("uid", deployment.id())
                .put("state", deployment.state().name())
                .put("created", deployment.createdAt().toEpochMilli())));
        ObjectNode pagination = answer.putObject("pagination").put("count", page.size());
        pagination.putNull("next").putNull("prev");
        next.ifPresent(until -> pagination.put("next", until.toEpochMilli()));
        return answer;
    }

    ObjectNode deployment(VercelDeployment deployment) {
        ObjectNode answer = common(deployment).put("id", deployment.id());
        answer.putArray("alias");
        answer.putObject("project").put("id", state.projectId).put("name", VercelState.PROJECT);
        answer.putObject("gitSource").put("type", "github").put("ref", deployment.ref()).put("sha", deployment.sha());
        return answer;
    }

    private ObjectNode common(VercelDeployment deployment) {
        ObjectNode item = JSON.objectNode().put("name", VercelState.PROJECT).put("url", deployment.url())
                .put("projectId", state.projectId).put("readyState", deployment.state().name())
                .put("createdAt", deployment.createdAt().toEpochMilli()).put("source", "git")
                .put("isRollbackCandidate", state.rollbackCandidate(deployment))
                .put("aliasAssigned", deployment.id().equals(state.production));
        if (deployment.state() == VercelDeployment.State.READY) {
            item.put("readySubstate", deployment.substate().name());
        }
        if (deployment.production()) {
            item.put("target", deployment.target());
        } else {
            item.putNull("target");
        }
        if (!deployment.error().isEmpty()) {
            item.put("errorCode", "BUILD_FAILED").put("errorMessage", deployment.error());
        }
        deployment.buildingAt().ifPresent(at -> item.put("buildingAt", at.toEpochMilli()));
        deployment.readyAt().ifPresent(at -> item.put("ready", at.toEpochMilli()));
        ObjectNode meta = item.putObject("meta");
        deployment.meta().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .forEach(e -> meta.put(e.getKey(), e.getValue()));
        return item;
    }

    ObjectNode project() {
        ObjectNode project = JSON.objectNode().put("id", state.projectId).put("name", VercelState.PROJECT)
                .put("autoAssignCustomDomains", state.assignsItself);
        project.putObject("link").put("type", "github").put("org", "maily").put("repo", VercelState.PROJECT).put("repoId", 4711)
                .put("productionBranch", "main");
        project.putObject("targets").putObject("production").put("id", state.production).put("readyState", "READY");
        AliasRequest alias = state.alias;
        if (alias == null) {
            return project.putNull("lastAliasRequest");
        }
        project.putObject("lastAliasRequest").put("type", lower(alias.type())).put("jobStatus", lower(alias.status()))
                .put("fromDeploymentId", alias.from()).put("toDeploymentId", alias.to())
                .put("requestedAt", alias.requestedAt().toEpochMilli());
        return project;
    }

    ObjectNode failedAliases() {
        ObjectNode answer = JSON.objectNode();
        AliasRequest alias = state.alias;
        ArrayNode items = answer.putArray("aliases");
        if (alias != null && alias.status() == AliasRequest.Status.FAILED) {
            items.addObject().put("id", "als_" + alias.to()).put("status", "failed").putObject("alias")
                    .put("alias", "app.maily.dev").put("deploymentId", alias.to());
        }
        answer.putObject("pagination").put("count", items.size()).putNull("next").putNull("prev");
        return answer;
    }

    ObjectNode rollingRelease(Optional<RollingRelease> wanted) {
        ObjectNode answer = JSON.objectNode();
        if (wanted.isEmpty()) {
            return answer.putNull("rollingRelease");
        }
        RollingRelease release = wanted.get();
        ObjectNode node = answer.putObject("rollingRelease").put("state", release.state().name())
                .put("advancementType", "manual-approval")
                .put("currentCanaryPercentage", release.percent()).put("startedAt", release.startedAt().toEpochMilli())
                .put("updatedAt", release.updatedAt().toEpochMilli());
        node.set("currentDeployment", brief(release.current()));
        node.set("canaryDeployment", brief(release.canary()));
        ArrayNode stages = node.putArray("stages");
        for (int index = 0; index < release.stages().size(); index++) {
            stages.add(stage(release, index));
        }
        node.set("activeStage", release.active() ? stage(release, release.stage()) : JSON.nullNode());
        boolean last = release.stage() + 1 >= release.stages().size();
        node.set("nextStage", !release.active() || last ? JSON.nullNode() : stage(release, release.stage() + 1));
        return answer;
    }

    private ObjectNode brief(String id) {
        VercelDeployment deployment = state.deployment(id);
        return JSON.objectNode().put("id", id).put("name", VercelState.PROJECT).put("url", deployment.url())
                .put("readyState", deployment.state().name()).put("createdAt", deployment.createdAt().toEpochMilli());
    }

    private static ObjectNode stage(RollingRelease release, int index) {
        boolean last = index == release.stages().size() - 1;
        return JSON.objectNode().put("index", index).put("targetPercentage", release.stages().get(index))
                .put("requireApproval", !last)
                .put("isFinalStage", last);
    }

    ObjectNode config() {
        ObjectNode answer = JSON.objectNode();
        if (!state.rollingReleases) {
            return answer.putNull("rollingRelease");
        }
        ObjectNode config = answer.putObject("rollingRelease").put("target", "production");
        ArrayNode stages = config.putArray("stages");
        state.stages.forEach(percent -> stages.addObject().put("targetPercentage", percent)
                .put("requireApproval", percent < 100));
        return answer;
    }

    /** The build's log so far, as the plain (not followed) answer lists it. */
    ArrayNode events(VercelDeployment deployment) {
        ArrayNode events = JSON.arrayNode();
        event(events, deployment.createdAt(), "Cloning github.com/maily/" + VercelState.PROJECT + " (" + deployment.ref() + ")");
        deployment.buildingAt().ifPresent(at -> event(events, at, "Running \"npm run build\""));
        deployment.readyAt().ifPresent(at -> event(events, at, "Build Completed"));
        if (!deployment.error().isEmpty()) {
            event(events, state.now(), deployment.error());
        }
        return events;
    }

    private static void event(ArrayNode events, Instant at, String text) {
        events.addObject().put("type", "stdout").put("created", at.toEpochMilli()).putObject("payload").put("text", text);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
