package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Code with one flaw, and code without any, in each language.
 *
 * @param rule that reports the flaw
 * @param flaw how the flawed line begins, after its indentation
 * @param comment something harmless that may stand at the beginning of that line
 */
record Sample(SourceFile file, String rule, String flaw, String comment, SourceFile clean) {
    static Stream<Sample> all() {
        return Stream.of(
                sample(Language.PYTHON, "python:S1656", "result = result", "\"🎈\"; ", """
                        def total(prices):
                            result = 0
                            for price in prices:
                                result += price
                            result = result
                            return result
                        """, """
                        import logging
                        from dataclasses import dataclass

                        logger = logging.getLogger(__name__)


                        @dataclass(frozen=True)
                        class Item:
                            name: str
                            price: int


                        def total(items: list[Item], discount: int = 0) -> int:
                            if not items:
                                logger.info("no items")
                                return 0
                            return sum(item.price for item in items) - discount
                        """),
                sample(Language.JAVA, "java:S4973", "return name == \"none\";", "/* 🎈 */ ", """
                        package shop;

                        class Names {
                            private final String name;

                            Names(String name) {
                                this.name = name;
                            }

                            boolean isEmpty() {
                                return name == "none";
                            }
                        }
                        """, """
                        package shop;

                        import java.util.List;

                        public record Basket(List<Item> items) {
                            public Basket {
                                items = List.copyOf(items);
                            }

                            public int total() {
                                return items.stream().mapToInt(Item::price).sum();
                            }

                            public record Item(String name, int price) {}
                        }
                        """),
                sample(Language.JAVASCRIPT, "javascript:S1656", "result = result;", "/* 🎈 */ ", """
                        export function total(prices) {
                          let result = 0;
                          for (const price of prices) {
                            result += price;
                          }
                          result = result;
                          return result;
                        }
                        """, """
                        import { readFile } from 'node:fs/promises';

                        export async function total(path, discount = 0) {
                          const items = JSON.parse(await readFile(path, 'utf8'));
                          return items.reduce((sum, { price }) => sum + price, 0) - discount;
                        }
                        """),
                sample(Language.TYPESCRIPT, "typescript:S6544", "if (load(id)) {", "/* 🎈 */ ", """
                        async function load(id: string): Promise<boolean> {
                          return id.length > 0;
                        }

                        export function show(id: string): string {
                          if (load(id)) {
                            return id;
                          }
                          return '';
                        }
                        """, """
                        export interface Item {
                          readonly name: string;
                          readonly price: number;
                        }

                        export async function total(load: () => Promise<Item[]>): Promise<number> {
                          const items = await load();
                          return items.reduce((sum, item) => sum + item.price, 0);
                        }
                        """),
                sample(Language.PHP, "php:S1656", "$result = $result;", "/* 🎈 */ ", """
                        <?php
                        function total($prices)
                        {
                            $result = array_sum($prices);
                            $result = $result;
                            return $result;
                        }
                        """, """
                        <?php

                        declare(strict_types=1);

                        namespace Shop;

                        final class Basket
                        {
                            public function __construct(private readonly array $prices)
                            {
                            }

                            public function total(): int
                            {
                                return array_sum($this->prices);
                            }
                        }
                        """),
                sample(Language.GO, "go:S1862", "} else if price > 10 {", "", """
                        package shop

                        func label(price int) string {
                        	if price > 10 {
                        		return "dear"
                        	} else if price > 10 {
                        		return "cheap"
                        	}
                        	return ""
                        }
                        """, """
                        package shop

                        import "errors"

                        // ErrEmpty says that there is nothing to add up.
                        var ErrEmpty = errors.New("empty basket")

                        // Total adds up the prices.
                        func Total(prices []int) (int, error) {
                        	if len(prices) == 0 {
                        		return 0, ErrEmpty
                        	}
                        	sum := 0
                        	for _, price := range prices {
                        		sum += price
                        	}
                        	return sum, nil
                        }
                        """),
                sample(Language.HTML, "Web:S5256", "<table>", "🎈 ", """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head><title>Prices</title></head>
                        <body>
                          <table>
                            <tr><td>1</td></tr>
                          </table>
                        </body>
                        </html>
                        """, """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                          <meta charset="utf-8">
                          <title>Prices</title>
                        </head>
                        <body>
                          <main>
                            <h1>Prices</h1>
                            <img src="apple.png" alt="An apple">
                          </main>
                        </body>
                        </html>
                        """),
                sample(
                        Language.XML,
                        "xml:S5594",
                        "<provider android:name=\".Files\" android:exported=\"true\"/>",
                        "<!-- 🎈 --> ",
                        """
                        <?xml version="1.0" encoding="utf-8"?>
                        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="shop">
                          <application android:allowBackup="false" android:usesCleartextTraffic="false">
                            <provider android:name=".Files" android:exported="true"/>
                          </application>
                        </manifest>
                        """,
                        """
                        <?xml version="1.0" encoding="utf-8"?>
                        <items>
                          <item name="apple" price="1"/>
                        </items>
                        """));
    }

    /** The line of the flaw, counted from 1. */
    int line() {
        List<String> lines = file.content().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(flaw)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no line begins with " + flaw);
    }

    /** The flawed file with another text. */
    SourceFile with(String content) {
        return new SourceFile(file.path(), file.language(), content);
    }

    @Override
    public String toString() {
        return file.language().title();
    }

    private static Sample sample(
            Language language, String rule, String flaw, String comment, String flawed, String clean) {
        return new Sample(
                new SourceFile(path(language, "flawed"), language, flawed),
                rule,
                flaw,
                comment,
                new SourceFile(path(language, "clean"), language, clean));
    }

    private static String path(Language language, String name) {
        return language == Language.XML
                ? name + "/AndroidManifest.xml"
                : "shop/" + name + "." + language.extensions().getFirst();
    }
}
