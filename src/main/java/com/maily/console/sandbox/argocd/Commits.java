package com.maily.console.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;

/** The one branch of Git an application is made from. Read and written under the clock's lock. */
final class Commits {

    private final String application;
    private final List<Commit> all = new ArrayList<>();

    Commits(String application) {
        this.application = application;
    }

    /** @param trouble why it can't be applied; empty when it can */
    void add(String image, String trouble) {
        all.add(Commit.of(application, all.size(), image, trouble));
    }

    Commit head() {
        return all.getLast();
    }

    Commit of(String revision) {
        return all.stream().filter(commit -> commit.revision().equals(revision)).findFirst()
                .orElseThrow(() -> ArgoRefusal.invalid("unable to resolve '" + revision + "' to a commit SHA"));
    }
}
