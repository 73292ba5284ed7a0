/** An Alertmanager with Prometheus' alerting rules in front of it: alerts that follow from the sandbox's metrics, and silences. */
@NullMarked
package com.maily.console.sandbox.alertmanager;

import org.jspecify.annotations.NullMarked;
