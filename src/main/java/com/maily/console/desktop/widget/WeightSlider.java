package com.maily.console.desktop.widget;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.desktop.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows a canary's weight four ways, drawn apart: observed, desired, proposed and next planned. Dragging and keys change only
 * what is proposed; sending it is somebody else's button.
 */
public final class WeightSlider extends PaintedRegion {

    private final ObjectProperty<@Nullable Weight> proposed = new SimpleObjectProperty<>();
    private WeightSlide slide = new WeightSlide(Weight.ZERO, Weight.ZERO, Optional.empty(), "",
            new WeightSnap(List.of(), new Reach.AnyPercent()), "", true, WeightSlide.Uptake.SETTLED, false,
            WeightSlide.Limit.NONE);

    /** Whether the drag that is going on was ended from outside. */
    private boolean cutOff;

    public WeightSlider(Theme theme) {
        super(theme);
        getStyleClass().add("weight-slider");
        setMinSize(200, WeightSliderPainter.HEIGHT);
        setPrefSize(480, WeightSliderPainter.HEIGHT);
        setMaxHeight(WeightSliderPainter.HEIGHT);
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        proposed.addListener((_, _, _) -> described());
        focusedProperty().addListener((_, _, _) -> repaint());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            cutOff = false;
            drag(event);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public void show(WeightSlide newest) {
        if (!newest.equals(slide)) {
            slide = newest;
            if (!newest.editable()) {
                proposed.set(null);
            }
            described();
        }
    }

    /** What somebody wants but nobody has sent; null when it is what is already desired. */
    public ObjectProperty<@Nullable Weight> proposedProperty() {
        return proposed;
    }

    public Optional<Weight> proposed() {
        return Optional.ofNullable(proposed.get());
    }

    /** Takes the proposal away, also out of a hand that is dragging: what it goes on to do proposes nothing. */
    public void discard() {
        cutOff = true;
        proposed.set(null);
    }

    private void described() {
        setAccessibleText(slide.sentence(proposed()));
        repaint();
    }

    private void propose(Weight wanted) {
        Weight allowed = slide.allowed(wanted);
        proposed.set(allowed.equals(slide.desired()) ? null : allowed);
    }

    private void drag(MouseEvent event) {
        if (slide.editable() && !cutOff) {
            requestFocus();
            propose(slide.snap().at(WeightSliderPainter.percent(event.getX(), getWidth()), event.isAltDown()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (!slide.editable() || event.isControlDown() || event.isMetaDown()) {
            return;
        }
        Weight from = proposed().orElse(slide.desired());
        WeightSnap snap = slide.snap();
        KeyCode code = event.getCode();
        Optional<Weight> wanted = switch (code) {
            case LEFT -> Optional.of(event.isShiftDown() ? snap.nextMark(from, -1) : snap.stepped(from, -1));
            case RIGHT -> Optional.of(event.isShiftDown() ? snap.nextMark(from, 1) : snap.stepped(from, 1));
            case HOME -> Optional.of(snap.at(0, true));
            default -> code.isDigitKey() ? Optional.of(snap.mark(number(code), from)) : Optional.empty();
        };
        wanted.ifPresent(weight -> {
            propose(weight);
            event.consume();
        });
    }

    private static int number(KeyCode digit) {
        String name = digit.getName();
        return name.charAt(name.length() - 1) - '0';
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        new WeightSliderPainter(canvas, palette(), width, slide, proposed(), isFocused()).paint();
    }
}
