package com.maily.console.platforms.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Argo CD as the console's GitOps port. Knows an application's components by what it manages, unless the workspace file says. */
public final class ArgoCd implements GitOps {

    /** What a commit renders to never changes, so it is asked once. */
    private record Rendered(String application, String revision, String component) { }

    private final ArgoCdClient client;
    private final Applications names;
    private final InstantSource time;
    private final Map<Rendered, Optional<Artifact>> rendered = new ConcurrentHashMap<>();

    public ArgoCd(ArgoCdClient client, Applications names, InstantSource time) {
        this.client = client;
        this.names = names;
        this.time = time;
    }

    @Override
    public Map<String, GitOpsState> observe(List<Component> components) {
        List<Application> all = client.applications();
        Map<String, Look> looks = new LinkedHashMap<>();
        Map<String, GitOpsState> states = new LinkedHashMap<>();
        for (Component component : components) {
            owner(component, all, looks).ifPresent(look -> states.put(component.name(), look.of(component)));
        }
        return states;
    }

    /** One application seen once for all its components. */
    private record Look(Application application, boolean believed, Managed managed, boolean open, Instant at) {
        GitOpsState of(Component component) {
            boolean drifts = believed && application.sync() == GitOpsState.Sync.OUT_OF_SYNC;
            return new GitOpsState(component.name(), application.name(), application.project(),
                    new GitOpsState.Wanted(application.revision(), application.branch(), managed.wanted(component)),
                    believed ? application.sync() : GitOpsState.Sync.UNKNOWN,
                    believed ? application.health() : GitOpsState.Health.UNKNOWN, application.autoSync(),
                    application.remembered(),
                    open ? "" : "a sync window is closed.", application.history(), application.operation(),
                    application.workloads(),
                    drifts ? managed.drift(component) : List.of(), at);
        }
    }

    private Look look(Application listed) {
        boolean doubtful = !listed.operating() && !listed.comparedSince(false);
        Application application = doubtful ? client.refreshed(listed.name()) : listed;
        boolean believed = !application.operating() && application.comparedSince(doubtful);
        return new Look(application, believed, new Managed(client.managedResources(application.name())),
                client.canSync(application.name()), time.instant());
    }

    /** The one that manages the object; when several say so, the one the object itself names. */
    private Optional<Look> owner(Component component, List<Application> all, Map<String, Look> looks) {
        List<Look> found = all.stream().filter(application -> names.mayOwn(component, application)).map(application ->
                looks.computeIfAbsent(application.name(), _ -> look(application))).toList();
        List<Look> named = found.size() < 2 ? found
                : found.stream().filter(look -> look.managed().tracked(component, look.application().name())).toList();
        if (found.size() > 1 && named.size() != 1) {
            throw new FailureException(new Failure.Rejected("It is not clear which application owns " + component.name(),
                    String.join(" and ", found.stream().map(look -> look.application().name()).toList()) + " both manage it.",
                    "Name the right one in the workspace file: connections.argocd.application." + component.name()));
        }
        return named.stream().findFirst();
    }

    @Override
    public Optional<Artifact> artifactAt(Component component, String application, String revision) {
        Rendered key = new Rendered(application, revision, component.name());
        Optional<Artifact> known = rendered.get(key);
        if (known != null) {
            return known;
        }
        Optional<Artifact> found = Optional.empty();
        for (JsonNode manifest : client.manifests(application, revision)) {
            JsonNode object = Managed.parsed(manifest.asText(""));
            JsonNode named = JsonNodeFactory.instance.objectNode().put("kind", object.path("kind").asText(""))
                    .put("name", object.at("/metadata/name").asText(""));
            if (Application.target(named).equals(component.target())) {
                found = Managed.image(object, component);
            }
        }
        rendered.put(key, found);
        return found;
    }

    @Override
    public String pauseAutoSync(String application, String why) {
        GitOpsState.AutoSync now = client.application(application).autoSync();
        if (!now.on()) {
            return "";
        }
        client.patch(application, policy(JsonNodeFactory.instance.nullNode(), now.policy(), why));
        return "argocd app set " + application + " --sync-policy none";
    }

    @Override
    public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
        JsonNode policy = Managed.parsed(was.policy());
        if (!policy.isObject()) {
            throw new FailureException(new Failure.Rejected("Auto-sync of " + application + " cannot be restored",
                    "nobody recorded what it was.", "Set it in Argo CD: argocd app set " + application
                    + " --sync-policy automated"));
        }
        if (client.application(application).autoSync().on()) {
            return "";
        }
        client.patch(application, policy(policy, "", ""));
        return "argocd app set " + application + " --sync-policy automated" + (was.selfHeal() ? " --self-heal" : "")
                + (policy.path("prune").asBoolean(false) ? " --auto-prune" : "");
    }

    /** Emptied notes, not removed ones: its server may merge annotations with those there are. */
    private static ObjectNode policy(JsonNode automated, String was, String why) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata").putObject("annotations").put(Application.WAS, was).put(Application.PAUSED, why);
        patch.putObject("spec").putObject("syncPolicy").set("automated", automated);
        return patch;
    }

    @Override
    public String rollBack(String application, long entry) {
        client.rollBack(application, entry);
        return "argocd app rollback " + application + " " + entry;
    }

    @Override
    public String sync(String application) {
        Application now = client.refreshed(application);
        if (!now.operating() && now.sync() == GitOpsState.Sync.SYNCED) {
            return "";
        }
        client.sync(application);
        return "argocd app sync " + application;
    }

    @Override
    public String terminate(String application) {
        if (!client.application(application).operating()) {
            return "";
        }
        client.terminate(application);
        return "argocd app terminate-op " + application;
    }
}
