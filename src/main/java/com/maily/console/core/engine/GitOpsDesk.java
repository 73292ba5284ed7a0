package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Hold;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people do to an environment's GitOps controller outside of runs, each journalled. Blocks on the platform: call it where
 * waiting is allowed.
 */
public final class GitOpsDesk {

    private final Console console;
    private final Environment environment;

    /** @throws FailureException {@code Missing} for an unknown environment */
    public GitOpsDesk(Console console, String environment) {
        this.console = console;
        this.environment = console.workspace().environment(environment).orElseThrow(() -> new FailureException(
                new Failure.Missing("There is no environment " + environment, "the workspace does not name it.",
                "Choose another.")));
    }

    /** What it says of each component it owns; empty when the environment has no such controller. */
    public Map<String, GitOpsState> states() {
        return console.platforms(environment.name()).gitOps().map(gitOps -> gitOps.observe(components())).orElse(Map.of());
    }

    private List<Component> components() {
        return console.workspace().in(environment.name()).components().stream()
                .filter(component -> environment.connections().containsKey(component.platform())).toList();
    }

    /** @return what was done, in a sentence */
    public String pause(String component, String reason, Actor by) {
        GitOpsState state = owner(component);
        if (!state.autoSync().on()) {
            return "Auto-sync of " + state.application() + " is off already.";
        }
        refuseUnlessFree();
        String command = gitOps().pauseAutoSync(state.application(), reason);
        append(state.application(), by, new Event.AutoSyncPaused("", environment.name(), state.application(), owned(state),
                state.autoSync().selfHeal(), state.autoSync().policy(), reason, command));
        return "Paused " + state.autoSync().words() + " of " + state.application() + ". Restore it when Git wants what runs.";
    }

    /**
     * @param acceptGit also when Git wants something else than what runs, which is then applied
     * @throws FailureException {@code Rejected} when it would change what runs and that was not accepted
     */
    public String restore(String component, boolean acceptGit, String reason, Actor by) {
        GitOpsState state = owner(component);
        if (state.autoSync().on()) {
            foundOn(state, by);
            return "Auto-sync of " + state.application() + " is on already.";
        }
        GitOpsState.AutoSync was = was(state);
        if (!acceptGit) {
            unwanted(state).ifPresent(why -> {
                throw new FailureException(new Failure.Rejected("Restoring auto-sync of " + state.application()
                        + " would change what runs", why,
                        "Let Git want what runs first, or restore with: mailyctl gitops restore "
                        + "--component " + component + " --accept-git --reason …"));
            });
        }
        refuseUnlessFree();
        String command = gitOps().restoreAutoSync(state.application(), was);
        append(state.application(), by, new Event.AutoSyncRestored("", environment.name(), state.application(), reason, command));
        return "Restored " + was.words() + " of " + state.application() + ".";
    }

    public String sync(String component, String reason, Actor by) {
        GitOpsState state = owner(component);
        refuseUnlessFree();
        String command = gitOps().sync(state.application());
        if (command.isEmpty()) {
            return state.application() + " is as Git says already.";
        }
        append(state.application(), by, new Event.SyncAsked(environment.name(), state.application(), reason, command));
        return "Asked Argo CD to make " + state.application() + " as Git says"
                + state.wanted().artifact().map(wants -> ": " + wants.version()).orElse("") + ".";
    }

    /**
     * Restores what runs left paused, once Git wants what runs, and notices what was restored elsewhere. Does nothing while a run
     * is at work there.
     */
    void reconcile() {
        History history = console.journal().history();
        if (history.active(environment.name()).isPresent() || history.holds(environment.name()).isEmpty()) {
            return;
        }
        Map<String, GitOpsState> states = states();
        history.holds(environment.name()).forEach(hold -> Owners.application(states, hold.application())
                .ifPresent(state -> reconcile(hold, state)));
    }

