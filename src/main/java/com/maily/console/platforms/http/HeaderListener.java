package com.maily.console.platforms.http;

import java.net.http.HttpHeaders;

/** Is told of the headers of each answer, good or bad, before anything is made of it: budgets stand there. */
@FunctionalInterface
public interface HeaderListener {
    void heard(HttpCall call, int status, HttpHeaders headers);
}
