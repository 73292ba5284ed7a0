package com.maily.console.desktop.logs;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Links;
import com.maily.console.core.port.LogSearch;
import com.maily.console.core.port.LogSearch.Hit;
import com.maily.console.core.port.Platforms;
import com.maily.console.desktop.fx.Latest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks the logs away from the FX thread. An answer to a question that was overtaken is dropped. FX thread only. */
final class LogFinder {

    private final Function<String, Platforms> platforms;
    private final Consumer<LogFindings> show;
    private final Latest<LogFindings> news = new Latest<>(this::take);
    private Optional<LogQuestion> present = Optional.empty();

    LogFinder(Function<String, Platforms> platforms, Consumer<LogFindings> show) {
        this.platforms = platforms;
        this.show = show;
    }

    void ask(LogQuestion question) {
        present = Optional.of(question);
        Thread.ofVirtual().name("log search").start(() -> news.publish(found(question)));
    }

    private void take(LogFindings findings) {
        if (present.filter(findings.question()::equals).isPresent()) {
            present = Optional.empty();
            show.accept(findings);
        }
    }

    private LogFindings found(LogQuestion question) {
        try {
            Platforms ports = platforms.apply(question.place().environment());
            Optional<LogSearch> logs = ports.logs();
            return logs.map(search -> found(question, search, ports.links())).orElseGet(() -> LogFindings.unconnected(question));
        } catch (FailureException e) {
            return LogFindings.failed(question, e.failure());
        }
    }

    private static LogFindings found(LogQuestion question, LogSearch search, List<Links> links) {
        LogSearch.Hits hits = search.search(question.query());
        List<LogFindings.Line> lines = hits.hits().stream().map(hit -> new LogFindings.Line(hit, traces(question.place(), hit,
                links)))
                .toList();
        return new LogFindings(question, lines, hits.total(), hits.exact(), hits.warnings(), hits.link(), Optional.empty(),
                search.system());
    }

    private static List<Links.Link> traces(LogPlace place, Hit hit, List<Links> links) {
        Links.Place at = new Links.Place(place.environment(), hit.component(), hit.at(), hit.at(), hit.trace());
        return hit.trace().isEmpty() ? List.of() : links.stream().flatMap(each -> each.to(at).stream()).toList();
    }
}
