package com.maily.console.desktop.logs;

import com.maily.console.core.port.LogSearch;
import java.time.Duration;

/** What is asked of the logs. @param back how far before the place's end; @param page 0 for the newest lines */
record LogQuestion(LogPlace place, String words, Duration back, int page) {

    static final int LINES = 100;

    LogSearch.Query query() {
        return new LogSearch.Query(place.service(), words, place.until().minus(back), place.until(), page * LINES, LINES);
    }

    LogQuestion before() {
        return new LogQuestion(place, words, back, page - 1);
    }

    LogQuestion next() {
        return new LogQuestion(place, words, back, page + 1);
    }
}
