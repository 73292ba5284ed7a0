package com.maily.console.sandbox.argocd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One commit of an application's folder in Git.
 *
 * @param trouble why it can't be applied; empty when it can
 */
record Commit(String revision, String image, String trouble) {

    static Commit of(String application, int number, String image, String trouble) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((application + number + image).getBytes(StandardCharsets.UTF_8));
            return new Commit(HexFormat.of().formatHex(hash), image, trouble);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1.", e);
        }
    }
}
