package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.engine.Commands.Undo;
import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Guard;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A whole console over the fake world, on a hand-moved clock. */
final class Stand {

    static final Actor SOMEBODY = new Actor("release-manager", "Console");
    final HandTime time = new HandTime();
    Workspace workspace;
    final MemoryJournal journal = new MemoryJournal(time);
    final FakePlatforms production;
    final FakePlatforms staging;
    private final Map<String, Platforms> places;
    SimulatedDriver driver = new SimulatedDriver(time, time);
    ConsoleServices console;

    Stand() {
        this(Maily.workspace());
    }

    Stand(Workspace workspace) {
        this.workspace = workspace;
        this.production = new FakePlatforms(time, workspace, Maily.OLD);
        this.staging = new FakePlatforms(time, workspace, Maily.OLD);
        this.places = Map.of("production", production, "staging", staging);
        this.console = open();
    }

    /** The program is started again with another guard on production in its workspace file. */
    void become(Guard guard) {
        become(place -> place.with(guard));
    }

    /** The same with anything else in production's entry. */
    void become(UnaryOperator<Environment> change) {
        workspace = new Workspace(workspace.name(), workspace.components(), workspace.environments().stream()
                .map(place -> place.production() ? change.apply(place) : place).toList(),
                workspace.objectives(), workspace.jobs(), workspace.timings(), workspace.releases(), workspace.clock());
        crash();
    }

    private ConsoleServices open() {
        return ConsoleServices.simulated(workspace, journal, time, environment -> places.get(environment.name()), driver);
    }

    /** The program dies and is started again; nothing but the journal and the world is left. */
    void crash() {
        driver.close();
        driver = new SimulatedDriver(time, time);
        console = open();
    }

    Commands commands() {
        return console.commands();
    }

    static Wanted wanted(int start, int end, boolean canary) {
        return new Wanted("production", "v2.1.0", start, end, false, canary, Optional.empty(), "release day");
    }

    static Undo undo(String... components) {
        return new Undo("production", List.of(components), Optional.empty(), "errors");
    }

    String start(Wanted wanted) {
        return accepted(commands().start(wanted, SOMEBODY));
    }

    static String accepted(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted.deployment();
            case Answer.Refused refused -> throw new AssertionError(refused.why().sentence());
        };
    }

    boolean play(BooleanSupplier enough) {
        return driver.play(enough, time.instant().plus(Duration.ofHours(6)));
    }

    /** Plays to the end, saying yes to every question. */
    Deployment playToTheEnd(String id) {
        while (!run(id).over()) {
            if (!play(() -> run(id).over() || gate(id).isPresent() || Ready.waitsForPerson(run(id))) || gate(id).isEmpty()) {
                return run(id);
            }
            commands().answer(id, gate(id).get().step().id(), true, "", SOMEBODY);
            int before = (int) journal.history().size();
            play(() -> journal.history().size() > before);
        }
        return run(id);
    }

    Optional<StepState> gate(String id) {
        return run(id).steps().values().stream().filter(step -> step.gate().isPresent()).findFirst();
    }

    Deployment run(String id) {
        return journal.history().deployment(id).orElseThrow();
    }

    StepState step(String id, String title) {
        return run(id).steps().values().stream().filter(step -> step.step().title().equals(title)).findFirst().orElseThrow();
    }

    Weight weight(String component) {
        return production.weights.get(component);
    }

    List<Event> events() {
        return journal.read(0, Integer.MAX_VALUE).stream().map(Entry::event).toList();
    }
}