    private void reconcile(Hold hold, GitOpsState state) {
        if (state.autoSync().on()) {
            foundOn(state, Actor.SYSTEM);
        } else if (hold.byRun() && unwanted(state).isEmpty()) {
            refuseUnlessFree();
            String command = gitOps().restoreAutoSync(state.application(), was(state));
            append(hold.application(), Actor.SYSTEM, new Event.AutoSyncRestored("", environment.name(), hold.application(),
                    "Git wants what runs", command));
        }
    }

    /** Nothing is written where it could not be journalled, nor where another console holds the environment's lock. */
    private void refuseUnlessFree() {
        console.journal().refusal().ifPresent(why -> {
            throw new FailureException(why);
        });
        Set<String> ours = Locks.ours(console.journal().history(), environment.name());
        console.platforms(environment.name()).lock().ifPresent(lock -> {
            LockState state = lock.observe();
            if (!state.expired() && state.holder().filter(holder -> !lock.isOurs(holder.identity(), ours)).isPresent()) {
                throw new FailureException(new Failure.Conflict(environment.name() + " is not free", state.sentence(),
                        LockChecks.ADVICE));
            }
        });
    }

    private void foundOn(GitOpsState state, Actor by) {
        if (hold(state.application()).isPresent()) {
            append(state.application(), by, new Event.AutoSyncRestored("", environment.name(), state.application(),
                    "found on again, restored elsewhere", ""));
        }
    }

    /** The journal's memory first: the note on the application may have been lost. */
    private GitOpsState.AutoSync was(GitOpsState state) {
        return hold(state.application()).map(hold -> new GitOpsState.AutoSync(true, hold.selfHeal(), hold.policy()))
                .or(state::remembered)
                .orElseThrow(() -> new FailureException(new Failure.Missing("Nobody knows what auto-sync of "
                + state.application()
                        + " was", "neither the journal nor the application has it noted.",
                        "Set it in Argo CD: argocd app set " + state.application() + " --sync-policy automated")));
    }

    private Optional<Hold> hold(String application) {
        return console.journal().history().holds(environment.name()).stream()
                .filter(hold -> hold.application().equals(application)).findFirst();
    }

    /** What would change if it synced now, in a sentence; empty when nothing would. */
    private Optional<String> unwanted(GitOpsState state) {
        for (Component component : components()) {
            Optional<GitOpsState> owner = owned(state).contains(component.name()) ? gitOps().observe(component)
                    : Optional.empty();
            Optional<Artifact> runs = owner.isEmpty() ? Optional.empty()
                    : console.platforms(environment.name()).deployer(component).observe(component, Track.STABLE).artifact();
            if (owner.isPresent() && runs.filter(owner.get()::wants).isEmpty()) {
                return Optional.of(component.name() + " runs " + runs.map(Artifact::version).orElse("nothing known")
                        + ", Git wants "
                        + owner.get().wanted().artifact().map(Artifact::version).orElse("something unknown") + ".");
            }
        }
        return Optional.empty();
    }

    private List<String> owned(GitOpsState state) {
        return components().stream().filter(component -> state.workloads().contains(component.target()))
                .map(Component::name).toList();
    }

    private GitOpsState owner(String name) {
        Component component = components().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() ->
                new FailureException(new Failure.Missing("There is no component " + name + " in " + environment.name(),
                        "the workspace names others.", "Choose one of them.")));
        return gitOps().observe(component).orElseThrow(() -> new FailureException(new Failure.Missing(
                "No application owns " + name, "Argo CD manages nothing of its name in " + environment.name() + ".",
                "Look at its applications, or name one in the workspace file.")));
    }

    private GitOps gitOps() {
        return Owners.required(console.platforms(environment.name()));
    }

    /** Filed under the run that paused it, whose story it belongs to; otherwise under the newest one. */
    private void append(String application, Actor by, Event event) {
        String run = hold(application).map(Hold::run).or(() -> console.journal().history().newest(environment.name())
                .map(Deployment::id)).orElse("gitops-" + environment.name());
        console.journal().append(run, by, event);
    }
}
