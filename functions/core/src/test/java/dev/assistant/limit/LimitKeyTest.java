package dev.assistant.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LimitKeyTest {
    @Test
    void gives_away_nobody() {
        assertThat(LimitKey.of("ada@example.com")).matches("[0-9a-f]{32}").doesNotContain("ada");
        assertThat(LimitKey.ofAddress("203.0.113.7")).matches("[0-9a-f]{32}");
    }

    @Test
    void tells_addresses_apart_but_not_those_of_one_ipv6_network() {
        assertThat(LimitKey.ofAddress("203.0.113.7")).isNotEqualTo(LimitKey.ofAddress("203.0.113.8"));
        assertThat(LimitKey.ofAddress("2001:db8:1:2::1")).isEqualTo(LimitKey.ofAddress("2001:db8:1:2:ffff::9"));
        assertThat(LimitKey.ofAddress("2001:db8:1:2::1")).isNotEqualTo(LimitKey.ofAddress("2001:db8:1:3::1"));
    }

    @Test
    void takes_whatever_a_gateway_calls_an_address() {
        assertThat(LimitKey.ofAddress("unknown")).isNotEqualTo(LimitKey.ofAddress(""));
    }
}
