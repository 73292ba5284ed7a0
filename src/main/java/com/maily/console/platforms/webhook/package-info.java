/** Incoming webhooks in the form Slack made common, which Mattermost and others read as well. */
@NullMarked
package com.maily.console.platforms.webhook;

import org.jspecify.annotations.NullMarked;
