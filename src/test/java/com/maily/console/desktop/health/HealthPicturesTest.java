package com.maily.console.desktop.health;

import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Time;
import com.maily.console.desktop.Pictures;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryWorld;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthPicturesTest {

    private static final List<String> ORDER = List.of("frontend", "api", "ai-service", "blockchain", "email", "campaign",
            "analytics");
    private static final HealthActions NOTHING = new HealthActions() {
        @Override public void faultsOnly(boolean only) { }

        @Override public void filter(String words) { }

        @Override public void copy(String text) { }

        @Override public void open(URI address) { }
    };

    private static HealthView view(Theme theme, Optional<List<HealthReading>> readings, SourceState source) {
        HealthView view = new HealthView(theme, new Ages(Time.WALL, Story.NOW), NOTHING);
        view.show(HealthModel.of(new HealthModel.Known(readings, Optional.of(source), ORDER, Story.NOW, false, "")));
        view.table().getSelectionModel().select(readings.isEmpty() ? -1 : 1);
        return view;
    }

    @Test
    void eachState() throws Exception {
        Pictures.of("health", theme -> view(theme, Optional.of(HandHealth.story()), StoryWorld.source("Health", 15, 2)));
    }

    @Test
    void noneAnswers() throws Exception {
        List<HealthReading> down = HandHealth.story().stream().map(reading -> HandHealth.reading(reading.check().component(),
                reading.check().name(), HealthReading.State.DOWN, 0, 0, 4, Optional.of(Duration.ofDays(71)),
                "The connection was refused."))
                .toList();
        Pictures.of("health-none", theme -> view(theme, Optional.of(down), new SourceState("Health", Duration.ofSeconds(15),
                Optional.of(Story.NOW.minusSeconds(75)), "None of the health endpoints answers: The connection was refused. "
                        + "Check this machine's network, and the addresses in the workspace file.")));
    }

    @Test
    void nothingYet() throws Exception {
        List<HealthReading> unknown = HandHealth.story().stream().map(reading -> HealthReading.unknown(reading.check(),
                Story.NOW)).toList();
        Pictures.of("health-loading", theme -> view(theme, Optional.of(unknown), StoryWorld.source("Health", 15, 2)));
        Pictures.of("health-empty", theme -> view(theme, Optional.empty(), StoryWorld.source("Health", 15, 2)));
    }
}
