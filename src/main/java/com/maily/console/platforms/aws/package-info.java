/** Amazon Web Services by their own SDK: weights of load balancers, tokens of clusters, and who we are there. */
@NullMarked
package com.maily.console.platforms.aws;

import org.jspecify.annotations.NullMarked;
