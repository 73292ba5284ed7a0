package com.maily.console.core.engine;

import com.maily.console.core.model.AnalysisPolicy.OnFail;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.core.sla.Verdict;

/** Takes a canary that failed back to the rung that has passed, or off all traffic, and stops: people decide what comes next. */
record CanaryFall(Step.Canary step, Component component, CanaryTraffic traffic, Deployer deployer, Sight sight, OnFail onFail) {

    /** @param weight the one that failed */
    Outcome after(Verdict verdict, Weight weight) {
        Weight target = lastGood(weight);
        try {
            if (traffic.desired().isAbove(target)) {
                if (traffic.down(observe(Track.STABLE), observe(Track.CANARY)).nobodyReady()) {
                    return new Outcome.Waiting(verdict.sentence() + " Traffic stays at " + traffic.desired()
                            + ": no stable pod is ready to take it", Advance.SOON);
                }
                traffic.set(target);
            }
            return new Outcome.Held(verdict.sentence() + " Traffic is back at " + target + ".");
        } catch (FailureException problem) {
            if (problem.failure().retryable()) {
                throw problem;
            }
            return new Outcome.Held(verdict.sentence() + " Traffic could not be lowered: " + problem.failure().why()
                    + " Roll back.");
        }
    }

    /** A rolling release only goes forward; the one way down is to abort it. */
    private Weight lastGood(Weight weight) {
        return onFail == OnFail.ABORT || component.routing().kind().equals(Routing.ROLLING_RELEASE) ? Weight.ZERO
                : Rungs.of(step.ladder(), traffic.reach()).below(weight);
    }

    private Workload observe(Track track) {
        Workload workload = deployer.observe(component, track);
        sight.sees(workload);
        return workload;
    }
}
