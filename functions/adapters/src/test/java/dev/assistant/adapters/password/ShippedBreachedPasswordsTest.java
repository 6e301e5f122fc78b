package dev.assistant.adapters.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.BreachedPasswords;
import dev.assistant.identity.Password;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedBreachedPasswordsTest {
    private static final BreachedPasswords KNOWN = ShippedBreachedPasswords.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1",
                "PASSWORD1",
                "Qwerty123",
                "Trustno1",
                "Welcome1",
                "Abcd1234",
                "Iloveyou1",
                "Michael1"
            })
    void knows_what_everybody_chooses_in_whatever_case(String text) {
        assertThat(KNOWN.contains(new Password(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Correct-horse-7", "Another-horse-8", "vK2#qLw9pZ", "Zebrastreifen 44 im Regen"})
    void does_not_know_what_hardly_anybody_chooses(String text) {
        assertThat(KNOWN.contains(new Password(text))).isFalse();
    }

    @Test
    void takes_next_to_no_good_password_for_a_known_one() {
        long wrong = IntStream.range(0, 50_000)
                .filter(n -> KNOWN.contains(new Password("Unlikely-" + Long.toString(n * 7_919L, 36) + "-Aa1")))
                .count();

        assertThat(wrong).isLessThanOrEqualTo(3);
    }

    @Test
    void a_filter_that_was_written_is_read_with_all_that_was_in_it() throws IOException {
        BloomFilter filter = BloomFilter.of(1000);
        IntStream.range(0, 1000).forEach(n -> filter.add("text " + n));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        filter.write(new DataOutputStream(bytes));

        BloomFilter read = BloomFilter.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(IntStream.range(0, 1000)).allMatch(n -> read.contains("text " + n));
        assertThat(IntStream.range(1000, 11_000)
                        .filter(n -> read.contains("text " + n))
                        .count())
                .isLessThanOrEqualTo(2);
    }
}
