/** Grafana's HTTP API: deployments as annotations on its dashboards, and links into it. */
@NullMarked
package com.maily.console.platforms.grafana;

import org.jspecify.annotations.NullMarked;
