package com.maily.console.core.engine;

import java.util.concurrent.Executor;

/** Gives conductors their turns. */
interface Driver extends AutoCloseable {

    /** What looks at steps run on. */
    Executor looks();

    /** Takes a conductor on until its run is over. */
    void drive(Conductor conductor);

    /** Stops giving turns; the state of the runs stays as it is. */
    @Override
    void close();
}
