package dev.assistant.localstack.licence;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which licences a component may be under. Names are those of SPDX, https://spdx.org/licenses. */
final class LicenceRules {
    /** Ask for their text and their authors to be named, no more. */
    private static final Set<String> PERMISSIVE = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "ISC",
            "MIT",
            "MIT-0",
            "OFL-1.1",
            "PostgreSQL",
            "Unlicense");

    /** Ask besides that whoever gets the component can replace it, which a file of its own allows. */
    private static final Set<String> REPLACEABLE = Set.of(
            "EPL-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MPL-2.0");

    private LicenceRules() {}

    /** What speaks against shipping the components. */
    static List<String> objections(List<Component> components) {
        return components.stream().flatMap(LicenceRules::objections).toList();
    }

    private static Stream<String> objections(Component component) {
        String named = "%s %s in %s".formatted(component.name(), component.version(), component.part());
        if (component.licence().isEmpty()) {
            return Stream.of(named + " states no licence");
        }
        if (allows(PERMISSIVE::contains, component.licence())) {
            return Stream.of();
        }
        if (!allows(id -> PERMISSIVE.contains(id) || REPLACEABLE.contains(id), component.licence())) {
            return Stream.of("%s is under %s".formatted(named, component.licence()));
        }
        return component.file().filter(Files::isRegularFile).isPresent()
                ? Stream.of()
                : Stream.of("%s is under %s and not in a file of its own".formatted(named, component.licence()));
    }

    /** Alternatives need one allowed licence, combinations all; what mixes both is left to a person. */
    private static boolean allows(Predicate<String> isAllowed, String expression) {
        String plain = expression.replaceAll("[()]", "");
        return plain.contains(" OR ")
                ? Stream.of(plain.split(" OR ")).anyMatch(isAllowed)
                : Stream.of(plain.split(" AND ")).allMatch(isAllowed);
    }
}
