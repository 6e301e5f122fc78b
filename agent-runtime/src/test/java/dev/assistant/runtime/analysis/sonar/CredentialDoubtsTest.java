package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.sonar.SharedPack.Pack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPack.class)
class CredentialDoubtsTest {
    private final Pack pack;

    CredentialDoubtsTest(Pack pack) {
        this.pack = pack;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export const login = { user: 'admin', password: 'hunter2' };",
                "export const login = { user: 'admin', password: 'password123' };",
                "export const login = { user: 'admin', password: 'Tr0ub4dor&3' };",
                "export const url = 'postgres://admin:hunter2@db/shop?password=hunter2';",
            })
    void reports_what_could_be_a_credential(String code) throws Exception {
        assertThat(findings(code)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export const texts = { password: 'Enter your password' };",
                "export const fields = { password: 'new_password' };",
                "export const sample = { password: '********' };",
                "export const sample = { password: '<your password>' };",
            })
    void leaves_texts_names_and_placeholders_alone(String code) throws Exception {
        assertThat(findings(code)).isZero();
    }

    private long findings(String code) throws InterruptedException {
        return pack.analyse(new SourceFile("src/login.ts", Language.TYPESCRIPT, code + "\n")).evidence().stream()
                .map(Evidence::ruleId)
                .filter("typescript:S2068"::equals)
                .count();
    }
}
