package dev.assistant.adapters.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.RefreshToken;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecureRefreshTokensTest {
    @Test
    void gives_256_bits_that_fit_in_a_cookie_and_never_the_same_twice() {
        SecureRefreshTokens tokens = new SecureRefreshTokens();
        RefreshToken token = tokens.next();

        assertThat(Base64.getUrlDecoder().decode(token.text())).hasSize(32);
        assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(tokens.next()).isNotEqualTo(token);
    }
}
