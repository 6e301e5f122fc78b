package dev.assistant.runtime.analysis;

import dev.assistant.review.Evidence;
import java.util.regex.Pattern;

/**
 * Code that only tests run: what is wrong there harms nobody but the tests, so it weighs less. What is wrong with a text harms
 * wherever it stands: a key opens the same door from a test.
 */
public final class TestCode {
    private static final Pattern PATH =
            Pattern.compile("(^|/)(tests?|specs?|__tests__|__mocks__|testing|testdata|fixtures|e2e|cypress)/"
                    + "|[._-](test|spec)\\.[a-z]+$|(^|/)test_[^/]+\\.py$|(^|/)conftest\\.py$|Tests?\\.(java|cs|php)$");

    /** Rules that read text and not code; passwords in addresses of tests are made up. */
    private static final Pattern TEXT_RULE = Pattern.compile("(text/(?!password-in-address)|secrets:).*");

    private TestCode() {}

    public static boolean isAt(String path) {
        return PATH.matcher(path).find();
    }

    /** The same report, two steps milder and half as sure when it is about test code. */
    public static Evidence weighed(Evidence evidence) {
        if (!isAt(evidence.path()) || TEXT_RULE.matcher(evidence.ruleId()).matches()) {
            return evidence;
        }
        return new Evidence(
                evidence.engine(),
                evidence.ruleId(),
                evidence.severity().milder().milder(),
                evidence.category(),
                evidence.path(),
                evidence.range(),
                evidence.message(),
                evidence.suggestion(),
                evidence.fix(),
                evidence.cwe(),
                evidence.confidence() / 2,
                evidence.related());
    }
}
