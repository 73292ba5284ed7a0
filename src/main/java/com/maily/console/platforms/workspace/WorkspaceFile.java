package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a workspace file. All mistakes in it are reported together, each with line, column, field and what was expected. */
public final class WorkspaceFile {

    private static final int LARGEST_BYTES = 1 << 20;
    private static final String WHAT = "The workspace file could not be read";

    private WorkspaceFile() { }

    /** A file that needs no variables. */
    public static Workspace read(Path file) {
        return read(file, Map.of());
    }

    /**
     * @param variables what stands for {@code ${name}} in connection settings and the clock
     * @throws FailureException {@code Missing}, {@code Denied} or {@code Unreachable} when the file cannot be had;
     *         {@code Rejected} with one line per mistake when its content cannot be used
     */
    public static Workspace read(Path file, Map<String, String> variables) {
        return parse(text(file, bytes(file)), file.getFileName().toString(), variables);
    }

    /** The shipped example: Maily. Without variables it names the usual addresses of a real installation. */
    public static Workspace maily(Map<String, String> variables) {
        String name = "maily.yaml";
        try (InputStream in = WorkspaceFile.class.getResourceAsStream("/com/maily/console/workspace/" + name)) {
            if (in == null) {
                throw new FailureException(new Failure.Defect(WHAT, "The shipped " + name + " is not in this program.",
                        "Install it again."));
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, variables);
        } catch (IOException e) {
            throw unreadable(Path.of(name), e);
        }
    }

    static Workspace parse(String text, String name, Map<String, String> variables) {
        Problems problems = new Problems(name);
        Workspace workspace = new WorkspaceSection(Field.root(compose(text, name), problems), new Variables(variables)).read();
        problems.throwIfAny();
        return workspace;
    }

    private static Node compose(String text, String name) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(LARGEST_BYTES);
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                throw rejected(name + " is empty.", "Start from the shipped example, maily.yaml.");
            }
            return node;
        } catch (MarkedYAMLException e) {
            String where = e.getProblemMark() == null ? "" : ":" + (e.getProblemMark().getLine() + 1) + ":"
                    + (e.getProblemMark().getColumn() + 1);
            throw rejected(name + where + ": not YAML: " + e.getProblem() + ".",
                    "Correct the file and try again; nothing was started.");
        } catch (YAMLException e) {
            throw rejected(name + ": not YAML: " + e.getMessage().lines().findFirst().orElse("") + ".",
                    "Correct the file and try again.");
        }
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw rejected(file + " is a folder.", "Name the file itself.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw rejected(file + " is larger than " + LARGEST_BYTES / 1024 + " KiB.", "Is it the right file?");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String text(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw rejected(file + " is not text in UTF-8.", "Is it the right file?");
        }
    }

    private static FailureException rejected(String why, String advice) {
        return new FailureException(new Failure.Rejected(WHAT, why, advice));
    }

    private static FailureException unreadable(Path file, IOException error) {
        return new FailureException(switch (error) {
            case NoSuchFileException _ -> new Failure.Missing(WHAT, "There is no file " + file + ".", "Check the path.");
            case AccessDeniedException _ -> new Failure.Denied(WHAT, "This user may not read " + file + ".",
                    "Change its permissions.");
            default -> new Failure.Unreachable(WHAT, file + ": " + error.getMessage() + ".", "Check the disk and try again.");
        }, error);
    }
}
