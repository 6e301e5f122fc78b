package dev.assistant.localstack.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceRulesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"MIT", "(MPL-2.0 OR Apache-2.0)", "MIT AND ISC AND BSD-3-Clause"})
    void allows_what_only_asks_to_be_named(String licence) {
        assertThat(LicenceRules.objections(List.of(merged(licence)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGPL-3.0-only", "SSALv1", "MIT AND GPL-3.0-only", "MIT AND GPL-2.0-only OR SSALv1"})
    void objects_to_a_licence_that_is_not_on_the_list(String licence) {
        assertThat(LicenceRules.objections(List.of(merged(licence))))
                .containsExactly("part 1.0 in frontend is under " + licence);
    }

    @Test
    void objects_to_what_states_no_licence() {
        assertThat(LicenceRules.objections(List.of(merged(""))))
                .containsExactly("part 1.0 in frontend states no licence");
    }

    @Test
    void wants_what_must_be_replaceable_in_a_file_of_its_own() throws IOException {
        Path jar = folder.resolve("part-1.0.jar");
        Component own = new Component("agent-runtime", "part", "1.0", "LGPL-3.0-only", Optional.of(jar));

        assertThat(LicenceRules.objections(List.of(merged("LGPL-3.0-only"), own)))
                .containsExactly(
                        "part 1.0 in frontend is under LGPL-3.0-only and not in a file of its own",
                        "part 1.0 in agent-runtime is under LGPL-3.0-only and not in a file of its own");
        Files.createFile(jar);
        assertThat(LicenceRules.objections(List.of(own))).isEmpty();
    }

    private static Component merged(String licence) {
        return new Component("frontend", "part", "1.0", licence, Optional.empty());
    }
}
