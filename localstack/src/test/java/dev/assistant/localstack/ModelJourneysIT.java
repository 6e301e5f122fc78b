package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The journeys of frontend/e2e/model in a real browser against the real stack, with a model behind the wire. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ModelJourneysIT {

    @Test
    void people_watch_answer_and_stop_agents_and_find_their_run_again_after_a_crash(@TempDir Path data)
            throws Exception {
        Browser browser = Browser.required();
        try (SteeredModel model = new SteeredModel()) {
            try (RunningStack stack = RunningStack.up(data, model.environment());
                    ModelSteering steering = ModelSteering.start(model, stack)) {
                browser.journey(
                        "e2e:model",
                        stack,
                        Map.of("E2E_MODEL_URL", steering.address().toString()));
            }
            assertThat(model.prompts())
                    .isNotEmpty()
                    .allMatch(prompt -> prompt.credentials().equals("Bearer " + SteeredModel.KEY));
        }
    }
}
