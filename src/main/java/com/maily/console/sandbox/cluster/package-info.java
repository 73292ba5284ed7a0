/** The sandbox's Kubernetes: an object store, the controllers that make it live, and its wire face on loopback. */
@NullMarked
package com.maily.console.sandbox.cluster;

import org.jspecify.annotations.NullMarked;
