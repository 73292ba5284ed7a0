package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.util.Optional;

/**
 * What the platforms last said of one seat.
 *
 * @param stable  empty until it has been read once, and when there is none
 * @param canary  empty where none can be
 * @param traffic empty where the traffic is not split
 * @param source  how fresh all this is
 * @param failure why the newest question went unanswered
 */
record SeatReading(Optional<Workload> stable, Optional<Workload> canary, Optional<Traffic> traffic, SourceState source,
                   Optional<Failure> failure) {

    static SeatReading nothing(Seat seat, Duration interval) {
        return new SeatReading(Optional.empty(), Optional.empty(), Optional.empty(),
                new SourceState(seat.platform(), interval, Optional.empty(), ""), Optional.empty());
    }

    /** The same with its age, when somebody asked and was not answered. */
    SeatReading failed(Failure why) {
        return new SeatReading(stable, canary, traffic, new SourceState(source.name(), source.interval(), source.lastGood(),
                why.what()),
                Optional.of(why));
    }

    /** Whether nobody could be asked, as opposed to having been told no. */
    boolean unreachable() {
        return failure.filter(why -> switch (why) {
            case Failure.Unreachable _, Failure.TimedOut _, Failure.Denied _, Failure.Throttled _, Failure.Defect _ -> true;
            case Failure.Missing _, Failure.Conflict _, Failure.Rejected _ -> false;
        }).isPresent();
    }
}
