package com.maily.console.platforms.datadog;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.http.HeaderListener;
import com.maily.console.platforms.http.HttpCall;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is left of Datadog's request budgets, from the {@code X-RateLimit-*} headers of its answers. Several calls share a budget;
 * which one a call uses is known from its first answer. Safe for use by several threads.
 */
final class RateLimits implements HeaderListener {

    private static final int TOO_MANY = 429;
    /** When Datadog does not say how long it lasts. */
    private static final long USUAL_WAIT = 10;

    /** @param period seconds {@code limit} requests are allowed in, both 0 when not said */
    private record Budget(String name, long limit, long period, long left, Instant reset) { }

    private final Time time;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Budget> budgets = new TreeMap<>();

    RateLimits(Time time) {
        this.time = time;
    }

    /** @throws FailureException {@code Throttled} when the call's budget is used up and its reset lies ahead */
    synchronized void admit(HttpCall call) {
        Optional.ofNullable(names.get(kind(call.method(), call.path()))).map(budgets::get)
                .filter(budget -> budget.left() <= 0 && time.instant().isBefore(budget.reset())).ifPresent(budget -> {
                    throw new FailureException(throttled("Datadog is not asked before " + clock(budget.reset()), budget));
                });
    }

    /** For a 429, whose headers were heard just before. */
    synchronized Failure throttled(String subject, String method, String path) {
        Budget budget = budgets.get(names.getOrDefault(kind(method, path), ""));
        return throttled(subject + " asks us to slow down", budget == null
                ? new Budget(path, 0, 0, 0, time.instant().plusSeconds(USUAL_WAIT)) : budget);
    }

    private Failure throttled(String what, Budget budget) {
        Duration wait = Duration.between(time.instant(), budget.reset());
        Duration ahead = wait.isNegative() ? Duration.ZERO : wait;
        String size = budget.limit() == 0 ? "" : " of " + budget.limit() + " requests in " + budget.period() + " s";
        return new Failure.Throttled(what, "The budget \"" + budget.name() + "\"" + size + " is used up.",
                "It is asked again in " + (ahead.toMillis() + 999) / 1000 + " s.", ahead);
    }

    @Override
    public synchronized void heard(HttpCall call, int status, HttpHeaders headers) {
        boolean refused = status == TOO_MANY;
        if (!refused && headers.firstValue("X-RateLimit-Remaining").isEmpty()) {
            return;
        }
        String kind = kind(call.method(), call.path());
        String name = headers.firstValue("X-RateLimit-Name").orElse(names.getOrDefault(kind, kind));
        long wait = number(headers, "X-RateLimit-Reset", number(headers, "Retry-After", USUAL_WAIT));
        names.put(kind, name);
        budgets.put(name, new Budget(name, number(headers, "X-RateLimit-Limit", 0), number(headers, "X-RateLimit-Period", 0),
                refused ? 0 : number(headers, "X-RateLimit-Remaining", 1), time.instant().plusSeconds(wait)));
    }

    /** The tightest budget known, for people; empty before the first answer that names one. */
    synchronized Optional<String> tightest() {
        return budgets.values().stream().filter(budget -> budget.limit() > 0)
                .min((a, b) -> Double.compare((double) a.left() / a.limit(), (double) b.left() / b.limit()))
                .map(budget -> budget.left() + " of " + budget.limit() + " requests of the budget \"" + budget.name()
                        + "\" are left until " + clock(budget.reset()) + ".");
    }

    private static String clock(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().substring(11, 19) + " UTC";
    }

    /** Calls that differ only in an id at the end are of one kind. */
    private static String kind(String method, String path) {
        return method + " " + path.replaceFirst("(?<=.)/[^/]*\\d[^/]*$", "");
    }

    private static long number(HttpHeaders headers, String name, long otherwise) {
        return headers.firstValue(name).map(String::strip).filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong)
                .orElse(otherwise);
    }
}
