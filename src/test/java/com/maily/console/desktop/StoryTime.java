package com.maily.console.desktop;

import com.maily.console.core.port.Time;
import java.time.Instant;

/** The story's clock, standing still. */
public record StoryTime(Instant instant, double rate) implements Time {
    public static final StoryTime NOW = new StoryTime(Story.NOW, 1);
}
