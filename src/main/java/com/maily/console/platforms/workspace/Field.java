package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of the file, with its place in it. Asked for as what it should be; where it is something else, the problem is noted
 * and nothing is returned, so that reading goes on and finds the next mistake.
 *
 * @param path    as people would write it: {@code components[2].criticality}; empty for the whole file
 * @param keyMark where its key stands
 */
record Field(Node node, String path, Problems problems, Mark keyMark) {

    static Field root(Node node, Problems problems) {
        return new Field(node, "", problems, node.getStartMark());
    }

    Mark mark() {
        return node.getStartMark();
    }

    /** The value is wrong. */
    void wrong(String message) {
        problems.add(mark(), (path.isEmpty() ? "the file" : path) + " " + message);
    }

    /** It should not be there at all. */
    void wrongKey(String message) {
        problems.add(keyMark, path + " " + message);
    }

    /** Something is there, but not what is wanted. */
    <T> Optional<T> expected(String what) {
        wrong("is " + shown() + "; expected " + what);
        return Optional.empty();
    }

    private String shown() {
        return switch (node) {
            case ScalarNode scalar -> Tag.NULL.equals(scalar.getTag()) ? "empty" : "'" + scalar.getValue() + "'";
            case SequenceNode _ -> "a list";
            default -> "a group of fields";
        };
    }

    /** A single non-empty word or text, as it is written. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag()) && !scalar.getValue().isBlank()
                ? Optional.of(scalar.getValue()) : expected("a text");
    }

    /** One text, or a list of several. */
    List<String> oneOrMore() {
        return node instanceof SequenceNode ? texts() : text().stream().toList();
    }

    private <T> Optional<T> parsed(String what, Function<String, Optional<T>> parser) {
        Optional<T> value = node instanceof ScalarNode scalar ? parser.apply(scalar.getValue()) : Optional.empty();
        return value.isPresent() ? value : expected(what);
    }

    <T> Optional<T> oneOf(Map<String, T> choices) {
        return parsed("one of " + String.join(", ", choices.keySet()), word -> Optional.ofNullable(choices.get(word)));
    }

    Optional<Boolean> flag() {
        return parsed("true or false", word -> Optional.ofNullable(Map.of("true", true, "false", false).get(word)));
    }

    Optional<Duration> duration() {
        return parsed("a duration such as 90s, 5m or 1h30m", DurationText::parse);
    }

    Optional<Double> number() {
        return parsed("a number", Field::numberIn);
    }

    Optional<Weight> weight() {
        return parsed("a weight from 0 to 100", word -> numberIn(word).filter(n -> n >= 0 && n <= 100).map(Weight::ofPercent));
    }

    Optional<Weight> points() {
        return parsed("whole percent points from 1 to 100", word -> numberIn(word)
                .filter(n -> n >= 1 && n <= 100 && n == Math.rint(n)).map(Weight::ofPercent));
    }

    static Optional<Double> numberIn(String word) {
        try {
            return Optional.of(Double.valueOf(word)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    List<Field> items() {
        if (!(node instanceof SequenceNode sequence)) {
            expected("a list");
            return List.of();
        }
        List<Field> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Field(item, path + "[" + items.size() + "]", problems, item.getStartMark()));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** The fields of a group whose keys are names people chose; a key given twice is a mistake. */
    Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            expected("a group of fields");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                String name = key.getValue();
                Field field = new Field(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, problems,
                        key.getStartMark());
                Field before = fields.putIfAbsent(name, field);
                if (before != null) {
                    field.wrongKey("is given twice, first in line " + (before.keyMark().getLine() + 1));
                }
            } else {
                problems.add(tuple.getKeyNode().getStartMark(), path + " has a key that is no word");
            }
        }
        return fields;
    }

    /** The fields of a group with a fixed set of keys; any other key is a mistake. */
    Section section(Collection<String> known) {
        return new Section(this, fields(), known);
    }
}
