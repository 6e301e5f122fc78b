package dev.assistant.runtime.net;

import dev.assistant.failure.Failure;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses may be fetched from: https, and a name all of whose addresses are public, asked before every request and after
 * every redirect. The name is looked up again when the connection is made, but within the time that Java keeps the answer that was
 * checked, and a private host that is named in between would need a certificate for the name. Thread-safe.
 */
public final class PublicAddresses {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** Networks that are not the public internet, beside those that Java's own names cover (RFC 6890 and its registries). */
    private static final List<Network> PRIVATE = List.of(
            network(4, 8, 0),
            network(4, 10, 100, 64),
            network(4, 24, 192, 0, 0),
            network(4, 24, 192, 0, 2),
            network(4, 24, 192, 88, 99),
            network(4, 15, 198, 18),
            network(4, 24, 198, 51, 100),
            network(4, 24, 203, 0, 113),
            network(4, 4, 240));

    /** Of IPv6 only what is routed, without what wraps an IPv4 address or is for documents. */
    private static final Network ROUTED = network(16, 3, 0x20);

    private static final List<Network> WRAPPED = List.of(
            network(16, 23, 0x20, 0x01, 0x00),
            network(16, 32, 0x20, 0x01, 0x0d, 0xb8),
            network(16, 16, 0x20, 0x02),
            network(16, 20, 0x3f, 0xff, 0x00));

    private final Set<String> trusted;

    /** @param trusted origins that the operator has set, such as that of a GitHub Enterprise server; they may be anything */
    public PublicAddresses(Set<URI> trusted) {
        this.trusted = trusted.stream().map(PublicAddresses::origin).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Refuses what may not be fetched from.
     *
     * @throws Failure.Forbidden saying why
     * @throws Failure.Unavailable when the name cannot be looked up
     */
    public void check(URI address) {
        if (trusted.contains(origin(address))) {
            return;
        }
        String host = address.getHost();
        if (!"https".equalsIgnoreCase(address.getScheme()) || host == null || address.getUserInfo() != null) {
            throw new Failure.Forbidden(
                    "Only addresses that begin with https:// and have no user name in them are fetched.");
        }
        for (InetAddress found : lookUp(host)) {
            if (!isPublic(found)) {
                throw new Failure.Forbidden(
                        "The address leads into a private network. Only public hosts are fetched from.");
            }
        }
    }

    /** Whether two addresses have the same scheme, host and port. */
    static boolean isSameOrigin(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    /** Whether an address is on the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? PRIVATE.stream().noneMatch(network -> network.holds(bytes))
                : ROUTED.holds(bytes) && WRAPPED.stream().noneMatch(network -> network.holds(bytes));
    }

    private static InetAddress[] lookUp(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Failure.Unavailable("host of that address", RETRY_AFTER, e);
        }
    }

    private static String origin(URI address) {
        return (address.getScheme() + "://" + address.getHost() + ":" + port(address)).toLowerCase(Locale.ROOT);
    }

    private static int port(URI address) {
        int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    /** @param length of the address in bytes, 4 or 16 */
    private static Network network(int length, int bits, int... start) {
        byte[] prefix = new byte[length];
        for (int i = 0; i < start.length; i++) {
            prefix[i] = (byte) start[i];
        }
        return new Network(prefix, bits);
    }

    /** A block of addresses. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(byte[] prefix, int bits) {
        boolean holds(byte[] address) {
            int whole = bits / 8;
            if (address.length != prefix.length || !Arrays.equals(prefix, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            int mask = 0xff << (8 - rest);
            return rest == 0 || (prefix[whole] & mask) == (address[whole] & mask);
        }
    }
}
