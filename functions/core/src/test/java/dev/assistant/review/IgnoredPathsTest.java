package dev.assistant.review;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredPathsTest {
    @ParameterizedTest
    @CsvSource({
        "*.min.js,        a.min.js",
        "*.min.js,        web/lib/a.min.js",
        "dist,            dist/a/b.js",
        "dist,            web/dist/a.js",
        "dist/,           web/dist/a.js",
        "/dist,           dist/a.js",
        "web/dist,        web/dist/a/b.js",
        "web/*/gen,       web/x/gen/a.js",
        "**/gen/*.py,     gen/a.py",
        "**/gen/*.py,     a/b/gen/a.py",
        "a/**/z.py,       a/z.py",
        "a/**/z.py,       a/b/c/z.py",
        "a/**/b/**/z.py,  a/x/b/y/b/q/z.py",
        "docs/**,         docs/a/b.md",
        "**,              a.py",
        "te?t.py,         src/test.py",
        "app/[id]/*.tsx,  app/[id]/page.tsx",
        "*a*b*,           xaybz"
    })
    void a_path_that_fits_is_ignored(String glob, String path) {
        assertThat(new IgnoredPaths(List.of(glob)).match(path)).contains(glob);
    }

    @ParameterizedTest
    @CsvSource({
        "*.min.js,     a.js",
        "dist/,        dist",
        "/dist,        web/dist/a.js",
        "web/dist,     x/web/dist/a.js",
        "web/*/gen,    web/x/y/gen/a.js",
        "docs/**,      docs",
        "dist,         distant/a.js",
        "*.py,         a.pyc",
        "te?t.py,      tet.py",
        "a/*,          b/a/c"
    })
    void a_path_that_does_not_fit_is_reviewed(String glob, String path) {
        assertThat(new IgnoredPaths(List.of(glob)).match(path)).isEmpty();
    }

    @Test
    void names_the_first_glob_that_fits() {
        assertThat(new IgnoredPaths(List.of("*.js", "dist/", "*.py")).match("dist/a.py"))
                .contains("dist/");
    }

    @Test
    void takes_no_longer_for_a_hostile_glob() {
        IgnoredPaths ignored = new IgnoredPaths(List.of("**/*a*a*a*a*a*a*a*a*a*a*a*a*a*b/".repeat(5) + "*x"));
        String path = ("a".repeat(80) + "/").repeat(6) + "y";

        assertTimeout(ofSeconds(2), () -> {
            for (int n = 0; n < 1_000; n++) {
                assertThat(ignored.match(path)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!keep.py",
                "*.{js,ts}",
                "a//b",
                "../x",
                "./x",
                "a/..",
                "a**",
                "**b/c",
                "a\\b",
                "/",
                "a\u0007"
            })
    void refuses_what_would_not_do_what_it_seems_to(String glob) {
        assertThat(IgnoredPaths.complaint(glob)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.py", "dist/", "/dist", "a/**/b", "**", "[id]", "a b"})
    void takes_what_means_something(String glob) {
        assertThat(IgnoredPaths.complaint(glob)).isEmpty();
    }
}
