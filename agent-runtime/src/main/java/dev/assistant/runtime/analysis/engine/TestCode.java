package dev.assistant.runtime.analysis.engine;

import dev.assistant.review.Evidence;
import java.util.regex.Pattern;

/** Code that only tests run: what is wrong there harms nobody but the tests, so it weighs less. */
final class TestCode {
    private static final Pattern PATH = Pattern.compile("(^|/)(tests?|specs?|__tests__|__mocks__|testing|fixtures)/"
            + "|[._-](test|spec)\\.[a-z]+$|(^|/)test_[^/]+\\.py$|(^|/)conftest\\.py$|Tests?\\.(java|cs|php)$");

    private TestCode() {}

    static boolean isAt(String path) {
        return PATH.matcher(path).find();
    }

    /** The same report, two steps milder and half as sure when it is about test code. */
    static Evidence weighed(Evidence evidence) {
        if (!isAt(evidence.path())) {
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
