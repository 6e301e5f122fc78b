package dev.assistant.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    private final PublicAddresses addresses = new PublicAddresses(Set.of(URI.create("http://127.0.0.1:8099/api/v3")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refuses_what_is_not_the_public_internet(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "140.82.121.6",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void allows_what_is(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://2130706433/x",
                "https://169.254.169.254/latest/meta-data",
                "http://1.1.1.1/x",
                "https://user@1.1.1.1/x",
                "file:///etc/passwd",
                "ftp://1.1.1.1/x"
            })
    void refuses_addresses_that_lead_inside_or_are_not_https(String address) {
        assertThatThrownBy(() -> addresses.check(URI.create(address))).isInstanceOf(Failure.class);
    }

    @Test
    void allows_a_public_host_and_what_the_operator_has_set() {
        assertThatCode(() -> addresses.check(URI.create("https://1.1.1.1/x"))).doesNotThrowAnyException();
        assertThatCode(() -> addresses.check(URI.create("http://127.0.0.1:8099/other")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> addresses.check(URI.create("http://127.0.0.1:8098/api/v3")))
                .isInstanceOf(Failure.Forbidden.class);
    }
}
