package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How somebody wants to be served. */
final class PreferencesTest {
    private static final String PATH = "/users/me/preferences";

    private final Person ada = Person.signedUp(Gateway.shared());

    @Test
    void are_the_devices_theme_and_no_mail_until_something_is_said() {
        Reply reply = ada.get(PATH).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/theme")).isEqualTo("system");
        assertThat(reply.json().path("notifications").toString())
                .isEqualTo("{\"approval_required\":false,\"review_completed\":false,\"review_failed\":false}");
    }

    @Test
    void are_replaced_as_a_whole_and_for_their_owner_only() {
        Person bob = Person.signedUp(Gateway.shared());

        Reply set =
                put(Map.of("theme", "dark", "notifications", Map.of("review_completed", true, "weekly_digest", true)));

        assertThat(set.status()).isEqualTo(200);
        assertThat(ada.get(PATH).send().json()).isEqualTo(set.json());
        assertThat(set.text("/theme")).isEqualTo("dark");
        assertThat(set.json().at("/notifications/review_completed").asBoolean()).isTrue();
        assertThat(set.json().at("/notifications/weekly_digest").asBoolean()).isTrue();
        assertThat(set.json().at("/notifications/review_failed").asBoolean()).isFalse();
        assertThat(bob.get(PATH).send().text("/theme")).isEqualTo("system");
        Reply again = put(Map.of("theme", "light"));
        assertThat(again.text("/theme")).isEqualTo("light");
        assertThat(again.json().at("/notifications/review_completed").asBoolean())
                .isFalse();
        assertThat(again.json().path("notifications").has("weekly_digest")).isFalse();
    }

    @Test
    void name_every_value_that_cannot_be() {
        assertThat(put(Map.of("theme", 7, "notifications", Map.of("review_completed", "yes")))
                        .complaintFields())
                .containsExactlyInAnyOrder("theme", "notifications.review_completed");
        assertThat(put(Map.of("notifications", List.of("review_completed"))).complaintFields())
                .containsExactly("notifications");
        assertThat(put(Map.of("theme", "pink")).complaintFields()).containsExactly("theme");
        assertThat(put(Map.of("notifications", Map.of("Not A Name", true))).complaintFields())
                .containsExactly("notifications");
        Map<String, Boolean> many = new HashMap<>();
        for (int n = 0; n < 28; n++) {
            many.put("name_" + n, true);
        }
        assertThat(put(Map.of("notifications", many)).complaintFields()).containsExactly("notifications");
        assertThat(ada.get(PATH).send().text("/theme")).isEqualTo("system");
    }

    private Reply put(Map<String, ?> preferences) {
        return ada.call("PUT", PATH).json(preferences).send();
    }
}
