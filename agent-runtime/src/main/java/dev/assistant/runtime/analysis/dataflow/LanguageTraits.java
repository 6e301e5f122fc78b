package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;

/**
 * How a language finds what a name stands for.
 *
 * @param namespaces whether classes are known by their namespaces before any code is run, rather than by the files they are in
 * @param typesByName whether a capitalised name that nothing else explains is a type
 * @param impliesThis whether members of the own object are named without it
 * @param ownFields whether fields of the own object are set without it
 * @param sharesTopLevel whether functions at the top level of one file are known in others of its namespace
 * @param severalResults whether functions give several results, of which the first is what they are about and the last says how it went
 * @param constructsByCall whether a call of something capitalised makes an object
 * @param defaultNamespace where types are looked for that no import explains; empty for none
 */
record LanguageTraits(
        boolean namespaces,
        boolean typesByName,
        boolean impliesThis,
        boolean ownFields,
        boolean sharesTopLevel,
        boolean severalResults,
        boolean constructsByCall,
        String defaultNamespace) {
    private static final LanguageTraits MODULES =
            new LanguageTraits(false, false, false, false, false, false, true, "");
    private static final LanguageTraits JAVA =
            new LanguageTraits(true, true, true, true, false, false, true, "java.lang.");
    private static final LanguageTraits KOTLIN =
            new LanguageTraits(true, true, true, true, true, false, true, "java.lang.");
    private static final LanguageTraits CSHARP = new LanguageTraits(true, true, true, true, false, false, false, "");
    private static final LanguageTraits C = new LanguageTraits(true, false, false, false, true, false, false, "");
    private static final LanguageTraits GO = new LanguageTraits(true, false, false, false, true, true, false, "");
    private static final LanguageTraits PHP = new LanguageTraits(true, true, false, false, true, false, false, "");
    private static final LanguageTraits RUBY = new LanguageTraits(true, true, true, false, true, false, false, "");

    static LanguageTraits of(Language language) {
        return switch (language) {
            case JAVA -> JAVA;
            case KOTLIN -> KOTLIN;
            case CSHARP -> CSHARP;
            case C, CPP -> C;
            case GO -> GO;
            case PHP -> PHP;
            case RUBY -> RUBY;
            default -> MODULES;
        };
    }
}
