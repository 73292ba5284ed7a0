/**
 * Kubernetes through its own API: deployments, canary traffic, jobs, pods and inspections of one namespace of one kubeconfig
 * context.
 */
@NullMarked
package com.maily.console.platforms.kubernetes;

import org.jspecify.annotations.NullMarked;
