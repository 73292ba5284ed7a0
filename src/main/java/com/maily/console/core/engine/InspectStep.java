package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads how things are and lets the plan go on only when every finding is good; unknown is waited for, never counted as good. */
final class InspectStep {

    private InspectStep() { }

    static Advance advance(Step.Inspect step, StepContext context) {
        List<Finding> findings = Findings.of(step.inspection(), subjects(step, context), context.workspace(),
                step.environment(), context.platforms(), context.now());
        List<Finding> bad = of(findings, Finding.Result.BAD);
        if (!bad.isEmpty()) {
            return Advance.failed(new Failure.Rejected(step.title() + " found something wrong", told(bad),
                    "Put it right and retry, or skip with a reason."));
        }
        List<Finding> unknown = of(findings, Finding.Result.UNKNOWN);
        if (!unknown.isEmpty()) {
            return Advance.of(new Outcome.Waiting("not known yet: " + told(unknown), Advance.SOON));
        }
        return Advance.of(findings.isEmpty() ? nobodyKnows(step) : new Outcome.Done(told(findings)));
    }

    /** Only what the release brings is ours to trace: Redis exports none. */
    private static List<Component> subjects(Step.Inspect step, StepContext context) {
        List<Component> all = context.workspace().components();
        return step.inspection() != Inspection.TRACING ? all : all.stream()
                .filter(component -> context.deployment().release().artifact(component.name()).isPresent()).toList();
    }

    private static Outcome nobodyKnows(Step.Inspect step) {
        return new Outcome.Failed(new Failure.Missing("Nothing can tell whether " + step.title() + " holds",
                "no connected platform answers this inspection.", "Connect one in the workspace file, or skip with a reason."));
    }

    private static List<Finding> of(List<Finding> findings, Finding.Result result) {
        return findings.stream().filter(finding -> finding.result() == result).toList();
    }

    /** Subjects of which the same was found are told together. */
    private static String told(List<Finding> findings) {
        Map<String, List<String>> subjects = findings.stream().collect(Collectors.groupingBy(
                finding -> finding.detail().replaceAll("\\.$", ""), LinkedHashMap::new, Collectors.mapping(Finding::subject,
                        Collectors.toList())));
        return subjects.entrySet().stream().map(found -> String.join(", ", found.getValue()) + ": " + found.getKey())
                .collect(Collectors.joining("; ")) + ".";
    }
}
