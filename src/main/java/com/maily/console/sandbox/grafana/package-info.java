/** As much of a Grafana as keeps annotations and takes a token. */
@NullMarked
package com.maily.console.sandbox.grafana;

import org.jspecify.annotations.NullMarked;
