package dev.assistant.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.cloud.Cloud;
import dev.assistant.failure.Failure;
import dev.assistant.testkit.engine.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3SourcesTest {
    private static final String BUCKET = "adapters-sources";
    private static final S3Client CLIENT = Cloud.s3();

    static {
        Provision.bucket(CLIENT, BUCKET);
    }

    private final S3Sources sources = new S3Sources(CLIENT, BUCKET);
    private final String folder = "sources/" + UUID.randomUUID() + "/";

    @Test
    void gives_code_back_as_it_was() {
        String code = "# naïve 日本 🐍\r\n\tx = 1\n".repeat(50_000);

        sources.put(folder + "0", code);

        assertThat(sources.get(folder + "0")).isEqualTo(code);
    }

    @Test
    void keeps_an_empty_file() {
        sources.put(folder + "0", "");

        assertThat(sources.get(folder + "0")).isEmpty();
    }

    @Test
    void finds_nothing_under_an_unknown_key() {
        assertThatThrownBy(() -> sources.get(folder + "none")).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void deletes_many_and_ignores_what_is_not_there() {
        List<String> keys = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            keys.add(folder + n);
            sources.put(folder + n, "x");
        }
        keys.add(folder + "none");

        sources.delete(keys);
        sources.delete(List.of());

        assertThatThrownBy(() -> sources.get(folder + "4")).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void says_that_the_store_does_not_answer() {
        S3Sources lost = new S3Sources(CLIENT, "no-such-bucket");

        sources.probe();
        assertThatThrownBy(lost::probe).isInstanceOf(Failure.Unavailable.class);
        assertThatThrownBy(() -> lost.put("a", "b")).isInstanceOf(Failure.Unavailable.class);
    }
}
