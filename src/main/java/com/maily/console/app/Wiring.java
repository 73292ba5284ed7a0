package com.maily.console.app;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.RatedTime;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.sqlite.SqliteJournal;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.world.Scenario;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Joins workspace, journal, platforms and engine to a console, for either door. */
final class Wiring implements Services {

    private final String program;

    /** @param program which door it is, for others who find the journal in use */
    Wiring(String program) {
        this.program = program;
    }

    @Override
    public Console open(Files files) {
        Workspace workspace = workspace(files);
        Time time = RatedTime.of(workspace.clock());
        Journal journal = SqliteJournal.open(Places.journal(files.journal()), time, new Actor(user(), program));
        return new OpenConsole(time, identity(files), connect -> ConsoleServices.live(workspace, journal, time, connect));
    }

    @Override
    public Console openReadOnly(Files files) {
        Workspace workspace = workspace(files);
        Time time = RatedTime.of(workspace.clock());
        Journal journal = reading(Places.journal(files.journal()), time);
        return new OpenConsole(time, identity(files), connect -> ConsoleServices.reading(workspace, journal, time, connect));
    }

    @Override
    public Journal openJournal(Files files) {
        return reading(Places.journal(files.journal()), Time.WALL);
    }

    /** A journal that does not exist yet is an empty one; reading makes no file. */
    private static Journal reading(Path file, Time time) {
        return java.nio.file.Files.exists(file) ? SqliteJournal.openReadOnly(file) : new MemoryJournal(time);
    }

    @Override
    public Workspace workspace(Files files) {
        return WorkspaceFile.read(Places.requireWorkspace(files.workspace()));
    }

    /**
     * Tells two consoles apart that one person has open on one machine, and says where to look for each; those of one journal begin
     * alike, up to the last slash.
     */
    private String identity(Files files) {
        int journal = Places.journal(files.journal()).toAbsolutePath().normalize().hashCode();
        return user() + "@" + host() + "/" + Integer.toHexString(journal) + "/" + program + "-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private static String user() {
        return System.getProperty("user.name", "unknown");
    }

    @Override
    public List<String> scenarios() {
        return Arrays.stream(Scenario.values()).map(Scenario::key).toList();
    }

    @Override
    public RunningSandbox sandbox(String scenario, long seed, double rate, Path folder, List<String> regions) {
        return Box.start(scenario, seed, rate, folder, regions);
    }

    @Override
    public DrillResult drill(String scenario, long seed) {
        return new Drill(MailyBox.scenario(scenario), seed).play();
    }
}
