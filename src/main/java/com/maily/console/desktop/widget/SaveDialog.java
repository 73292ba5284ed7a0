package com.maily.console.desktop.widget;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;

/** Asks with the system's own dialog where to save. FX thread only. */
public final class SaveDialog implements ChartExport.Places {

    private final Node owner;
    private Optional<Path> asked = Optional.empty();

    public SaveDialog(Node owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> choose(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        String ending = name.substring(name.lastIndexOf('.'));
        String kind = ending.substring(1).toUpperCase(Locale.ROOT);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, "*" + ending));
        asked = Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow())).map(File::toPath);
        return asked.map(file -> file.getFileName().toString().contains(".") ? file
                : file.resolveSibling(file.getFileName() + ending));
    }

    /** The system has asked about the name that was typed, but not about one that got its ending from here. */
    @Override
    public boolean mayReplace(Path existing) {
        return asked.filter(existing::equals).isPresent() || new Alert(Alert.AlertType.CONFIRMATION,
                existing + " is there already. Replace it?", ButtonType.YES, ButtonType.NO).showAndWait()
                .filter(ButtonType.YES::equals).isPresent();
    }
}
