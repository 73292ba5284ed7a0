package com.maily.console.desktop.rollout;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Workspace;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/** What a new rollout is to be. */
final class StartForm extends GridPane {
    private final String environment;
    private final ComboBox<String> version = new ComboBox<>();
    private final ComboBox<Integer> from = new ComboBox<>();
    private final ComboBox<Integer> to = new ComboBox<>();
    private final CheckBox canary = new CheckBox("walk critical components through a canary");
    private final CheckBox skipStaging = new CheckBox("skip the tests on staging");
    private final List<CheckBox> regions;
    private final TextField reason = new TextField();

    StartForm(Workspace workspace, String environment, Runnable onChange) {
        this.environment = environment;
        setHgap(12);
        setVgap(8);
        version.getItems().setAll(workspace.releases().stream().map(Release::version).toList());
        version.getSelectionModel().selectLast();
        version.setId("version");
        from.getItems().setAll(List.of(1, 2, 3));
        to.getItems().setAll(List.of(1, 2, 3));
        from.setValue(1);
        to.setValue(3);
        canary.setSelected(true);
        regions = workspace.environment(environment).stream().flatMap(place -> place.regions().stream())
                .map(region -> region(region.name(), onChange)).toList();
        reason.setPromptText("Reason, goes into the journal");
        addRow(0, Text.dense("Version"), version);
        addRow(1, Text.dense("First phase"), from);
        addRow(2, Text.dense("Last phase"), to);
        add(canary, 1, 3);
        add(skipStaging, 1, 4);
        if (!regions.isEmpty()) {
            addRow(5, Text.dense("Regions"), new FlowPane(8, 4, regions.toArray(Node[]::new)));
        }
        addRow(6, Text.dense("Reason"), reason);
        version.valueProperty().addListener((_, _, _) -> onChange.run());
        from.valueProperty().addListener((_, _, _) -> onChange.run());
        to.valueProperty().addListener((_, _, _) -> onChange.run());
        canary.selectedProperty().addListener((_, _, _) -> onChange.run());
        skipStaging.selectedProperty().addListener((_, _, _) -> onChange.run());
    }

    private static CheckBox region(String name, Runnable onChange) {
        CheckBox box = new CheckBox(name);
        box.setSelected(true);
        box.setId("region-" + name);
        box.selectedProperty().addListener((_, _, _) -> onChange.run());
        return box;
    }

    /** Empty when all take part. */
    private List<String> chosen() {
        List<String> names = regions.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList();
        return names.size() == regions.size() ? List.of() : names;
    }

    /** Empty while no version, or none of its regions, is chosen. */
    Optional<Commands.Wanted> wanted() {
        boolean somewhere = regions.isEmpty() || regions.stream().anyMatch(CheckBox::isSelected);
        return Optional.ofNullable(version.getValue()).filter(_ -> somewhere)
                .map(chosen -> new Commands.Wanted(environment, chosen, from.getValue(), to.getValue(),
                skipStaging.isSelected(), canary.isSelected(), Optional.empty(), reason.getText().strip(), chosen()));
    }
}
