/** The sandbox's AWS: a load balancer's rules and targets, and their wire face on loopback. */
@NullMarked
package com.maily.console.sandbox.aws;

import org.jspecify.annotations.NullMarked;
