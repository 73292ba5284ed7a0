package com.maily.console.desktop;

import com.maily.console.desktop.theme.Theme;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** Opens a node in a window at the screen's corner, where the headless robot finds it. */
public final class Windows {
    private Windows() {
    }

    public static Stage open(Theme theme, Parent node, double width, double height) {
        Scene scene = new Scene(node, width, height);
        theme.dress(scene);
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    public static <T> T onFx(Supplier<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work::get);
    }
}
