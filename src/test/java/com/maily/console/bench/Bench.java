package com.maily.console.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Collects measured figures in {@code target/bench/results.json}: one flat object, the unit in each name. */
public final class Bench {

    private static final Path FILE = Path.of("target", "bench", "results.json");

    private Bench() { }

    /** Adds or replaces one figure; the others stay. */
    public static synchronized void record(String name, double value) {
        JsonMapper json = JsonMapper.builder().build();
        try {
            TreeMap<String, Double> figures = Files.exists(FILE)
                    ? json.readValue(FILE.toFile(), new TypeReference<>() { }) : new TreeMap<>();
            figures.put(name, value);
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, json.writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
        } catch (IOException e) {
            throw new IllegalStateException("the figure " + name + " could not be recorded", e);
        }
    }
}
