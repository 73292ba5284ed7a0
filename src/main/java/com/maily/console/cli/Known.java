package com.maily.console.cli;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Workspace;
import java.util.List;
import java.util.stream.Stream;

/** Holds the names on the command line against those in the workspace file, so that a typing error is told from a refusal. */
record Known(Workspace workspace) {

    /** @return this, to go on asking */
    Known environment(String name) {
        return require("environment", name, workspace.environments().stream().map(Environment::name).toList(),
                "Choose one of them.");
    }

    /** In an environment with regions, {@code api} stands for all of them and {@code api@eu-west-1} for one. */
    Known components(String environment, List<String> names) {
        List<Component> there = workspace.in(environment).components();
        List<String> known = Stream.concat(there.stream().map(Component::base), there.stream().map(Component::name)).distinct()
                .toList();
        names.forEach(name -> require("component", name, known, "Choose among them, separated by commas."));
        return this;
    }

    Known regions(String environment, List<String> names) {
        List<String> known = workspace.environment(environment).stream().flatMap(place -> place.regions().stream())
                .map(Region::name).toList();
        names.forEach(name -> require("region", name, known, known.isEmpty() ? environment
                + " has one cluster; leave --regions out."
                : "Choose among them, separated by commas."));
        return this;
    }

    Known release(String version) {
        return require("release", version, workspace.releases().stream().map(Release::version).toList(),
                "Choose one of them; a tag that can move, such as latest, is no release.");
    }

    private Known require(String kind, String name, List<String> names, String advice) {
        if (!names.contains(name)) {
            throw new UsageException("There is no " + kind + " '" + name + "'",
                    "the workspace knows " + String.join(", ", names) + ".", advice);
        }
        return this;
    }
}
