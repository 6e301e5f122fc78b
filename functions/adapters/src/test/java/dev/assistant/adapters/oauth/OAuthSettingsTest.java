package dev.assistant.adapters.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.settings.Environment;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OAuthSettingsTest {
    private static final Map<String, String> AGREED = Map.of(
            "PUBLIC_ORIGIN", "https://review.example",
            "OAUTH_GOOGLE_CLIENT_ID", "g",
            "OAUTH_GOOGLE_CLIENT_SECRET", "hush",
            "OAUTH_GITHUB_CLIENT_ID", "h",
            "OAUTH_GITHUB_CLIENT_SECRET", "hush");

    @Test
    void knows_the_real_providers_addresses() {
        OAuthSettings settings = OAuthSettings.from(new Environment(AGREED));

        OAuthSettings.Google google = settings.google().orElseThrow();
        assertThat(google.issuer()).isEqualTo("https://accounts.google.com");
        assertThat(google.token()).isEqualTo(URI.create("https://oauth2.googleapis.com/token"));
        OAuthSettings.GitHub github = settings.github().orElseThrow();
        assertThat(github.authorization()).isEqualTo(URI.create("https://github.com/login/oauth/authorize"));
        assertThat(github.api()).isEqualTo(URI.create("https://api.github.com"));
    }

    @Test
    void takes_an_enterprise_server_for_github() {
        OAuthSettings.GitHub github = OAuthSettings.from(with("OAUTH_GITHUB_URL", "https://git.example/"))
                .github()
                .orElseThrow();

        assertThat(github.token()).isEqualTo(URI.create("https://git.example/login/oauth/access_token"));
        assertThat(github.api()).isEqualTo(URI.create("https://git.example/api/v3"));
    }

    @Test
    void offers_nothing_that_was_not_agreed() {
        OAuthSettings settings = OAuthSettings.from(new Environment(Map.of("PUBLIC_ORIGIN", "https://review.example")));

        assertThat(settings.google()).isEmpty();
        assertThat(settings.github()).isEmpty();
    }

    @Test
    void stops_the_start_by_name_when_a_secret_is_missing_and_never_prints_one() {
        assertThatThrownBy(() -> OAuthSettings.from(with("OAUTH_GOOGLE_CLIENT_SECRET", "")))
                .hasMessageContaining("OAUTH_GOOGLE_CLIENT_SECRET");
        assertThat(OAuthSettings.from(new Environment(AGREED)).toString()).doesNotContain("hush");
    }

    private static Environment with(String key, String value) {
        Map<String, String> changed = new HashMap<>(AGREED);
        changed.put(key, value);
        return new Environment(changed);
    }
}
