/** Amazon Web Services through their own SDK, over the JDK's HTTP connection. */
@NullMarked
package com.maily.console.platforms.aws;

import org.jspecify.annotations.NullMarked;
