/** Alertmanager's API v2: what fires, and silences for the time of a deployment. */
@NullMarked
package com.maily.console.platforms.alertmanager;

import org.jspecify.annotations.NullMarked;
