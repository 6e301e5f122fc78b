package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are put together at run time, so that this file holds none that a scanner would report. */
class SecretFormatsTest {
    private static final String MIXED =
            "q7Zp2Lm9Xc4Vb8Nn1Rt6Yw3Kd5Hg0JsAeUf4TxQ2bW8vC5nM1zL6kP9rS3dF7gHj4Xa8Qe2Wu6Iy0Po5Zc1Vt9Bn3Mk7Lh".repeat(4);
    private static final String HEX = "7c1e9a4fb2d80365e1f7a9c4d2b8063f5ae1c97d40b2f8e36a15d9c07b4e2f81".repeat(2);

    @ParameterizedTest
    @CsvSource({
        "github, ghs_, 36",
        "github-fine-grained, github_pat_, 82",
        "gitlab, glrt-, 20",
        "bitbucket, ATBB, 32",
        "atlassian, ATATT3, 186",
        "google-api, AIza, 35",
        "google-client-secret, GOCSPX-, 28",
        "google-access-token, ya29., 120",
        "planetscale, pscale_tkn_, 43",
        "heroku, HRKU-, 60",
        "netlify, nfp_, 36",
        "openai, sk-proj-, 148",
        "openai, sk-svcacct-, 100",
        "anthropic, sk-ant-api03-, 95",
        "hugging-face, hf_, 34",
        "replicate, r8_, 37",
        "groq, gsk_, 52",
        "xai, xai-, 80",
        "perplexity, pplx-, 48",
        "npm, npm_, 36",
        "pypi, pypi-AgEIcHlwaS5vcmc, 120",
        "docker-hub, dckr_pat_, 27",
        "slack, xoxp-, 72",
        "stripe, rk_live_, 99",
        "stripe-webhook, whsec_, 32",
        "square, sq0csp-, 43",
        "grafana-cloud, glc_, 120",
        "sentry, sntrys_, 180",
        "linear, lin_api_, 40",
        "notion, ntn_, 46",
        "figma, figd_, 43",
        "vault, hvs., 95",
        "doppler, dp.pt., 43",
        "one-password, ops_eyJ, 300"
    })
    void knows_what_an_issuer_hands_out_and_hides_it(String id, String prefix, int length) {
        expectFound(id, prefix + MIXED.substring(0, length));
    }

    @ParameterizedTest
    @CsvSource({
        "digitalocean, dop_v1_, 64",
        "databricks, dapi, 32",
        "supabase, sbp_, 40",
        "pulumi, pul-, 40",
        "rubygems, rubygems_, 48",
        "twilio, SK, 32",
        "mailgun, key-, 32",
        "shopify, shpss_, 32"
    })
    void knows_hexadecimal_ones_too(String id, String prefix, int length) {
        expectFound(id, prefix + HEX.substring(0, length));
    }

    private static void expectFound(String id, String token) {
        String code = "client = connect('" + token + "')";

        assertThat(found(code)).contains(id);
        assertThat(SecretMasker.mask(code).text()).doesNotContain(token.substring(token.length() - 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = '3f2504e0-4f89-11d3-9a0c-0305e82c3301'",
                "token = '3f2504e0-4f89-11d3-9a0c-0305e82c3301'",
                "secret = 'sha256:7c1e9a4fb2d80365e1f7a9c4d2b8063f5ae1c97d40b2f8e36a15d9c07b4e2f81'",
                "token = '7c1e9a4fb2d80365e1f7a9c4d2b8063f5ae1c97d'",
                "\"integrity\": \"sha512-q7Zp2Lm9Xc4Vb8Nn1Rt6Yw3Kd5Hg0JsAeUf4TxQ2bW8vC5nM1zL6kP9rS3dF7gHj4Xa8Qe2Wu6Iy0Po5Zc1Vt9==\"",
                "token = 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
                "token = 'ghp_000000000000000000000000000000000000'",
                "key = 'sk-ant-api03-your-key-goes-here-0123456789-abcdef'",
                "aws_secret_access_key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'",
                "api_key = 'replace-me-with-your-key-0001'",
                "secret = 'projects/shop/secrets/database-1/versions/2'",
                "csrfToken = 'x-csrf-token-header-name-v2'",
                "password = 'correct horse battery staple'",
                "url = 'postgres://app:${DATABASE_PASSWORD}@db/shop'"
            })
    void leaves_identities_hashes_and_placeholders_alone(String code) {
        assertThat(found(code)).isEmpty();
    }

    @Test
    void takes_a_random_value_for_a_secret_only_under_a_name_that_promises_one() {
        String value = MIXED.substring(3, 40);

        assertThat(found("signingKey = '" + value + "'")).containsExactly("random");
        assertThat(found("{\"client_secret\": \"" + value + "\"}")).containsExactly("random");
        assertThat(found("colours = '" + value + "'")).isEmpty();
    }

    @Test
    void ids_are_unique() {
        assertThat(SecretFormats.all().stream().map(SecretFormat::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token='",
                "eyJa",
                "a.a-",
                "secret",
                "://a:",
                "aws_secret_key=",
                "-----BEGIN PRIVATE KEY-----\n",
                "sk-ant-a-"
            })
    void reads_hostile_text_in_linear_time(String bait) {
        assertThat(found(bait.repeat(100_000 / bait.length()))).isNotNull();
    }

    private static List<String> found(String text) {
        return SecretFormats.all().stream()
                .filter(format -> format.mayBeIn(text))
                .flatMap(format -> format.in(text).isEmpty() ? Stream.of() : Stream.of(format.id()))
                .toList();
    }
}
