/** Vercel over its REST API: deploys, promotes, rolls back and rolls out in stages. */
@NullMarked
package com.maily.console.platforms.vercel;

import org.jspecify.annotations.NullMarked;
