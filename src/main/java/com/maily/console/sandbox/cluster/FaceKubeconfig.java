package com.maily.console.sandbox.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** A kubeconfig with a context for each face, so that kubectl and everything else can be pointed at them. */
public final class FaceKubeconfig {

    private FaceKubeconfig() { }

    /**
     * Readable by its owner alone where the file system can.
     *
     * @param faces by context, the current one first
     */
    public static void write(Path file, Map<String, KubernetesFace> faces) {
        try {
            Files.writeString(file, text(faces));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kubeconfig could not be written to " + file, e);
        }
    }

    private static String text(Map<String, KubernetesFace> faces) {
        return "apiVersion: v1\nkind: Config\nclusters:\n"
                + each(faces, (name, face) -> """
                        - name: %s
                          cluster:
                            server: %s
                        """.formatted(name, face.address()))
                + "users:\n" + each(faces, (name, face) -> """
                        - name: %s
                          user:
                            token: %s
                        """.formatted(name, face.token()))
                + "contexts:\n" + each(faces, (name, _) -> """
                        - name: %1$s
                          context:
                            cluster: %1$s
                            user: %1$s
                            namespace: maily
                        """.formatted(name))
                + "current-context: " + faces.keySet().iterator().next() + "\n";
    }

    private interface Entry {
        String text(String name, KubernetesFace face);
    }

    private static String each(Map<String, KubernetesFace> faces, Entry entry) {
        return faces.entrySet().stream().map(one -> entry.text(one.getKey(), one.getValue())).collect(Collectors.joining());
    }
}
