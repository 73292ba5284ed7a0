package com.maily.console.desktop;

import com.maily.console.desktop.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Renders a view at both window sizes in both themes to {@code target/pictures}, to be looked at and compared with the
 * drawings.
 */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final int PULSES = 30;
    private static final int[][] SIZES = {{1440, 900}, {1100, 700}};

    private Pictures() {
    }

    /** @param view makes the node to render for a theme; called on the FX thread */
    public static void of(String name, Function<Theme, Parent> view) throws Exception {
        FxToolkit.registerPrimaryStage();
        for (int[] size : SIZES) {
            for (boolean dark : new boolean[] {true, false}) {
                render(name + "-" + size[0] + (dark ? "-dark" : "-light"), view, size, dark);
            }
        }
    }

    private static void render(String name, Function<Theme, Parent> view, int[] size, boolean dark) {
        Stage stage = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Theme theme = new Theme(dark);
            Scene scene = new Scene(view.apply(theme), size[0], size[1]);
            theme.dress(scene);
            Stage shown = new Stage();
            shown.setX(0);
            shown.setY(0);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        pulses(PULSES);
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            save(name, stage.getScene().snapshot(null));
            stage.close();
        });
    }

    /** Waits for frames, not for time: what comes from other threads is shown with a pulse. */
    private static void pulses(int wanted) {
        CountDownLatch left = new CountDownLatch(wanted);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
            }
        };
        timer.start();
        try {
            left.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            timer.stop();
        }
    }

    private static void save(String name, WritableImage image) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
