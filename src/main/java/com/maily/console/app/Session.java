package com.maily.console.app;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Console;
import com.maily.console.sandbox.world.Scenario;
import java.nio.file.Path;
import java.util.Optional;

/** What the window is opened on. */
sealed interface Session extends AutoCloseable {

    Console console();

    /** Starts what the window is to show, once it is there; does nothing where people start things themselves. */
    void begin();

    @Override
    void close();

    /** The platforms a workspace file names. */
    record Real(Console console) implements Session {

        Real(Path workspace, Optional<Path> journal) {
            this(new Wiring("maily-console").open(new Services.Files(Optional.of(workspace), journal)));
        }

        @Override
        public void begin() { }

        @Override
        public void close() {
            console.close();
        }
    }

    /**
     * Maily in a box, reached over the wire like anything else. It begins with a first deployment, so that there is something to
     * see.
     */
    record Boxed(Box box, Console console) implements Session {

        Boxed(String scenario, long seed, double rate) {
            this(Box.start(scenario, seed, rate, Places.dataFolder().resolve("sandbox")
                    .resolve(Long.toString(ProcessHandle.current().pid()))));
        }

        Boxed(Box box) {
            this(box, new Wiring("maily-console")
                    .open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal()))));
        }

        @Override
        public void begin() {
            switch (box.world().scenario()) {
                case SMOOTH, CANARY_REGRESSION -> Outcome.require(operator().deploy(Scenario.NEW));
                case ROLLBACK_DRILL, GITOPS -> { }
            }
        }

        Operator operator() {
            return new Operator(console.commands(), "production");
        }

        @Override
        public void close() {
            console.close();
            box.close();
        }
    }
}
