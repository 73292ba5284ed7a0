/** The sandbox's cluster as ports in memory: the same questions the Kubernetes adapter answers, without a wire in between. */
@NullMarked
package com.maily.console.sandbox.ports;

import org.jspecify.annotations.NullMarked;
