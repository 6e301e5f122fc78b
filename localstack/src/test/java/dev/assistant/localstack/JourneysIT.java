package dev.assistant.localstack;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journeys of frontend/e2e in a real browser against the real stack, which no model is known to. */
class JourneysIT {

    @Test
    void people_reach_what_they_came_for(@TempDir Path data) throws Exception {
        Browser browser = Browser.required();
        try (RunningStack stack = RunningStack.up(data)) {
            browser.journey("e2e", stack, Map.of());
        }
    }
}
