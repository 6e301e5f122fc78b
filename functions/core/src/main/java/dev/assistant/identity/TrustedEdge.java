package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The host before the gateways, CloudFront, which proves itself by a secret header. Without the proof, what a request says of
 * where it came from is hearsay (CWE-348), and the gateway was called past that host. Where no key is set, as on a
 * developer's machine, there is no such host: nothing is refused and nothing forwarded is believed. Immutable.
 */
public final class TrustedEdge {
    /** The header with the key; CloudFront replaces one that a viewer sends. */
    public static final String KEY_HEADER = "x-origin-key";

    /** {@code CloudFront-Viewer-Address} would need a policy that also sends on the viewer's Host, which API Gateway refuses. */
    public static final String ADDRESSES_HEADER = "x-forwarded-for";

    private final List<byte[]> keys;

    private TrustedEdge(List<byte[]> keys) {
        this.keys = keys;
    }

    /** @param keys each is accepted, so that one can be changed while the other is in use; empty ones count as not set */
    @SafeVarargs
    public static TrustedEdge of(Optional<String>... keys) {
        return new TrustedEdge(Arrays.stream(keys)
                .flatMap(Optional::stream)
                .filter(key -> !key.isBlank())
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /** @throws Failure.Forbidden when the request did not come by the trusted host, where there is one */
    public void admit(Optional<String> key) {
        if (!keys.isEmpty() && !isProof(key)) {
            throw new Failure.Forbidden("Send requests to the product's own address, not to the gateway behind it.");
        }
    }

    /**
     * The viewer's network address. Each host on the way appends whom it sees to the forwarded addresses: CloudFront the viewer,
     * the gateway CloudFront. So the viewer is the last that is not the gateway's own; all before may be made up.
     *
     * @param forwarded the value of {@link #ADDRESSES_HEADER}
     * @param seen the address that the gateway saw; the answer when the request has no proof
     */
    public String viewer(Optional<String> key, Optional<String> forwarded, String seen) {
        if (!isProof(key)) {
            return seen;
        }
        List<String> addresses = Arrays.stream(forwarded.orElse("").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        int end = addresses.size();
        if (end > 0 && addresses.get(end - 1).equals(seen)) {
            end--;
        }
        return end > 0 ? addresses.get(end - 1) : seen;
    }

    /** Compares with every key, each in a time that tells nothing of it (CWE-208). */
    private boolean isProof(Optional<String> key) {
        byte[] given = key.orElse("").getBytes(StandardCharsets.UTF_8);
        boolean proof = false;
        for (byte[] known : keys) {
            proof |= MessageDigest.isEqual(known, given);
        }
        return proof;
    }
}
