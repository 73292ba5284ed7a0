package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Manifests;

/** Prints a plan and what its preflight found, before anything is done. */
final class PlanPrinter {

    private PlanPrinter() { }

    static void print(Commands.Preview preview, Output output) {
        preview.plan().ifPresent(plan -> print(plan, output));
        preview.changes().forEach(difference -> print(difference, output));
        for (PreflightCheck check : preview.checks()) {
            output.say("  %-8s %-14s %s: %s".formatted(check.result(), check.subject(), check.title(), check.detail()));
        }
    }

    private static void print(Manifests.Difference difference, Output output) {
        output.say("  " + difference.manifest().label() + (difference.absent() ? " would be made" : " would change"));
        difference.changes().forEach(change -> {
            if (!change.before().isEmpty()) {
                output.say("    - " + change.path() + ": " + change.before());
            }
            if (!change.after().isEmpty()) {
                output.say("    + " + change.path() + ": " + change.after());
            }
        });
    }

    private static void print(Plan plan, Output output) {
        String way = switch (plan.intent()) {
            case FORWARD -> "Deploys ";
            case BACK -> "Rolls back to ";
        };
        output.say(way + plan.version() + " on " + plan.environment() + ", where " + plan.replaces() + " runs now.");
        for (Phase phase : plan.phases()) {
            output.say("%d %s  %s".formatted(phase.number(), phase.title(), phase.subtitle()));
            for (Step step : phase.steps()) {
                output.say("  %-5s %-40s about %s%s".formatted(step.id(), step.title(), Text.duration(step.planned()),
                        step.after().isEmpty() ? "" : ", after " + String.join(", ", step.after())));
            }
        }
    }
}
