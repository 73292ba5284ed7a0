package com.maily.console.core.engine;

import com.maily.console.core.engine.PlannedActions.Wish;
import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Permission;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the console, and our accounts with it, may do what a plan will ask of the platforms: one check for each component that
 * may not be changed, and one for the rest of each environment. Reads only.
 */
record RightsPreflight(PlannedActions planned, Function<String, Platforms> platforms, Instant now) {

    static final String RIGHTS = "Rights";
    static final String READ_ONLY = "Read-only";

    private record Told(Wish wish, Permission permission) {
        String subject() {
            return wish.component().map(Component::name).orElse(wish.environment());
        }
    }

    List<PreflightCheck> checks() {
        Set<Wish> wishes = planned.all();
        List<PreflightCheck> checks = new ArrayList<>();
        wishes.stream().map(Wish::environment).distinct().forEach(environment -> {
            guard(environment).ifPresentOrElse(checks::add, () -> {
                List<Told> told = wishes.stream().filter(wish -> wish.environment().equals(environment)).map(this::ask).toList();
                checks.addAll(denied(told));
                checks.add(rest(environment, told));
            });
        });
        return checks;
    }

    private Optional<PreflightCheck> guard(String environment) {
        return planned.workspace().environment(environment).filter(Environment::readOnly)
                .map(one -> new PreflightCheck(environment, READ_ONLY, Result.FAIL, Guards.readOnly(environment).why(), now));
    }

    private Told ask(Wish wish) {
        try {
            Rights rights = platforms.apply(wish.environment()).rights();
            return new Told(wish, wish.component().map(one -> rights.may(one, wish.action())).orElseGet(() -> rights
                    .may(wish.action())));
        } catch (FailureException silent) {
            return new Told(wish, new Permission.Unknown(silent.failure().why(), now));
        }
    }

    private List<PreflightCheck> denied(List<Told> told) {
        Set<String> subjects = told.stream().map(Told::subject).collect(Collectors.toCollection(LinkedHashSet::new));
        return subjects.stream().map(subject -> new PreflightCheck(subject, RIGHTS, Result.FAIL, told.stream()
                .filter(one -> one.subject().equals(subject)).flatMap(one -> one.permission().refusal().stream())
                .map(Failure::why).distinct().collect(Collectors.joining(" ")), now))
                .filter(check -> !check.detail().isEmpty()).toList();
    }

    /** What nobody could tell may be tried, and is said. */
    private PreflightCheck rest(String environment, List<Told> told) {
        String unknown = told.stream().filter(one -> one.permission() instanceof Permission.Unknown)
                .map(one -> ((Permission.Unknown) one.permission()).why()).distinct().collect(Collectors.joining(" "));
        if (!unknown.isEmpty()) {
            return new PreflightCheck(environment, RIGHTS, Result.UNKNOWN, "What our account may do is not known for all of it. "
                    + unknown, now);
        }
        boolean all = told.stream().allMatch(one -> one.permission() instanceof Permission.Allowed);
        return new PreflightCheck(environment, RIGHTS, Result.PASS, all ? "Our account may do all that the plan needs."
                : "Our account may do the rest.", now);
    }
}
