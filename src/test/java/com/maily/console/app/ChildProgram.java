package com.maily.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** mailyctl in a Java machine of its own, which can be killed as the operating system kills. */
final class ChildProgram implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final Path errors;

    private ChildProgram(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** @param folder where what it prints is kept, under {@code name} */
    static ChildProgram start(Path folder, String name, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
                MailyctlMain.class.getName()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve(name + ".out");
        Path errors = folder.resolve(name + ".err");
        return new ChildProgram(new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile())
                .start(), output, errors);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    String out() {
        return text(output);
    }

    String err() {
        return text(errors);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int exit(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("It still runs after " + seconds + " s. " + out() + err());
        }
        return process.exitValue();
    }

    /** SIGKILL: it gets to say and save nothing. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exit(30);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
