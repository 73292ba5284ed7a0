package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.widget.WeightSlider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody patches the route as kubectl does, while a hand drags the slider of the real window. */
class ThirdWriterTest {

    private static final int CANARY = 1;

    private static void patch(Box box, int stable, int canary) throws Exception {
        String weights = "[{\"op\":\"replace\",\"path\":\"/spec/rules/0/backendRefs/0/weight\",\"value\":" + stable
                + "},{\"op\":\"replace\",\"path\":\"/spec/rules/0/backendRefs/1/weight\",\"value\":" + canary + "}]";
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(box.faces().kubernetes().address()
                            + "/apis/gateway.networking.k8s.io/v1/namespaces/maily/httproutes/maily-api?fieldManager=kubectl-edit"))
                    .header("Content-Type", "application/json-patch+json")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString(weights)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** The slider on api's card: ai-service may stand at the same weight. */
    private static Optional<WeightSlider> slider(LiveConsole live) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> live.scene().getRoot().lookupAll(".canary-card").stream()
                .filter(card -> card.lookupAll(".label").stream().anyMatch(node -> node instanceof Label label && label.getText().equals("api")))
                .map(card -> (WeightSlider) card.lookup(".weight-slider"))
                .filter(one -> String.valueOf(one.getAccessibleText()).startsWith("Canary weight 10 %, observed 10 %")).findFirst());
    }

    private static Point2D at(WeightSlider slider, double percent) {
        double edge = 14;
        return slider.localToScreen(edge + (slider.getWidth() - 2 * edge) * percent / 100, slider.getHeight() * 0.58);
    }

    private static Set<String> words(LiveConsole live) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> live.scene().getRoot().lookupAll(".label").stream().filter(node -> node instanceof Label && node.isVisible())
                .map(node -> ((Label) node).getText()).collect(Collectors.toSet()));
    }

    @Test
    void aWriteDuringADragDropsTheProposalAndNamesTheWriter(@TempDir Path folder) throws Exception {
        try (LiveConsole live = new LiveConsole("smooth", 10, folder)) {
            live.deployFromPhase(3);
            live.untilRun(run -> run.component("api").desired().equals(Weight.ofPercent(5)) && run.component("api").settledAt().isPresent());
            Outcome.require(live.console.commands().move(live.newest().id(), Commands.Group.of("api"), Move.PROMOTE, Optional.empty(), "",
                    live.newest().startedBy()));
            live.go(CANARY);
            live.until(() -> slider(live).isPresent());
            WeightSlider slider = slider(live).orElseThrow();
            live.robot.moveTo(at(slider, 10)).press(MouseButton.PRIMARY).moveTo(at(slider, 3));
            live.until(() -> slider.proposed().isPresent());

            patch(live.box, 60, 40);
            live.until(() -> words(live).stream().anyMatch(text -> text.startsWith("kubectl-edit set 40 % meanwhile")));
            live.robot.moveTo(at(slider, 2));
            assertThat(slider.proposed()).as("the drag goes on and proposes nothing").isEmpty();
            live.robot.release(MouseButton.PRIMARY);

            live.untilRun(LiveConsole::held);
            live.until(() -> words(live).stream().anyMatch(text -> text.startsWith("kubectl-edit set api to 40 %")));
            assertThat(live.newest().component("api").desired()).as("nothing of ours was sent").isEqualTo(Weight.ofPercent(40));
        }
    }
}
