package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.Finding.Result;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Inspector} of workloads must do; run by each adapter over the wire and by the sandbox in memory. */
public abstract class InspectorContract {

    /** A component that is well in every respect, and its inspector. */
    public interface Harness extends AutoCloseable {
        Inspector inspector();

        Component component();

        @Override
        void close();
    }

    private Harness world;

    protected abstract Harness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
    }

    @AfterEach
    void closeWorld() {
        // A world that could not be opened has skipped the test, and says why.
        if (world != null) {
            world.close();
        }
    }

    @Test
    void aSoundComponentIsFoundGood() {
        for (Inspection inspection : List.of(Inspection.INFRASTRUCTURE, Inspection.LIMITS_AND_PROBES, Inspection.NETWORK_POLICIES,
                Inspection.TRACING)) {
            assertThat(inspect(inspection, world.component())).as("%s", inspection).singleElement().satisfies(finding -> {
                assertThat(finding.subject()).isEqualTo(world.component().name());
                assertThat(finding.result()).as(finding.detail()).isEqualTo(Result.GOOD);
                assertThat(finding.detail()).isNotBlank();
            });
        }
    }

    @Test
    void theConnectionAnswersWithOurCredentials() {
        assertThat(inspect(Inspection.CONNECTIONS, world.component())).singleElement()
                .satisfies(finding -> assertThat(finding.result()).as(finding.detail()).isEqualTo(Result.GOOD));
    }

    @Test
    void aComponentThatIsNotThereIsBadAndNamed() {
        Component missing = like(world.component(), "nobody", world.component().platform(), List.of());
        assertThat(inspect(Inspection.INFRASTRUCTURE, world.component(), missing)).hasSize(2).last().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("nobody");
            assertThat(finding.result()).isEqualTo(Result.BAD);
            assertThat(finding.detail()).contains("nobody");
        });
    }

    @Test
    void onlyWhatOthersNeedIsADependency() {
        Component needy = like(world.component(), "needy", "elsewhere", List.of(world.component().name()));
        assertThat(inspect(Inspection.DEPENDENCIES, world.component())).isEmpty();
        assertThat(inspect(Inspection.DEPENDENCIES, world.component(), needy)).extracting(Finding::subject, Finding::result)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(world.component().name(), Result.GOOD));
    }

    @Test
    void componentsOfOtherPlatformsAreNoneOfItsBusiness() {
        Component other = like(world.component(), "frontend", "elsewhere", List.of());
        for (Inspection inspection : List.of(Inspection.INFRASTRUCTURE, Inspection.LIMITS_AND_PROBES, Inspection.TRACING)) {
            assertThat(inspect(inspection, other)).isEmpty();
        }
        assertThat(inspect(Inspection.METRICS_ARRIVE, world.component())).isEmpty();
    }

    private List<Finding> inspect(Inspection inspection, Component... components) {
        return world.inspector().inspect(inspection, List.of(components));
    }

    private static Component like(Component component, String name, String platform, List<String> needs) {
        return new Component(name, Criticality.NON_CRITICAL, platform, component.target().replace(component.targetName(), name),
                Routing.PLAIN, needs, List.of());
    }
}
