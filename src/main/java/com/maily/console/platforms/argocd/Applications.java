package com.maily.console.platforms.argocd;

import com.maily.console.core.model.Component;
import java.util.Map;
import java.util.Optional;

/**
 * Which applications may own which components: those the workspace file names ({@code application.api}, or {@code application}
 * with {@code {component}} in it, or {@code {base}} and {@code {region}}); where it names none, whichever manages the component's
 * object.
 *
 * @param namespace where the components' objects are; empty for anywhere
 */
public record Applications(Map<String, String> settings, String namespace) {

    private static final String SETTING = "application";

    public Applications {
        settings = Map.copyOf(settings);
    }

    boolean mayOwn(Component component, Application application) {
        return component.platform().startsWith("kubernetes")
                && named(component).map(application.name()::equals).orElse(true)
                && application.owns(component.target(), namespace);
    }

    private Optional<String> named(Component component) {
        return Optional.ofNullable(settings.get(SETTING + "." + component.name()))
                .or(() -> Optional.ofNullable(settings.get(SETTING))
                .map(pattern -> pattern.replace("{component}", component.name())
                        .replace("{base}", component.base()).replace("{region}", component.region())));
    }
}
