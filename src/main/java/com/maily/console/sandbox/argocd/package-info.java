/** An Argo CD that keeps the sandbox's cluster as a made-up Git says: applications, operations, self-heal, and its REST API. */
@NullMarked
package com.maily.console.sandbox.argocd;

import org.jspecify.annotations.NullMarked;
