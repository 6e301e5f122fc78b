package dev.assistant.api.users;

import dev.assistant.failure.Failure;
import dev.assistant.identity.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Scopes as the API writes them. */
final class ScopeNames {
    private ScopeNames() {}

    /** In the order read, write, execute. */
    static List<String> write(Set<Scope> scopes) {
        return Arrays.stream(Scope.values())
                .filter(scopes::contains)
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @throws Failure.Invalid when one is unknown */
    static Set<Scope> read(List<String> names) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int n = 0; n < names.size(); n++) {
            String name = names.get(n);
            Scope scope = Arrays.stream(Scope.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElse(null);
            if (scope == null) {
                throw new Failure.Invalid("scopes[" + n + "]", "Use read, write or execute.");
            }
            scopes.add(scope);
        }
        return scopes;
    }
}
