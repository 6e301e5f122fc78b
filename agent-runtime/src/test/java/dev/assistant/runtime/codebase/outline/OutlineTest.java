package dev.assistant.runtime.codebase.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutlineTest {
    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(
                        Language.PYTHON,
                        """
                        import os
                        LIMIT = 3
                        class Shop:
                            rate = 2
                            @cached
                            def price(self, item):
                                local = 1
                                return helper(item)
                        def helper(x): return x
                        """,
                        "LIMIT:value Shop:type Shop.rate:value Shop.price:function helper:function"),
                Arguments.of(
                        Language.JAVASCRIPT,
                        """
                        const LIMIT = 3;
                        export class Shop { rate = 2; price(item) { const local = 1; return helper(item); } }
                        export const helper = (x) => x;
                        function* walk() { yield 1; }
                        """,
                        "LIMIT:value Shop:type Shop.rate:value Shop.price:function helper:function walk:function"),
                Arguments.of(
                        Language.TYPESCRIPT,
                        """
                        export interface Item { price(): number }
                        type Id = string;
                        enum Colour { Red }
                        namespace geo { export function area(x: Item): number { return x.price(); } }
                        """,
                        "Item:type Item.price:function Id:type Colour:type geo:namespace geo.area:function"),
                Arguments.of(
                        Language.JAVA,
                        """
                        package a;
                        class Shop {
                          static final int LIMIT = 3;
                          Shop(int x) {}
                          int price(Item item) { int local = 1; return helper(item); }
                          enum Colour { RED }
                          record Pair(int a, int b) {}
                        }
                        """,
                        "Shop:type Shop.LIMIT:value Shop.Shop:function Shop.price:function Shop.Colour:type"
                                + " Shop.Colour.RED:value Shop.Pair:type"),
                Arguments.of(Language.GO, """
                        package a
                        const Limit = 3
                        type Shop struct { rate int }
                        func (s *Shop) Price(item Item) int { return helper(item) }
                        func helper(i Item) int { return 1 }
                        """, "Limit:value Shop:type Shop.Price:function helper:function"),
                Arguments.of(Language.C, """
                        #define LIMIT 3
                        struct shop { int rate; };
                        typedef unsigned long id_t;
                        static char *price(struct shop *s) { return helper(s); }
                        """, "LIMIT:value shop:type id_t:type price:function"),
                Arguments.of(
                        Language.CPP, """
                        namespace geo {
                        class Shape { public: double area() const { return 1; } };
                        template <class T> T twice(T x) { return x + x; }
                        }
                        double geo::Shape::length() { return 2; }
                        """, "geo:namespace geo.Shape:type geo.Shape.area:function geo.twice:function"),
                Arguments.of(
                        Language.CSHARP,
                        """
                        namespace A {
                          public class Shop {
                            private int rate = 2;
                            public int Rate { get; set; }
                            public Shop() {}
                            public int Price(Item item) { return Helper(item); }
                          }
                        }
                        """,
                        "A:namespace A.Shop:type A.Shop.rate:value A.Shop.Rate:value A.Shop.Shop:function A.Shop.Price:function"),
                Arguments.of(
                        Language.KOTLIN,
                        """
                        val limit = 3
                        class Shop { val rate = 2
                          fun price(item: Item): Int { val local = 1; return helper(item) } }
                        object One
                        fun helper(i: Item) = 1
                        """,
                        "limit:value Shop:type Shop.rate:value Shop.price:function One:type helper:function"),
                Arguments.of(Language.PHP, """
                        <?php
                        class Shop { const LIMIT = 3;
                          public function price($item) { return helper($item); } }
                        function helper($x) { return $x; }
                        """, "Shop:type Shop.LIMIT:value Shop.price:function helper:function"),
                Arguments.of(
                        Language.RUBY,
                        """
                        module Geo
                          LIMIT = 3
                          class Shop
                            def price(item) = helper(item)
                            def self.open
                              local = 1
                            end
                          end
                        end
                        """,
                        "Geo:namespace Geo.LIMIT:value Geo.Shop:type Geo.Shop.price:function Geo.Shop.open:function"),
                Arguments.of(
                        Language.RUST, """
                        const LIMIT: u32 = 3;
                        struct Shop { rate: u32 }
                        impl Shop { fn price(&self) -> u32 { helper(self) } }
                        fn helper(s: &Shop) -> u32 { 1 }
                        macro_rules! twice { () => {} }
                        """, "LIMIT:value Shop:type Shop.price:function helper:function twice:function"),
                Arguments.of(
                        Language.SHELL,
                        "price() { helper \"$1\"; }\nfunction helper { echo 1; }\n",
                        "price:function helper:function"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void names_what_a_file_declares_in_every_language_that_has_a_grammar(
            Language language, String code, String expected) {
        Outline outline = outline(language, code);

        assertThat(outline.declarations().stream()
                        .map(declaration -> declaration.qualifiedName() + ":"
                                + declaration.kind().id()))
                .containsSequence(expected.split(" ", -1));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void finds_the_call_and_not_the_declaration_of_a_helper(Language language, String code, String expected) {
        Outline outline = outline(language, code);
        String name = language == Language.CSHARP ? "Helper" : "helper";
        int inCode = List.of(code.split("\\b" + name + "\\b", -1)).size() - 1;
        long declared = outline.declarations().stream()
                .filter(declaration -> declaration.name().equals(name))
                .count();

        assertThat(Usages.of(name, outline))
                .hasSize((int) (inCode - declared))
                .allMatch(usage -> usage.kind() == Usage.Kind.CALL);
    }

    @Test
    void comments_and_strings_and_parameters_are_no_usages() {
        Outline outline = outline(Language.PYTHON, """
                from shop import price
                # price is in a comment
                text = "price"
                def other(price): pass
                total = price(1) + shop.price(2)
                price = 3
                print(price)
                """);

        assertThat(Usages.of("price", outline).stream()
                        .map(usage -> usage.kind().id() + "@"
                                + outline.source().line(usage.span().start())))
                .containsExactly("import@1", "call@5", "call@5", "reference@7");
    }

    @Test
    void a_declaration_begins_at_the_comment_above_it() {
        Outline outline = outline(Language.JAVA, """
                class Shop {
                  int x; // of x

                  // far

                  /** What it costs. */
                  @Deprecated
                  int price() { return 1; }
                }
                """);

        Declaration price = outline.declarations().getLast();

        assertThat(outline.source().slice(price.whole()))
                .startsWith("/** What it costs. */")
                .endsWith("}");
        assertThat(outline.signature(price, 100)).isEqualTo("@Deprecated int price()");
        assertThat(outline.around(7)).contains(price);
        assertThat(outline.around(2).orElseThrow().name()).isEqualTo("Shop");
    }

    private static Outline outline(Language language, String code) {
        return Outline.of(new SourceFile("a." + language.extensions().getFirst(), language, code))
                .orElseThrow();
    }
}
