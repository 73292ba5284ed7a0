/** The sandbox's Vercel: one project with its builds, aliases and rolling releases, reachable in memory and over the wire. */
@NullMarked
package com.maily.console.sandbox.vercel;

import org.jspecify.annotations.NullMarked;
