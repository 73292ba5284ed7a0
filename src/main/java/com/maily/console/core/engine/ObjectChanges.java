package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Manifest;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Manifests;
import com.maily.console.core.port.Platforms;
import java.util.ArrayList;
import java.util.List;

/** What a plan's Apply steps would change, asked of the platform before anything is sent; and what it would refuse. */
final class ObjectChanges {

    private final Preflight common;
    private final List<Manifests.Difference> differences = new ArrayList<>();
    private final List<PreflightCheck> checks = new ArrayList<>();

    ObjectChanges(Preflight common, Plan plan, Platforms ports) {
        this.common = common;
        plan.steps().forEach(step -> {
            if (step instanceof Step.Apply apply) {
                apply.manifests().forEach(manifest -> look(apply, manifest, ports));
            }
        });
    }

    private void look(Step.Apply step, Manifest manifest, Platforms ports) {
        try {
            Manifests.Difference difference = ports.manifests(step.platform()).orElseThrow(() -> ApplyStep.nowhere(step))
                    .compare(manifest);
            differences.add(difference);
            checks.add(common.check(manifest.label(), step.title(), PreflightCheck.Result.PASS,
                    difference.none() ? "Is as given." : "Would change: " + ApplyStep.told(difference) + "."));
        } catch (FailureException problem) {
            Failure failure = problem.failure();
            checks.add(common.check(manifest.label(), step.title(),
                    failure.retryable() ? PreflightCheck.Result.UNKNOWN : PreflightCheck.Result.FAIL, failure.sentence()));
        }
    }

    /** Those that are not as given. */
    List<Manifests.Difference> differences() {
        return differences.stream().filter(difference -> !difference.none()).toList();
    }

    List<PreflightCheck> checks() {
        return List.copyOf(checks);
    }
}
