package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are put together at run time, so that this file holds none that a scanner would report. */
class SecretMaskerTest {
    private static final String RANDOM = "q7Zp2Lm9Xc4Vb8Nn1Rt6Yw3Kd5Hg0JsAeUf4T";

    @ParameterizedTest
    @CsvSource({
        "AKIA, 16, true",
        "ghp_, 36, false",
        "github_pat_, 36, false",
        "glpat-, 24, false",
        "xoxb-, 24, false",
        "sk_live_, 24, false",
        "AIza, 35, false",
        "sk-proj-, 36, false",
        "npm_, 36, false"
    })
    void hides_tokens_of_known_providers_and_keeps_their_prefix(String prefix, int length, boolean upper) {
        String body = upper ? RANDOM.toUpperCase(Locale.ROOT) : RANDOM;
        String token = prefix + body.substring(0, length);
        SecretMasker.Masked masked = SecretMasker.mask("call('" + token + "')");
        assertThat(masked.text()).isEqualTo("call('" + prefix + "****')");
        assertThat(masked.secrets()).hasSize(1);
    }

    @Test
    void hides_the_password_in_an_address() {
        assertThat(SecretMasker.mask("postgres://app:s3cr3t!@db:5432/x").text())
                .isEqualTo("postgres://app:****@db:5432/x");
    }

    @Test
    void hides_the_body_of_a_private_key() {
        String key = "-----BEGIN RSA PRIVATE " + "KEY-----\nMIIEpAIBAAKCAQEA7\nx9\n-----END RSA PRIVATE KEY-----";
        assertThat(SecretMasker.mask(key).text()).doesNotContain("MIIE").contains("END RSA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password = 'hunter2'|password = '****'",
                "DB_PASSWORD=\"hunter2\"|DB_PASSWORD=\"****\"",
                "{\"clientSecret\": \"abc def\"}|{\"clientSecret\": \"****\"}",
                "config['passwd'] = 'x1y2'|config['passwd'] = '****'",
                "const pwd: string = `topsecret`|const pwd: string = `****`",
                "$secret => 'it\\'s'|$secret => '****'",
                "token_secret = 'low'|token_secret = '****'",
                "api_key = 'q7Zp2Lm9Xc4Vb8Nn1Rt6'|api_key = '****'"
            })
    void hides_what_is_assigned_to_a_promising_name(String code, String masked) {
        assertThat(SecretMasker.mask(code).text()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = get_password()",
                "password = '${DB_PASSWORD}'",
                "password = '<your password>'",
                "password = 'changeme'",
                "token = 'next'",
                "api_key = 'the name of the key in the vault'",
                "author = 'Somebody Else'",
                "x = 'q7Zp2Lm9Xc4Vb8Nn1Rt6'",
                "url = 'https://example.org/a?b=c'"
            })
    void leaves_code_without_a_secret_as_it_is(String code) {
        assertThat(SecretMasker.mask(code).text()).isEqualTo(code);
        assertThat(SecretMasker.mask(code).secrets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login('sa', 'changeme')|login('****', '****')",
                "login('password', 'changeme')|login('password', '****')",
                "password: hunter2|password: ****",
                "ENV DB_PASSWORD=hunter2|ENV DB_PASSWORD=****",
                "<password>hunter2</password>|<password>****</password>",
                "data = {'password': 'password'}|data = {'password': '****'}",
                "q7Zp2Lm9Xc4Vb8Nn1Rt6Yw3K|****",
                "odd shape|****"
            })
    void hides_whatever_stands_in_a_line_known_to_hold_a_secret(String code, String masked) {
        assertThat(SecretMasker.maskKnown(code).text()).isEqualTo(masked);
    }

    @Test
    void hides_a_secret_found_elsewhere_without_riddling_the_sentence() {
        assertThat(SecretMasker.hide("do not store hunter2 here", List.of("hunter2")))
                .isEqualTo("do not store **** here");
        assertThat(SecretMasker.hide("a cat at a gate", List.of("at"))).isEqualTo("a cat **** a gate");
    }

    @Test
    void does_not_show_secrets_when_printed() {
        assertThat(SecretMasker.mask("password = 'hunter2'").toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password='",
                "eyJ",
                "a:",
                "\"",
                "password ",
                "://a:",
                "\\'",
                "token=[[",
                "-----BEGIN PRIVATE KEY-----"
            })
    void reads_hostile_text_in_linear_time(String bait) {
        String text = bait.repeat(48_000 / bait.length());
        assertThat(SecretMasker.maskKnown(text).text()).isNotNull();
    }
}
