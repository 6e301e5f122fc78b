package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource({
        "src/app.ts, TYPESCRIPT",
        "a.b/Main.JAVA, JAVA",
        "deploy/Dockerfile, DOCKERFILE",
        "Dockerfile.dev, DOCKERFILE",
        "main.tf, TERRAFORM",
        "x.unknown, TEXT",
        "LICENSE, TEXT",
        "lib/tasks/clean.rake, RUBY",
        "Gemfile, RUBY",
        "views/page.html.erb, HTML"
    })
    void a_name_tells_before_anything_else(String path, Language language) {
        assertThat(detector.detect(path, "")).isEqualTo(language);
    }

    @Test
    void a_name_beats_what_the_text_looks_like() {
        assertThat(detector.detect("query.sql", "def f():\n    pass\n")).isEqualTo(Language.SQL);
    }

    @Test
    void another_name_is_believed_unless_the_text_leaves_no_doubt() {
        String example = "Usage\n\nimport requests\n\ndef get():\n    if True:\n        print(1)\n";

        assertThat(detector.detect("docs/usage.rst", example)).isEqualTo(Language.TEXT);
        assertThat(detector.detect("", example)).isEqualTo(Language.PYTHON);
        assertThat(detector.detect("bin/run.old", "#!/usr/bin/env python3\nprint(1)\n"))
                .isEqualTo(Language.PYTHON);
        assertThat(detector.detect("page.inc", "<?php echo 1;")).isEqualTo(Language.PHP);
    }

    @Test
    void a_text_without_a_name_tells_by_its_looks() {
        assertIs(Language.PYTHON, "import sqlite3\n\ndef find(db, name):\n    return db.execute(name)\n");
        assertIs(Language.PYTHON, "#!/usr/bin/env python3\nprint(1)\n");
        assertIs(Language.JAVA, "package a.b;\n\nimport java.util.List;\n\npublic class A {}\n");
        assertIs(Language.JAVASCRIPT, "const a = require('a');\nmodule.exports = () => a.b();\n");
        assertIs(Language.TYPESCRIPT, "interface A {\n  readonly b: string;\n}\nconst a = (x: number) => x;\n");
        assertIs(Language.GO, "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tx := 1\n\tfmt.Println(x)\n}\n");
        assertIs(Language.PHP, "<?php\necho $_GET['a'];\n");
        assertIs(Language.HTML, "<!doctype html>\n<html><body><p>hi</p></body></html>\n");
        assertIs(Language.XML, "<?xml version=\"1.0\"?>\n<a><b/></a>\n");
        assertIs(Language.JSON, "{\n  \"a\": [1, 2]\n}\n");
        assertIs(Language.YAML, "---\na: 1\nb:\n  - c\n");
        assertIs(Language.SQL, "SELECT * FROM users WHERE name = 'x';\n");
        assertIs(Language.SHELL, "#!/bin/sh\nset -e\necho hi\n");
        assertIs(Language.RUST, "fn main() {\n    let mut x = 1;\n    println!(\"{}\", x);\n}\n");
        assertIs(
                Language.CSHARP,
                "using System;\nnamespace A { class B { static void Main() { Console.WriteLine(1); } } }\n");
        assertIs(Language.KOTLIN, "fun main() {\n    val x = 1\n    println(x)\n}\n");
        assertIs(Language.C, "#include <stdio.h>\nint main(void) { return 0; }\n");
        assertIs(Language.CPP, "#include <iostream>\nint main() { std::cout << 1; }\n");
        assertIs(Language.RUBY, "require 'json'\nmodule A\n  puts 1\nend\n");
        assertIs(Language.DOCKERFILE, "FROM alpine:3\nRUN apk add curl\nCMD [\"sh\"]\n");
        assertIs(Language.TERRAFORM, "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"x\"\n}\n");
        assertIs(Language.CSS, ".a {\n  color: red;\n}\n");
        assertIs(Language.MARKDOWN, "# Title\n\nSome words.\n");
        assertIs(Language.TEXT, "Nothing in particular.\n");
        assertIs(Language.TEXT, "");
    }

    @Test
    void a_hostile_text_costs_no_more_than_another() {
        String text = "if " + "a ".repeat(200_000) + "<a".repeat(50_000) + ".a{".repeat(50_000);

        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> detector.detect("", text)))
                .doesNotThrowAnyException();
    }

    private void assertIs(Language language, String text) {
        assertThat(detector.detect("", text)).as(text).isEqualTo(language);
    }
}
