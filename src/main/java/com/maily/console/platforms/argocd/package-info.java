/** Argo CD's REST API: what Git wants of each component, who keeps it that way, and how to ask it to stop or to go back. */
@NullMarked
package com.maily.console.platforms.argocd;

import org.jspecify.annotations.NullMarked;
