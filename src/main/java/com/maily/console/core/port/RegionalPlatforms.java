package com.maily.console.core.port;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The ports of an environment with several clusters: those of each region beside those there are once. Knows only how names with
 * a region lead to one of them, so that each platform and each sandbox need to know one cluster only.
 */
public final class RegionalPlatforms implements Platforms {

    private final Environment environment;
    private final Platforms global;
    private final Map<String, Platforms> regions = new LinkedHashMap<>();

    /** @param open gives the ports of an environment with one cluster; its second argument is the region, empty for what is there once */
    public RegionalPlatforms(Environment environment, BiFunction<Environment, String, Platforms> open) {
        this.environment = environment;
        this.global = open.apply(environment.global(), "");
        environment.regions().forEach(region -> regions.put(region.name(), open.apply(environment.cluster(region), region.name())));
    }

    private Platforms of(String region) {
        Platforms platforms = region.isEmpty() ? global : regions.get(region);
        if (platforms == null) {
            throw new FailureException(new Failure.Missing("The environment " + environment.name() + " has no region " + region,
                    "its entry in the workspace file names " + String.join(", ", regions.keySet()) + ".", "Add it to regions there."));
        }
        return platforms;
    }

    @Override
    public Deployer deployer(Component component) {
        return of(component.region()).deployer(component.atHome());
    }

    @Override
    public TrafficRouter router(Component component) {
        return of(component.region()).router(component.atHome());
    }

    @Override
    public MetricSource metrics(String source) {
        return of(Region.regionOf(source)).metrics(Region.baseOf(source));
    }

    @Override
    public JobRunner jobs() {
        return new RegionalJobs(environment.jobs(), of(environment.jobs()).jobs());
    }

    @Override
    public Optional<Manifests> manifests(String platform) {
        return of(Region.regionOf(platform)).manifests(Region.baseOf(platform));
    }

    @Override
    public Optional<Facts> facts(Component component) {
        return of(component.region()).facts(component.atHome()).map(facts -> other -> facts.of(other.atHome()));
    }

    @Override
    public List<Inspector> inspectors() {
        List<Inspector> inspectors = new ArrayList<>();
        regions.forEach((region, platforms) -> platforms.inspectors()
                .forEach(inspector -> inspectors.add(new RegionalInspector(region, inspector))));
        inspectors.addAll(global.inspectors());
        return inspectors;
    }

    @Override
    public Optional<Notifier> notifier() {
        return global.notifier();
    }

    /** Those of every region that can be opened. */
    @Override
    public Optional<Pods> pods() {
        Map<String, Pods> pods = new LinkedHashMap<>();
        regions.forEach((region, platforms) -> platforms.pods().ifPresent(one -> pods.put(region, one)));
        return pods.isEmpty() ? Optional.empty() : Optional.of(new RegionalPods(pods));
    }

    /** Each region has its own; one that can't be opened is told of by its lamp. */
    @Override
    public Optional<GitOps> gitOps() {
        Map<String, GitOps> known = new LinkedHashMap<>();
        regions.forEach((region, platforms) -> platforms.gitOps().ifPresent(one -> known.put(region, one)));
        return known.isEmpty() ? Optional.empty() : Optional.of(new RegionalGitOps(known));
    }

    @Override
    public Rights rights() {
        return new Rights() {
            @Override
            public Permission may(Component component, Action action) {
                return of(component.region()).rights().may(component.atHome(), action);
            }

            @Override
            public Permission may(Action action) {
                return of(environment.jobs()).rights().may(action);
            }

            @Override
            public Permission known(Component component, Action action) {
                return of(component.region()).rights().known(component.atHome(), action);
            }
        };
    }

    /** One for all regions, kept where the jobs run as long as that region answers. */
    @Override
    public Optional<EnvironmentLock> lock() {
        Map<String, Supplier<Optional<EnvironmentLock>>> locks = new LinkedHashMap<>();
        locks.put(environment.jobs(), () -> of(environment.jobs()).lock());
        regions.forEach((region, platforms) -> locks.putIfAbsent(region, platforms::lock));
        return Optional.of(new RegionalLock(locks));
    }

    @Override
    public List<Alerts> alerts() {
        return global.alerts();
    }

    @Override
    public List<Mutes> mutes() {
        return global.mutes();
    }

    @Override
    public List<MonitorSetUp> monitorSetUps() {
        return global.monitorSetUps();
    }

    @Override
    public List<ServiceLevels> serviceLevels() {
        return global.serviceLevels();
    }

    @Override
    public List<Announcer> announcers() {
        return global.announcers();
    }

    @Override
    public Optional<HealthChecks> health() {
        return global.health();
    }

    @Override
    public Optional<LogSearch> logs() {
        return global.logs();
    }

    @Override
    public List<Links> links() {
        return global.links();
    }

    @Override
    public List<SourceState> sources() {
        List<SourceState> states = new ArrayList<>();
        regions.forEach((region, platforms) -> platforms.sources().forEach(state -> states.add(state.in(region))));
        states.addAll(global.sources());
        return states;
    }
}
