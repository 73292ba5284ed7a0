/** Maily Console: one ordered, preflighted, verified, resumable plan across every platform a Maily deployment spans. */
package com.maily.console;
