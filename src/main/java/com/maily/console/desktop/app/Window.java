package com.maily.console.desktop.app;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.JournalExport;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.shell.Shell;
import com.maily.console.desktop.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** The console's one window. Made and used on the FX thread; it does not own the console it shows. */
public final class Window implements AutoCloseable {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Console console;
    private final Theme theme;
    private final Ages ages;
    private final Stage stage = new Stage();
    private final Scene scene;
    private final Latest<String> problems = new Latest<>(problem -> new Alert(Alert.AlertType.ERROR, problem).show());
    private Rooms rooms;

    public Window(Console console, String environment, boolean dark) {
        this.console = console;
        this.theme = new Theme(dark);
        this.ages = new Ages(console.time());
        this.rooms = rooms(environment);
        Dimension2D size = size(Screen.getPrimary().getVisualBounds());
        this.scene = new Scene(rooms.shell().root(), size.getWidth(), size.getHeight());
        theme.dress(scene);
        rooms.shell().listen(scene);
        stage.setTitle("Maily Console");
        stage.setMinWidth(Shell.MIN_WIDTH);
        stage.setMinHeight(Shell.MIN_HEIGHT);
        stage.setScene(scene);
        ages.start();
    }

    /** No larger than the screen; one that the smallest window does not fit on is none that a person looks at. */
    private static Dimension2D size(Rectangle2D screen) {
        boolean fits = screen.getWidth() >= Shell.MIN_WIDTH && screen.getHeight() >= Shell.MIN_HEIGHT;
        return fits ? new Dimension2D(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())) : new Dimension2D(WIDTH, HEIGHT);
    }

    public void show() {
        stage.show();
        new FirstFrame().start();
    }

    /** @param whenClosed called on the FX thread after a person has closed the window */
    public void onClosed(Runnable whenClosed) {
        stage.setOnHidden(_ -> whenClosed.run());
    }

    /** The screens' titles, in the order of the rail. */
    public List<String> screens() {
        return rooms.titles();
    }

    /** Brings a screen into view, by its place in the rail. */
    public void go(int screen) {
        rooms.shell().go(screen);
    }

    public void useDark(boolean dark) {
        theme.use(dark);
    }

    /** Writes what the window shows now as a PNG. */
    public void picture(Path file) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rooms rooms(String environment) {
        return new Rooms(console, environment, theme, ages, this::export, report -> ReportFile.ask(stage, report, problems), this::switchTo);
    }

    private void switchTo(String environment) {
        Rooms before = rooms;
        rooms = rooms(environment);
        scene.setRoot(rooms.shell().root());
        rooms.shell().listen(scene);
        before.close();
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("maily-journal.jsonl");
        Path file = java.util.Optional.ofNullable(chooser.showSaveDialog(stage)).map(java.io.File::toPath).orElse(null);
        if (file != null) {
            Thread.startVirtualThread(() -> write(file));
        }
    }

    private void write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            JournalExport.write(console.journal(), out);
        } catch (IOException e) {
            problems.publish("The journal could not be written to " + file + ": " + e.getMessage() + ". Choose another place.");
        }
    }

    @Override
    public void close() {
        ages.close();
        rooms.close();
        stage.close();
    }
}
