package dev.assistant.adapters.password;

import dev.assistant.identity.BreachedPasswords;
import dev.assistant.identity.Password;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The passwords of a list that ships with the product: those of SecLists (see NOTICE) that the other rules would let pass, about
 * 97,000. Asking a service instead would tell it that somebody chooses a password now. Thread-safe.
 */
public final class ShippedBreachedPasswords implements BreachedPasswords {
    static final String RESOURCE = "breached-passwords.bloom";

    private final BloomFilter known;

    private ShippedBreachedPasswords(BloomFilter known) {
        this.known = known;
    }

    /** Reads the list, a third of a megabyte. */
    public static ShippedBreachedPasswords load() {
        try (InputStream resource = ShippedBreachedPasswords.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new ShippedBreachedPasswords(
                    BloomFilter.read(new DataInputStream(new BufferedInputStream(resource))));
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    @Override
    public boolean contains(Password password) {
        return known.contains(password.text().toLowerCase(Locale.ROOT));
    }
}
