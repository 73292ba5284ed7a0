package com.maily.console.platforms.vercel;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Moves traffic by the stages of a Vercel rolling release: the first weight starts it, the next ones approve stages, 100 %
 * completes it, 0 % aborts it by a rollback to the deployment it started from.
 */
public final class RollingReleaseRouter implements TrafficRouter {

    private final VercelClient client;
    private final Time time;
    /**
     * By component, the deployment this router gave all traffic and that was not called the stable one yet. To Vercel a completed
     * release is simply over; to the console the canary has 100 % until the weight is taken back to 0 %.
     */
    private final Map<String, String> full = new ConcurrentHashMap<>();

    public RollingReleaseRouter(VercelClient client, Time time) {
        this.client = client;
        this.time = time;
    }

    @Override
    public Traffic observe(Component component) {
        Optional<ReleaseInfo> active = client.activeRelease(component.targetName());
        return active.isPresent() ? moving(component, active.get()) : resting(component);
    }

    private Traffic moving(Component component, ReleaseInfo release) {
        boolean aborting = client.project(component.targetName()).movingTo(release.current());
        Weight told = aborting ? Weight.ZERO : release.target();
        String why = told.equals(release.observed()) ? "" : "Vercel's edge is still following";
        return new Traffic(told, release.observed(), why, "", release.updatedAt().toString(), time.instant());
    }

    private Traffic resting(Component component) {
        String given = full.getOrDefault(component.name(), "");
        boolean all = !given.isEmpty() && given.equals(client.project(component.targetName()).production());
        Weight weight = all ? Weight.FULL : Weight.ZERO;
        return new Traffic(weight, weight, "", "", "", time.instant());
    }

    @Override
    public Reach reach(Component component) {
        List<Weight> stages = stages(component);
        if (stages.isEmpty()) {
            return new Reach.Only(List.of(Weight.ZERO), "The Vercel project " + component.targetName()
                    + " has no rolling releases enabled.");
        }
        TreeSet<Weight> all = new TreeSet<>(stages);
        all.add(Weight.ZERO);
        all.add(Weight.FULL);
        return new Reach.Only(List.copyOf(all), "Vercel moves traffic only to the stages of the project's rolling release.");
    }

    /** A running release keeps the stages it was started with. */
    private List<Weight> stages(Component component) {
        return client.activeRelease(component.targetName()).map(ReleaseInfo::stages)
                .orElseGet(() -> client.stages(component.targetName()));
    }

    @Override
    public String set(Component component, Weight weight) {
        if (weight.isZero()) {
            return abort(component);
        }
        List<Weight> stages = stages(component);
        if (!weight.isFull() && !stages.contains(weight)) {
            throw rejected(component.name() + " cannot be given " + weight, "Its rolling release has the stages " + stages + ".",
                    "Choose one of them, or change the stages in the Vercel project before the next release.");
        }
        return weight.isFull() ? complete(component) : climb(component, stages.indexOf(weight));
    }

    private String abort(Component component) {
        full.remove(component.name());
        Optional<ReleaseInfo> active = client.activeRelease(component.targetName());
        if (active.isEmpty()) {
            return "";
        }
        ProjectInfo project = client.project(component.targetName());
        if (!project.movingTo(active.get().current())) {
            client.rollback(project, active.get().current());
        }
        return VercelCommands.abort(active.get().canary());
    }

    @Override
    public String leaveCommand(Component component) {
        return client.activeRelease(component.targetName()).map(release -> VercelCommands.abort(release.canary())).orElse("");
    }

    private String climb(Component component, int wanted) {
        List<String> commands = new ArrayList<>();
        ReleaseInfo release = begun(component, commands);
        if (wanted < release.stage()) {
            throw rejected("A rolling release cannot go back to an earlier stage",
                    component.name() + " is at " + release.target() + " and Vercel only goes on from there.",
                    "Set 0 % to abort it, or one of the later stages.");
        }
        while (release.stage() < wanted) {
            int before = release.stage();
            commands.add(VercelCommands.approve(release.canary(), before));
            release = client.approve(component.targetName(), release.canary(), before + 1);
            if (release.stage() <= before) {
                throw new FailureException(new Failure.Conflict("Vercel accepted the next stage and did not go there",
                        component.name() + " is still at " + release.target() + ".",
                                "Look at the rolling release, then try again."));
            }
        }
        return String.join(" && ", commands);
    }

    private String complete(Component component) {
        String project = component.targetName();
        Optional<String> already = client.activeRelease(project).isPresent() ? Optional.empty() : completed(component);
        if (already.isPresent()) {
            full.put(component.name(), already.get());
            return "";
        }
        List<String> commands = new ArrayList<>();
        ReleaseInfo release = begun(component, commands);
        client.complete(project, release.canary());
        full.put(component.name(), release.canary());
        commands.add(VercelCommands.complete(release.canary()));
        return String.join(" && ", commands);
    }

    /** The canary that has production already because its release was completed, unless a newer one waits. */
    private Optional<String> completed(Component component) {
        VercelReading reading = VercelReading.of(client, component, time.instant());
        return reading.canary().isPresent() ? Optional.empty() : client.completedRelease(component.targetName())
                .map(ReleaseInfo::canary).filter(reading.project().production()::equals);
    }

    /** The running release, started now if a canary is ready and none runs. */
    private ReleaseInfo begun(Component component, List<String> commands) {
        VercelReading reading = VercelReading.of(client, component, time.instant());
        if (reading.release().isPresent()) {
            return reading.release().get();
        }
        DeploymentInfo canary = reading.canary().filter(DeploymentInfo::ready).orElseThrow(() -> rejected(
                "There is no canary of " + component.name() + " to send traffic to", "No build is ready beside production.",
                "Deploy one and wait until it is ready."));
        commands.add(VercelCommands.start(canary.id()));
        return client.start(component.targetName(), canary.id());
    }

    private static FailureException rejected(String what, String why, String advice) {
        return new FailureException(new Failure.Rejected(what, why, advice));
    }
}
