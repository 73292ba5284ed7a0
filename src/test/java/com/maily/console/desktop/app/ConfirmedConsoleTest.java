package com.maily.console.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Guard;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryConsole;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** To a protected environment nothing that adds risk goes out before its name was typed; what takes risk away never waits. */
class ConfirmedConsoleTest {

    private static final Commands.Wanted WANTED = new Commands.Wanted("production", "v2.1.0", 1, 3, false, true, Optional.empty(),
            "");

    private final StoryConsole story = StoryConsole.atNow();
    private final List<String> asked = new ArrayList<>();

    private Commands commands(Guard guard, String typed) {
        return new ConfirmedConsole(new Guarded(story, guard), (environment, what) -> {
            asked.add(environment + ": " + what);
            return typed;
        }).commands();
    }

    private Commands protectedBy(String typed) {
        return commands(new Guard(false, true), typed);
    }

    @Test
    void whatIsSentIsSaidBeforeTheNameIsTyped() {
        assertThat(protectedBy("production").start(WANTED, Story.MANAGER)).isInstanceOf(Commands.Answer.Accepted.class);
        assertThat(asked).containsExactly("production: A rollout of v2.1.0 is about to start.");
        assertThat(story.commands.taken).containsExactly("start v2.1.0 on production");
    }

    @Test
    void withoutTheNameNothingIsSent() {
        Commands commands = protectedBy("");
        Commands.Answer answer = commands.rollBack(new Commands.Undo("production", List.of(), Optional.empty(), ""), Story.MANAGER);
        assertThat(answer).isInstanceOfSatisfying(Commands.Answer.Refused.class, refused ->
                assertThat(refused.why().sentence()).contains("Nothing was sent", "production is protected"));
        commands.retry(Story.DEPLOYMENT, "3.1", Story.MANAGER);
        commands.move(Story.DEPLOYMENT, Commands.Group.of("api"), Move.PROMOTE, Optional.empty(), "", Story.MANAGER);
        assertThat(asked).hasSize(3);
        assertThat(story.commands.taken).isEmpty();
    }

    @Test
    void lessTrafficAndStandingStillWaitForNoName() {
        Commands commands = protectedBy("");
        commands.shift(Story.DEPLOYMENT, "api", Weight.ZERO, Story.MANAGER);
        commands.move(Story.DEPLOYMENT, Commands.Group.of("api"), Move.ABORT, Optional.empty(), "", Story.MANAGER);
        commands.pause(Story.DEPLOYMENT, "", Story.MANAGER);
        commands.cancel(Story.DEPLOYMENT, "", Story.MANAGER);
        assertThat(asked).isEmpty();
        assertThat(story.commands.taken).hasSize(4);
        commands.shift(Story.DEPLOYMENT, "api", Weight.FULL, Story.MANAGER);
        assertThat(asked).containsExactly("production: api is about to get 100 % of the traffic.");
        assertThat(story.commands.taken).hasSize(4);
    }

    @Test
    void whereNothingIsProtectedNobodyIsAsked() {
        commands(Guard.NONE, "").start(WANTED, Story.MANAGER);
        assertThat(asked).isEmpty();
        assertThat(story.commands.taken).hasSize(1);
    }

    /** A command left to its default would be refused on the desktop although the engine can do it. */
    @Test
    void everyCommandReachesTheEngine() {
        Class<?> asking = protectedBy("").getClass();
        assertThat(Arrays.stream(Commands.class.getMethods()).filter(command -> !command.getName().equals("shift")))
                .allSatisfy(command -> assertThat(declares(asking, command)).as(command.getName()).isTrue());
    }

    private static boolean declares(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(own -> own.getName().equals(method.getName())
                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    /** The story's console, with all its environments guarded. */
    private record Guarded(StoryConsole story, Guard guard) implements Console {

        @Override
        public Workspace workspace() {
            Workspace plain = story.workspace();
            return new Workspace(plain.name(), plain.components(), plain.environments().stream().map(place -> place.with(guard))
                    .toList(), plain.objectives(), plain.jobs(), plain.timings(), plain.releases(), plain.clock());
        }

        @Override
        public Commands commands() {
            return story.commands();
        }

        @Override
        public Journal journal() {
            return story.journal();
        }

        @Override
        public Platforms platforms(String environment) {
            return story.platforms(environment);
        }

        @Override
        public Time time() {
            return story.time();
        }

        @Override
        public void close() {
            story.close();
        }
    }
}
