/** What goes on in the sandbox: visitors and their requests, versions that behave well or badly, things broken on purpose. */
@NullMarked
package com.maily.console.sandbox.world;

import org.jspecify.annotations.NullMarked;
