package com.maily.console.desktop;

import com.maily.console.desktop.theme.Theme;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Shows one view in a window at the screen's corner, where the robot's mouse and the window agree. */
public final class OnStage implements AutoCloseable {

    public final FxRobot robot = new FxRobot();
    private final Stage stage;

    /** @param view called on the FX thread */
    public OnStage(double width, double height, Function<Theme, Parent> view) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        stage = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Theme theme = new Theme(true);
            Scene scene = new Scene(view.apply(theme), width, height);
            theme.dress(scene);
            Stage shown = new Stage();
            shown.setX(0);
            shown.setY(0);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    /** A place on a node, as shares of its width and height. */
    public Point2D at(Node node, double x, double y) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + bounds.getWidth() * x, bounds.getMinY() + bounds.getHeight() * y);
    }

    /** Looks on the FX thread: elsewhere nodes may come and go under the eye. Long, since only a failing test waits that long. */
    public static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, stage::close);
    }
}
