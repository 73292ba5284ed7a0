package com.maily.console.platforms.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Manifest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the objects the environments are to hold: written out, with the fields that are ours to decide and no others. */
final class ManifestSection {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> KEYS = Stream.of(Manifest.Purpose.values()).map(Manifest.Purpose::key).toList();

    private ManifestSection() { }

    static Map<Manifest.Purpose, List<Manifest>> read(Field field) {
        Section section = field.section(KEYS);
        Map<Manifest.Purpose, List<Manifest>> manifests = new EnumMap<>(Manifest.Purpose.class);
        for (Manifest.Purpose purpose : Manifest.Purpose.values()) {
            List<Field> items = section.optionalItems(purpose.key());
            List<Optional<Manifest>> read = items.stream().map(ManifestSection::manifest).toList();
            References.unique(items, read.stream().map(one -> one.map(Manifest::label).orElse("")).toList(), "object");
            manifests.put(purpose, read.stream().flatMap(Optional::stream).toList());
        }
        return manifests;
    }

    private static Optional<Manifest> manifest(Field field) {
        Map<String, Field> fields = field.fields();
        Optional<String> apiVersion = word(field, fields, "apiVersion");
        Optional<String> kind = word(field, fields, "kind");
        Optional<String> name = Optional.ofNullable(fields.get("metadata")).map(Field::fields)
                .flatMap(metadata -> word(field, metadata, "name"));
        if (name.isEmpty() && !fields.containsKey("metadata")) {
            field.wrong("has no metadata.name");
        }
        kind.filter("Secret"::equals).ifPresent(_ ->
                fields.get("kind").wrong("is 'Secret'; secrets do not belong into this file"));
        ObjectNode object = JSON.valueToTree(new Plain().value(field.node()));
        boolean placed = object.path("metadata").has("namespace");
        if (placed) {
            field.wrong("names a namespace; leave it out, each environment has its own");
        }
        return apiVersion.isEmpty() || kind.isEmpty() || name.isEmpty() || placed ? Optional.empty()
                : Optional.of(new Manifest(apiVersion.get(), kind.get(), name.get(), text(object)));
    }

    private static Optional<String> word(Field owner, Map<String, Field> fields, String key) {
        if (!fields.containsKey(key)) {
            owner.wrong("has no " + key);
            return Optional.empty();
        }
        return fields.get(key).text();
    }

    private static String text(JsonNode object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was just made cannot be written", e);
        }
    }

    /** YAML's plain values, as Kubernetes understands them. */
    private static final class Plain extends SafeConstructor {
        Plain() {
            super(new LoaderOptions());
        }

        Object value(Node node) {
            return constructDocument(node);
        }
    }
}
