package com.maily.console.app;

import com.maily.console.cli.Services;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.BoxFaces;
import com.maily.console.sandbox.MailyBox;
import com.maily.console.sandbox.SandboxClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sandbox that runs with its clock, and the files through which anything can be pointed at it: a kubeconfig, and the shipped
 * workspace with its addresses.
 */
final class Box implements Services.RunningSandbox {

    private static final String EXAMPLE = "/com/maily/console/workspace/maily.yaml";

    private final Path folder;
    private final MailyBox world;
    private final BoxFaces faces;

    private Box(Path folder, MailyBox world, BoxFaces faces) {
        this.folder = folder;
        this.world = world;
        this.faces = faces;
    }

    /** @param folder where its files are written; made when it does not exist */
    static Box start(String scenario, long seed, double rate, Path folder) {
        return start(scenario, seed, rate, folder, List.of());
    }

    /** @param regions of production; empty for one cluster */
    static Box start(String scenario, long seed, double rate, Path folder, List<String> regions) {
        Places.made(folder);
        Instant shows = rate == 1 ? Instant.now() : MailyBox.START;
        SandboxClock clock = SandboxClock.running(shows, rate);
        Instant wall = Instant.now();
        MailyBox world = MailyBox.create(clock, MailyBox.scenario(scenario), seed, regions);
        BoxFaces faces = BoxFaces.open(world);
        Box box = new Box(folder, world, faces);
        box.write(new TreeMap<>(Map.of("clock-wall", wall.toString(), "clock-shows", shows.toString(), "clock-rate",
                plain(rate))));
        return box;
    }

    private void write(Map<String, String> variables) {
        faces.writeKubeconfig(kubeconfig());
        write(token(), BoxFaces.VERCEL_TOKEN);
        write(argoCdToken(), BoxFaces.ARGO_CD_TOKEN);
        write(datadogKey(), BoxFaces.DATADOG_KEY);
        variables.put("datadog-url", faces.datadog().address().toString());
        variables.put("datadog-api-key", "file:" + datadogKey());
        variables.put("datadog-application-key", "file:" + datadogKey());
        write(logsKey(), BoxFaces.LOGS_KEY);
        variables.put("logs-url", faces.logs().address().toString());
        variables.put("logs-key", "file:" + logsKey());
        variables.put("health-url", faces.health().address("production").toString());
        variables.put("health-staging-url", faces.health().address("staging").toString());
        variables.put("traces-url", faces.logs().traces("production").toString());
        variables.put("argocd-url", faces.argoCd().address().toString());
        variables.put("argocd-token", "file:" + argoCdToken());
        write(grafanaToken(), BoxFaces.GRAFANA_TOKEN);
        variables.put("alertmanager-url", faces.alertmanager().address().toString());
        variables.put("grafana-url", faces.grafana().address().toString());
        variables.put("grafana-token", "file:" + grafanaToken());
        variables.put("kubeconfig", kubeconfig().toString());
        variables.put("kubernetes-context", BoxFaces.context(""));
        world.regions().keySet().forEach(region -> variables.put("kubernetes-context-" + region, BoxFaces.context(region)));
        variables.put("prometheus-url", faces.prometheus().address().toString());
        variables.put("vercel-url", faces.vercel("production").address().toString());
        variables.put("vercel-staging-url", faces.vercel("staging").address().toString());
        variables.put("vercel-token", "file:" + token());
        write(workspace(), filled(RegionalExample.of(example(), List.copyOf(world.regions().keySet())), variables));
    }

    /** Fills in what the example leaves open; every other placeholder belongs to queries and jobs. */
    private static String filled(String text, Map<String, String> variables) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replaceAll(Pattern.quote("${" + variable.getKey()) + ":-[^}]*}",
                    Matcher.quoteReplacement(variable.getValue()));
        }
        return filled;
    }

    static String example() {
        try (InputStream in = WorkspaceFile.class.getResourceAsStream(EXAMPLE)) {
            return new String(Objects.requireNonNull(in, EXAMPLE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new FailureException(new Failure.Rejected("The sandbox can't write " + file, String.valueOf(e.getMessage()),
                    "Name another folder with --folder."), e);
        }
    }

    private static String plain(double rate) {
        return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
    }

    MailyBox world() {
        return world;
    }

    BoxFaces faces() {
        return faces;
    }

    @Override
    public Path kubeconfig() {
        return folder.resolve("kubeconfig").toAbsolutePath();
    }

    private Path token() {
        return folder.resolve("vercel-token").toAbsolutePath();
    }

    private Path datadogKey() {
        return folder.resolve("datadog-key").toAbsolutePath();
    }

    private Path argoCdToken() {
        return folder.resolve("argocd-token").toAbsolutePath();
    }

    private Path grafanaToken() {
        return folder.resolve("grafana-token").toAbsolutePath();
    }

    private Path logsKey() {
        return folder.resolve("logs-key").toAbsolutePath();
    }

    @Override
    public Path workspace() {
        return folder.resolve("maily.yaml").toAbsolutePath();
    }

    @Override
    public Path journal() {
        return folder.resolve("journal.db").toAbsolutePath();
    }

    @Override
    public Environment production() {
        return WorkspaceFile.read(workspace()).environment("production").orElseThrow();
    }

    @Override
    public void cutOff(String region, boolean cut) {
        world.faults().cutOff(region, cut);
    }

    @Override
    public void close() {
        faces.close();
    }
}
