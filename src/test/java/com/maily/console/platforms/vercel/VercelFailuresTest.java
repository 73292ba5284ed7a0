package com.maily.console.platforms.vercel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.vercel.VercelRefusal;
import com.maily.console.sandbox.vercel.VercelWorld;
import com.maily.console.sandbox.vercel.WireFault;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VercelFailuresTest {

    private final VercelOverTheWire vercel = new VercelOverTheWire(Duration.ofMillis(1500), 1L << 20);

    @AfterEach
    void close() {
        vercel.close();
    }

    @ParameterizedTest
    @CsvSource({"401,Denied", "403,Denied", "404,Missing", "410,Missing", "402,Rejected", "400,Rejected", "409,Conflict",
            "422,Rejected",
            "429,Throttled", "500,Unreachable", "502,Unreachable"})
    void anErrorBecomesTheRightKindWithVercelsOwnWordsAndWithoutTheToken(int status, String kind) {
        vercel.face.fault(new WireFault.Status(status, "some_code", "The words of Vercel, with Bearer " + VercelOverTheWire.TOKEN,
                7));
        Failure failure = observing();
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.why()).contains("The words of Vercel");
        assertThat(failure.what()).contains("Vercel").contains("127.0.0.1");
        assertThat(failure.sentence()).doesNotContain(VercelOverTheWire.TOKEN);
        if (failure instanceof Failure.Throttled throttled) {
            assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void aTruncatedAnswerIsNotUsed() {
        vercel.face.fault(new WireFault.Truncated());
        assertThat(observing()).isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void aSignInPageIsNamedAsSuch() {
        vercel.face.fault(new WireFault.NotJson());
        Failure failure = observing();
        assertThat(failure).isInstanceOf(Failure.Rejected.class);
        assertThat(failure.sentence()).contains("text/html");
    }

    @Test
    void aHugeAnswerIsRefusedWithTheLimit() {
        vercel.face.fault(new WireFault.Huge(8L << 20));
        Failure failure = observing();
        assertThat(failure).isInstanceOf(Failure.Rejected.class);
        assertThat(failure.why()).contains("1 MiB");
    }

    @Test
    void aSlowAnswerTimesOut() {
        vercel.face.fault(new WireFault.Slow(Duration.ofSeconds(4)));
        assertThat(observing()).isInstanceOf(Failure.TimedOut.class);
    }

    @Test
    void aServerThatIsGoneIsUnreachable() {
        vercel.face.close();
        assertThat(observing()).isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void aWrongTokenIsDenied() throws Exception {
        Files.writeString(vercel.tokenFile, "another");
        assertThat(observing()).isInstanceOf(Failure.Denied.class);
    }

    @Test
    void aMissingTokenNamesWhereItWasLookedFor() throws Exception {
        Files.delete(vercel.tokenFile);
        Failure failure = observing();
        assertThat(failure).isInstanceOf(Failure.Missing.class);
        assertThat(failure.what()).contains("file:");
    }

    @Test
    void aPlanThatHasNoRollbackIsSaidInPlainWords() {
        Revision earlier = vercel.deployer().history(vercel.component()).getLast();
        vercel.world.refuseNext(VercelWorld.Operation.ROLLBACK, new VercelRefusal(402, "payment_required", "Upgrade to Pro"));
        Failure failure = failure(() -> vercel.deployer().undo(vercel.component(), earlier));
        assertThat(failure).isInstanceOf(Failure.Rejected.class);
        assertThat(failure.what()).contains("plan");
    }

    @Test
    void theConnectionIsFoundGood() {
        List<Finding> findings = new VercelInspector(vercel.client, vercel.deployer()).inspect(Inspection.CONNECTIONS, List.of());
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.result()).isEqualTo(Finding.Result.GOOD));
        assertThat(new VercelInspector(vercel.client, vercel.deployer()).inspect(Inspection.INFRASTRUCTURE,
                List.of(vercel.component())))
                .singleElement().satisfies(finding -> assertThat(finding.detail()).contains("v2.0.4"));
    }

    private Failure observing() {
        return failure(() -> vercel.deployer().observe(vercel.component(), Track.STABLE));
    }

    private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        FailureException thrown = catchThrowableOfType(FailureException.class, call);
        assertThat(thrown).as("a failure").isNotNull();
        return thrown.failure();
    }
}
