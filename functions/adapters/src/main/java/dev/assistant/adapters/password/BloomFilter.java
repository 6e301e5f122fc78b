package dev.assistant.adapters.password;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A set of texts in few bits (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970; two hashes in place of
 * many, Kirsch and Mitzenmacher, 2006). It never misses a text that is in it, and takes one in a million for one that is. Not
 * thread-safe while it is filled.
 */
final class BloomFilter {
    private static final int FORMAT = 0x424C4F31;
    /** For one error in a million: ln(10^6) / ln(2)^2 bits a text, and ln(2) times as many hashes. */
    private static final double BITS_PER_TEXT = 28.76;

    private static final int HASHES = 20;

    private final long[] words;

    private BloomFilter(long[] words) {
        this.words = words;
    }

    /** An empty one for so many texts. */
    static BloomFilter of(int texts) {
        return new BloomFilter(new long[(int) Math.ceil(texts * BITS_PER_TEXT / Long.SIZE)]);
    }

    static BloomFilter read(DataInputStream input) throws IOException {
        if (input.readInt() != FORMAT) {
            throw new IOException("not a filter");
        }
        long[] words = new long[input.readInt()];
        ByteBuffer.wrap(input.readNBytes(words.length * Long.BYTES))
                .asLongBuffer()
                .get(words);
        return new BloomFilter(words);
    }

    void write(DataOutputStream output) throws IOException {
        output.writeInt(FORMAT);
        output.writeInt(words.length);
        for (long word : words) {
            output.writeLong(word);
        }
    }

    void add(String text) {
        for (long bit : bits(text)) {
            words[(int) (bit / Long.SIZE)] |= 1L << (bit % Long.SIZE);
        }
    }

    boolean contains(String text) {
        for (long bit : bits(text)) {
            if ((words[(int) (bit / Long.SIZE)] & 1L << (bit % Long.SIZE)) == 0) {
                return false;
            }
        }
        return true;
    }

    private long[] bits(String text) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(text));
        long first = digest.getLong();
        long second = digest.getLong();
        long[] bits = new long[HASHES];
        for (int n = 0; n < HASHES; n++) {
            bits[n] = Long.remainderUnsigned(first + n * second, (long) words.length * Long.SIZE);
        }
        return bits;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
