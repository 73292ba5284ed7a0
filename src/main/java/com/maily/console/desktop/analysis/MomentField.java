package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.report.Window;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.converter.LocalDateStringConverter;

/** A day and a time in UTC. */
final class MomentField extends HBox {

    private final DatePicker day = new DatePicker();
    private final TextField clock = new TextField();

    MomentField(String name, Instant first) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        Label label = Text.label(name);
        label.setMinWidth(30);
        day.setConverter(new IsoDay());
        day.setAccessibleText(name + ", day");
        day.setMinWidth(0);
        day.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(day, Priority.ALWAYS);
        clock.setAccessibleText(name + ", time UTC");
        clock.getStyleClass().add("clock-field");
        getChildren().setAll(label, day, clock);
        show(first);
    }

    /** Days as they are written in UTC, whatever the machine's language. */
    private static final class IsoDay extends LocalDateStringConverter {
        IsoDay() {
            super(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE);
        }
    }

    void show(Instant at) {
        day.setValue(LocalDate.ofInstant(at, ZoneOffset.UTC));
        clock.setText(Format.clock(at));
    }

    /** @throws com.maily.console.core.model.FailureException when what stands there is no time */
    Instant moment() {
        return Window.moment(day.getEditor().getText().strip() + " " + clock.getText().strip());
    }

    TextField clock() {
        return clock;
    }
}
