package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People's pictures of themselves. */
final class AvatarTest {
    private static final int LARGEST = 32 * 1024;

    private final Person ada = Person.signedUp(Gateway.shared());

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void shows_the_picture_that_was_set(String format) {
        assertThat(get().json().at("/picture").isNull()).isTrue();
        byte[] picture = picture(format, 256, 200);

        Reply set = put(picture);

        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(get().text("/media_type")).isEqualTo("image/" + format);
        assertThat(Base64.getDecoder().decode(get().text("/picture"))).isEqualTo(picture);
    }

    @Test
    void replaces_and_removes_it() {
        put(picture("png", 64, 64));
        put(picture("jpeg", 64, 64));
        assertThat(get().text("/media_type")).isEqualTo("image/jpeg");

        assertThat(ada.call("DELETE", "/users/me/avatar").send().status()).isEqualTo(204);

        assertThat(get().json().at("/media_type").isNull()).isTrue();
        assertThat(ada.call("DELETE", "/users/me/avatar").send().status()).isEqualTo(204);
    }

    @Test
    void sends_it_again_only_when_it_has_changed() {
        put(picture("png", 32, 32));
        String tag = get().header("ETag");

        Reply known = ada.get("/users/me/avatar").header("If-None-Match", tag).send();
        put(picture("png", 33, 32));
        Reply changed = ada.get("/users/me/avatar").header("If-None-Match", tag).send();

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("Cache-Control")).isEqualTo("private, max-age=0");
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void is_its_owners_only() {
        put(picture("png", 32, 32));

        assertThat(Person.signedUp(Gateway.shared())
                        .get("/users/me/avatar")
                        .send()
                        .json()
                        .at("/picture")
                        .isNull())
                .isTrue();
    }

    @Test
    void takes_one_of_the_largest_size_and_none_above() {
        byte[] small = picture("png", 512, 512);
        assertThat(put(Arrays.copyOf(small, LARGEST)).status()).isEqualTo(200);

        Reply heavy = put(Arrays.copyOf(small, LARGEST + 1));
        Reply wide = put(picture("png", 513, 1));
        Reply tall = put(picture("jpeg", 1, 513));

        assertThat(heavy.complaintFields()).containsExactly("picture");
        assertThat(heavy.text("/detail")).contains("32 KB");
        assertThat(wide.text("/detail")).contains("512 pixels");
        assertThat(tall.text("/detail")).contains("512 pixels");
    }

    @Test
    void takes_nothing_that_is_no_picture_whatever_it_says() {
        byte[] png = picture("png", 8, 8);
        byte[] jpeg = picture("jpeg", 8, 8);
        byte[] endless =
                ByteBuffer.wrap(png.clone()).putInt(16, Integer.MIN_VALUE).array();
        byte[] flat = ByteBuffer.wrap(png.clone()).putInt(20, 0).array();
        byte[] noise = new byte[300];
        new Random(7).nextBytes(noise);

        for (byte[] other : List.of(
                new byte[0],
                noise,
                endless,
                flat,
                Arrays.copyOf(png, 32),
                Arrays.copyOf(jpeg, 30),
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0, 0, 0, 0, 0, 0, 0},
                "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1),
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                        .getBytes(StandardCharsets.UTF_8))) {
            assertThat(put(other).complaintFields()).containsExactly("picture");
        }
        assertThat(send(Map.of("picture", "not base64!")).complaintFields()).containsExactly("picture");
        assertThat(send(Map.of("picture", "A".repeat(100_000))).complaintFields())
                .containsExactly("picture");
        assertThat(send(Map.of()).complaintFields()).containsExactly("picture");
        assertThat(get().json().at("/picture").isNull()).isTrue();
    }

    @Test
    void goes_with_the_account() {
        put(picture("png", 32, 32));
        assertThat(Leftovers.of(Gateway.shared().surroundings(), ada.id())).contains("avatars");

        ada.call("DELETE", "/users/me").send();

        assertThat(Leftovers.of(Gateway.shared().surroundings(), ada.id())).doesNotContain("avatars");
    }

    private Reply get() {
        return ada.get("/users/me/avatar").send();
    }

    private Reply put(byte[] picture) {
        return send(Map.of("picture", Base64.getEncoder().encodeToString(picture)));
    }

    private Reply send(Map<String, ?> body) {
        return ada.call("PUT", "/users/me/avatar").json(body).send();
    }

    private static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
