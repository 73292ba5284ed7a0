/** Where the requests behind a failure can be followed: links into Jaeger, Tempo, Datadog and the like, from templates. */
@NullMarked
package com.maily.console.platforms.traces;

import org.jspecify.annotations.NullMarked;
