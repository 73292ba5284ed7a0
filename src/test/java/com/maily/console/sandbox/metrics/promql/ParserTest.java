package com.maily.console.sandbox.metrics.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

    private final PromQl promQl = new PromQl(new SeriesStore(Duration.ofHours(1)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1 + 2 * 3 | 7", "(1 + 2) * 3 | 9", "2 ^ 3 ^ 2 | 512", "-2 ^ 2 | -4", "-2 * -3 | 6", "10 - 4 - 3 | 3",
            "7 % 4 | 3", "1e3 | 1000", ".5 + 0x10 | 16.5", "1 < bool 2 | 1", "1 == bool 2 | 0", "2 * (3 >= bool 3) | 2",
            "scalar(vector(4)) # four | 4", "1 / 0 | Infinity", "-Inf | -Infinity", "time() | 100"})
    void numbersAreReadWithTheUsualPrecedence(String query, double result) {
        assertThat(promQl.instant(query, 100_000)).isEqualTo(new Outcome.Scalar(100_000, result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "sum(rate(up[5m]) | 1:17: parse error: unclosed left parenthesis",
            "foo(up) | 1:1: parse error: unknown function with name \"foo\"",
            "rate(up) | 1:6: parse error: expected type range vector in call to function \"rate\", got instant vector",
            "~~ | 1:1: parse error: no expression found in input",
            "(time() % 60 < 30) and on() vector(1) | 1:14: parse error: comparisons between scalars must use BOOL modifier",
            "sum(1) | 1:5: parse error: expected type instant vector in aggregation expression, got scalar",
            "rate() | 1:1: parse error: expected 1 argument(s) in call to \"rate\", got 0",
            "up{job=\"a\"} foo | 1:13: parse error: unexpected identifier \"foo\"",
            "{} | 1:1: parse error: vector selector must contain at least one non-empty matcher",
            "{job=~\".*\"} | 1:1: parse error: vector selector must contain at least one non-empty matcher",
            "1 or 2 | 1:1: parse error: set operator \"or\" not allowed in binary scalar expression",
            "up + bool up | 1:4: parse error: bool modifier can only be used on comparison operators",
            "up[0s] | 1:4: parse error: duration must be greater than 0",
            "up + up[5m] | 1:6: parse error: binary expression must contain only scalar and instant vector types"})
    void mistakesAreRefusedInPrometheusWords(String query, String message) {
        assertThatThrownBy(() -> promQl.instant(query, 0)).isInstanceOf(QueryException.class).hasMessage(message)
                .extracting("kind").isEqualTo(QueryException.Kind.BAD_DATA);
    }
}
