package dev.assistant.identity;

import dev.assistant.id.Ids;
import java.text.Normalizer;
import java.util.stream.Stream;

/** Usernames for people who have not chosen one: what they are called elsewhere, then the same with something random. */
final class UsernameProposals {
    private static final int MOST = 6;
    private static final int LONGEST_BASE = 40;
    private static final int SHORTEST = 3;
    private static final int SUFFIX = 6;

    private UsernameProposals() {}

    static Stream<String> of(ProviderIdentity identity, Ids ids) {
        String base = base(identity);
        return Stream.concat(Stream.of(base), Stream.generate(() -> base + "-" + suffix(ids)))
                .limit(MOST);
    }

    private static String base(ProviderIdentity identity) {
        String address = identity.email().value();
        String wanted = identity.login().orElseGet(() -> address.substring(0, address.indexOf('@')));
        String plain = Normalizer.normalize(wanted, Normalizer.Form.NFKD).replaceAll("[^A-Za-z0-9._-]", "");
        String cut = plain.length() > LONGEST_BASE ? plain.substring(0, LONGEST_BASE) : plain;
        return cut.length() < SHORTEST ? "user-" + cut : cut;
    }

    /** The end of an id is random. */
    private static String suffix(Ids ids) {
        String id = ids.next().toString();
        return id.substring(id.length() - SUFFIX);
    }
}
