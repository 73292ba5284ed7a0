package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogSearch.Hit;
import com.maily.console.core.port.LogSearch.Hits;
import com.maily.console.core.port.LogSearch.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LogSearch} must do; run by the OpenSearch adapter over the wire and by the sandbox in memory. */
public abstract class LogSearchContract {

    /** A world in which the api of production has failed more than a hundred requests in the last ten minutes. */
    public interface Harness extends AutoCloseable {
        LogSearch logs();

        Instant now();

        /** The name of a job that ended badly within the last ten minutes. */
        String failedJob();

        @Override
        void close();
    }

    private Harness harness;

    protected abstract Harness open() throws Exception;

    @BeforeEach
    void openHarness() throws Exception {
        harness = open();
    }

    @AfterEach
    void closeHarness() {
        harness.close();
    }

    private Query query(String component, String text, int most) {
        return new Query(component, text, harness.now().minus(Duration.ofMinutes(10)), harness.now(), 0, most);
    }

    @Test
    void givesTheNewestLinesOfAComponentWithTheirTraces() {
        Hits hits = harness.logs().search(query("api", "failed", 20));
        assertThat(hits.hits()).hasSize(20).isSortedAccordingTo(Comparator.comparing(Hit::at).reversed()).allSatisfy(hit -> {
            assertThat(hit.component()).isEqualTo("api");
            assertThat(hit.level()).isEqualTo("error");
            assertThat(hit.message()).contains("failed");
            assertThat(hit.trace()).hasValueSatisfying(trace -> assertThat(trace).matches("[0-9a-f]{32}"));
            assertThat(hit.at()).isBetween(harness.now().minus(Duration.ofMinutes(10)), harness.now());
        });
        assertThat(hits.total()).isGreaterThan(20);
        assertThat(hits.warnings()).isEmpty();
    }

    @Test
    void readsOnWithoutAGapOrALineTwice() {
        Query first = query("api", "failed", 30);
        List<Hit> whole = harness.logs().search(query("api", "failed", 60)).hits();
        List<Hit> pages = Stream.of(first, first.next()).flatMap(page -> harness.logs().search(page).hits().stream()).toList();
        assertThat(pages).isEqualTo(whole);
        assertThat(new HashSet<>(pages)).hasSameSizeAs(pages);
    }

    @Test
    void wordsMustAllOccurAndThoseWithAMinusMustNot() {
        long all = harness.logs().search(query("api", "failed", 1)).total();
        Hits with = harness.logs().search(query("api", "failed \"deadlock detected\"", 200));
        Hits without = harness.logs().search(query("api", "failed -\"deadlock detected\"", 1));
        assertThat(with.hits()).isNotEmpty().allSatisfy(hit -> assertThat(hit.message()).contains("deadlock detected"));
        assertThat(with.total() + without.total()).isEqualTo(all);
        assertThat(harness.logs().search(query("api", "nothing-says-this", 10)).total()).isZero();
    }

    @Test
    void aJobsLastLineSaysHowItEnded() {
        Hits hits = harness.logs().search(query(harness.failedJob(), "", 10));
        assertThat(hits.hits()).isNotEmpty();
        assertThat(hits.hits().getFirst().level()).isEqualTo("error");
        assertThat(hits.hits().getFirst().message()).contains("4 failed");
    }

    @Test
    void timesAreKeptTo() {
        Instant end = harness.now().minus(Duration.ofMinutes(3));
        Hits hits = harness.logs().search(new Query("api", "", end.minus(Duration.ofMinutes(1)), end, 0, 500));
        assertThat(hits.hits()).isNotEmpty().allSatisfy(hit -> assertThat(hit.at()).isBetween(end.minus(Duration.ofMinutes(1)),
                end));
    }

    @Test
    void aPageThatIsTooDeepIsRefusedInASentence() {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> harness.logs()
                .search(new Query("api", "", harness.now().minusSeconds(60), harness.now(), LogSearch.DEEPEST, 50)));
        assertThat(thrown.failure()).isInstanceOf(Failure.Rejected.class);
        assertThat(thrown.failure().advice()).contains("shorter time");
    }
}
