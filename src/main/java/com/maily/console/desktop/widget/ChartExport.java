package com.maily.console.desktop.widget;

import com.maily.console.core.model.Failure;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.theme.Palette;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Saves a chart as a picture or as its numbers. Asked on the FX thread, written on another; says how it went, and never writes
 * over a file without a yes.
 */
public final class ChartExport {

    /** How it ended. */
    public sealed interface Outcome {

        record Written(Path file) implements Outcome { }

        record Refused(Failure why) implements Outcome { }
    }

    /** Who is asked where a file goes; called on the FX thread. */
    public interface Places {

        /** Empty when the person changed their mind. @param name what to propose */
        Optional<Path> choose(String name);

        boolean mayReplace(Path existing);
    }

    /** What writes a file, given where to. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private final Places places;
    private final Latest<Outcome> outcomes;

    /** @param done called on the FX thread */
    public ChartExport(Places places, Consumer<Outcome> done) {
        this.places = places;
        this.outcomes = new Latest<>(done);
    }

    /** @param facts what the chart itself does not know, such as its environment */
    public void picture(TimeChart chart, Palette palette, String name, List<String> facts) {
        place(name + ".png").ifPresent(file -> {
            WritableImage image = ChartPicture.of(chart.data(), chart.time().spanProperty().get(), palette,
                    Math.max(640, chart.getWidth()), Math.max(240, chart.getHeight()), facts);
            write(file, to -> ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", to.toFile()));
        });
    }

    public void numbers(TimeChart chart, String name, List<String> facts) {
        TimeChartData data = chart.data();
        ChartTime.Span span = chart.time().spanProperty().get();
        place(name + ".csv").ifPresent(file -> write(file, to -> {
            try (Writer out = Files.newBufferedWriter(to)) {
                new ChartCsv(out, data, span).write(facts);
            }
        }));
    }

    private Optional<Path> place(String name) {
        return places.choose(name.replaceAll("[^A-Za-z0-9._-]+", "-"))
                .filter(file -> !Files.exists(file) || places.mayReplace(file));
    }

    private void write(Path file, Writing writing) {
        boolean replace = Files.exists(file);
        Thread.ofVirtual().name("chart export").start(() -> outcomes.publish(written(file, replace, writing)));
    }

    /** Beside it first, so that what was there stays whole until all is written. */
    private static Outcome written(Path file, boolean replace, Writing writing) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            writing.to(part);
            if (replace) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, file);
            }
            return new Outcome.Written(file);
        } catch (FileAlreadyExistsException _) {
            return refused(file, part, "Something else has put a file there meanwhile.");
        } catch (IOException e) {
            return refused(file, part, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Outcome refused(Path file, Path part, String why) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // What could not be written can often not be deleted either; the message below names the place.
        }
        return new Outcome.Refused(new Failure.Rejected("The chart was not saved to " + file, why, "Choose another place."));
    }
}
