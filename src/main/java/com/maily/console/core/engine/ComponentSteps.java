package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans the steps that bring a release's components up, each after those it needs. */
final class ComponentSteps {

    private static final Duration DEPLOY = Duration.ofMinutes(4);
    private static final Duration BAKE = Duration.ofMinutes(5);

    private final Workspace workspace;
    private final Release release;
    private final PhaseDraft phase;
    private final String environment;
    private final Pauses pauses;
    private final Map<String, String> idOf = new HashMap<>();
    private final List<Component> earlier = new ArrayList<>();

    ComponentSteps(Workspace workspace, Release release, PhaseDraft phase, Pauses pauses) {
        this.workspace = workspace;
        this.environment = phase.environment();
        this.release = release;
        this.phase = phase;
        this.pauses = pauses;
    }

    /** Says that a component without a step of its own is seen to by step {@code id}. */
    void covered(String component, String id) {
        idOf.put(component, id);
    }

    /** @param suffix what distinguishes the titles, such as {@code " to staging"} */
    List<String> deployAll(List<Component> components, Collection<String> after, String suffix) {
        return inOrder(components).stream().map(component -> deploy(component, after, suffix)).toList();
    }

    List<String> bringUpAll(List<Component> components, Collection<String> after, boolean canary, Weight limit) {
        return inOrder(components).stream()
                .map(component -> canary && component.hasCanary() ? canary(component, after, limit) : deploy(component, after,
                        ""))
                .toList();
    }

    private String deploy(Component component, Collection<String> after, String suffix) {
        Artifact artifact = release.artifact(component.name()).orElseThrow();
        String id = phase.add("Deploy " + component.name() + suffix, stage(component), after(component, after), "deploy", DEPLOY,
                base -> new Step.Deploy(base, component.name(), artifact));
        idOf.put(component.name(), id);
        return id;
    }

    private String canary(Component component, Collection<String> after, Weight limit) {
        Artifact artifact = release.artifact(component.name()).orElseThrow();
        Duration bake = workspace.timing("canary.bake", BAKE);
        Set<Weight> rungs = new LinkedHashSet<>(component.ladder());
        if (!limit.isFull()) {
            rungs.add(limit);
        }
        List<Weight> ladder = LargestStep.in(workspace, environment).fit(rungs.stream().sorted().toList());
        long baked = ladder.stream().filter(weight -> !weight.isFull()).count();
        Duration planned = bake.multipliedBy(baked).plus(workspace.timing("deploy", DEPLOY));
        String title = component.routing().kind().equals(Routing.ROLLING_RELEASE) ? "Rolling release of " : "Canary of ";
        String id = phase.add(title + component.name(), stage(component), after(component, after), planned,
                base -> new Step.Canary(base, component.name(), artifact, ladder, bake, false, limit));
        idOf.put(component.name(), id);
        return id;
    }

    private List<String> after(Component component, Collection<String> first) {
        Set<String> ids = new LinkedHashSet<>(pauses.before(component, first, phase));
        component.needs().stream().filter(idOf::containsKey).map(idOf::get).forEach(ids::add);
        earlier.stream().filter(component::comesAfter).map(other -> idOf.get(other.name())).forEach(ids::add);
        earlier.add(component);
        return List.copyOf(ids);
    }

    private static Stage stage(Component component) {
        return component.platform().equals("vercel") ? Stage.FRONTEND : Stage.KUBERNETES;
    }

    /** Needs before needers and earlier waves before later ones, otherwise as the workspace lists them. */
    static List<Component> inOrder(List<Component> components) {
        List<Component> ordered = new ArrayList<>();
        components.forEach(component -> visit(component, components, ordered, new LinkedHashSet<>()));
        return ordered;
    }

    private static void visit(Component component, List<Component> all, List<Component> ordered, Set<String> path) {
        if (ordered.contains(component) || !path.add(component.name())) {
            return;
        }
        all.stream().filter(component::comesAfter).forEach(other -> visit(other, all, ordered, path));
        ordered.add(component);
    }
}
