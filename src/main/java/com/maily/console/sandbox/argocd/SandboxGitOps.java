package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An {@link ArgoWorld}'s applications of one environment as a port in memory. */
public final class SandboxGitOps implements GitOps {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WAS = "maily.dev/auto-sync-was";

    private final ArgoWorld world;
    private final String namespace;

    public SandboxGitOps(ArgoWorld world, String namespace) {
        this.world = world;
        this.namespace = namespace;
    }

    @Override
    public Map<String, GitOpsState> observe(List<Component> components) {
        return asked(() -> {
            Map<String, GitOpsState> states = new LinkedHashMap<>();
            components.forEach(component -> world.applications().stream().filter(application -> keeps(application, component))
                    .findFirst()
                    .ifPresent(application -> states.put(component.name(), state(component, application))));
            return states;
        });
    }

    private boolean keeps(ArgoApplication application, Component component) {
        Workload workload = application.workload();
        return workload.namespace().equals(namespace) && component.target().equals("deployment/" + workload.name());
    }

    private GitOpsState state(Component component, ArgoApplication application) {
        if (!new Told(application.view()).comparedSince()) {
            application.compare();
        }
        return new Told(application.view()).state(component, application.head(), application.windowClosed(),
                world.clock().instant());
    }

    @Override
    public Optional<Artifact> artifactAt(Component component, String application, String revision) {
        return asked(() -> Optional.of(Told.artifact(world.required(application).commit(revision).image())));
    }

    @Override
    public String pauseAutoSync(String application, String why) {
        return asked(() -> {
            ArgoApplication one = world.required(application);
            if (!one.automatic()) {
                return "";
            }
            one.patch(policy(JsonNodeFactory.instance.nullNode(), String.valueOf(one.view().automated()), why));
            return "argocd app set " + application + " --sync-policy none";
        });
    }

    @Override
    public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
        return asked(() -> {
            ArgoApplication one = world.required(application);
            if (one.automatic()) {
                return "";
            }
            one.patch(policy(parsed(application, was.policy()), "", ""));
            return "argocd app set " + application + " --sync-policy automated";
        });
    }

    private static ObjectNode policy(JsonNode automated, String was, String why) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata").putObject("annotations").put(WAS, was).put("maily.dev/auto-sync-paused", why);
        patch.putObject("spec").putObject("syncPolicy").set("automated", automated);
        return patch;
    }

    private static JsonNode parsed(String application, String policy) {
        try {
            JsonNode parsed = JSON.readTree(policy);
            if (parsed.isObject()) {
                return parsed;
            }
        } catch (JsonProcessingException _) {
            // Said below, like every other text that is no policy.
        }
        throw new FailureException(new Failure.Rejected("Auto-sync of " + application + " cannot be restored",
                "nobody recorded what it was.", "Set it in Argo CD."));
    }

    @Override
    public String rollBack(String application, long entry) {
        return asked(() -> {
            world.required(application).rollBack(JsonNodeFactory.instance.objectNode().put("id", entry));
            return "argocd app rollback " + application + " " + entry;
        });
    }

    @Override
    public String sync(String application) {
        return asked(() -> {
            ArgoApplication one = world.required(application);
            one.compare();
            if (one.view().sync().equals("Synced") && one.view().operation() == null) {
                return "";
            }
            one.sync(JsonNodeFactory.instance.objectNode());
            return "argocd app sync " + application;
        });
    }

    @Override
    public String terminate(String application) {
        return asked(() -> {
            if (world.required(application).view().operation() == null) {
                return "";
            }
            world.required(application).terminate();
            return "argocd app terminate-op " + application;
        });
    }

    private <T> T asked(Supplier<T> question) {
        return world.clock().locked(() -> {
            try {
                if (world.isDown()) {
                    throw new FailureException(new Failure.Unreachable("Argo CD did not answer", "it is down.",
                            "Try again soon."));
                }
                return question.get();
            } catch (ArgoRefusal refusal) {
                throw new FailureException(failure(refusal), refusal);
            }
        });
    }

    private static Failure failure(ArgoRefusal refusal) {
        String what = "Argo CD refused";
        String why = refusal.said() + ".";
        return switch (refusal.code()) {
            case 5 -> new Failure.Missing(what, why, "Check the application's name.");
            case 7 -> new Failure.Denied(what, why, "Ask for the missing permission.");
            case 9 -> refusal.said().contains("another operation")
                    ? new Failure.Conflict(what, why, "Wait for the operation that runs.")
                    : new Failure.Rejected(what, why, "Pause the application's auto-sync first.");
            default -> new Failure.Rejected(what, why, "Look at the application's present state.");
        };
    }
}
