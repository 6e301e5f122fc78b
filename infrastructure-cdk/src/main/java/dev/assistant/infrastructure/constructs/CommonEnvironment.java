package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that everything that runs gets. */
final class CommonEnvironment {
    private CommonEnvironment() {}

    static Map<String, String> of(Settings settings) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PUBLIC_ORIGIN", settings.origin());
        environment.put("ALLOWED_ORIGINS", settings.origin());
        environment.put(
                "REQUIRE_VERIFIED_EMAIL", Boolean.toString(settings.accounts().requireVerifiedEmail()));
        environment.put("BUILD_VERSION", settings.build().version());
        environment.put("BUILD_COMMIT", settings.build().commit());
        return environment;
    }
}
