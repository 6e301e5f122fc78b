package dev.assistant.runtime.analysis.rules;

import dev.assistant.review.SecretFormat;
import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.dataflow.model.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a rule looks for. */
public sealed interface Match {
    /**
     * A call or write by qualified name.
     *
     * @param receiverName for members of something unknown, what the receiver is called
     * @param when all must hold
     * @param unless none of these may hold
     */
    record Use(Set<Access> accesses, Optional<Pattern> receiverName, List<Condition> when, List<Condition> unless)
            implements Match {
        public Use {
            accesses = Set.copyOf(accesses);
            when = List.copyOf(when);
            unless = List.copyOf(unless);
        }
    }

    /** A constant text kept under a name. */
    record Named(Pattern name, Pattern value, Optional<Pattern> notValue) implements Match {}

    /**
     * Code of a shape, written as the language writes it: {@code $X} stands for anything, the same text each time, and
     * {@code ...} for any number of arguments, elements or statements.
     *
     * @param shapes any of these; {@code @loop} and the like, or {@code @} with a grammar's name, stand for a kind of construct
     * @param clauses all must hold
     * @param report which placeholder is reported, empty for all that matched; of code nearby, the placeholder that from then on
     *     stands for it
     */
    record Code(List<String> shapes, List<Clause> clauses, String report) implements Match {
        public Code {
            shapes = List.copyOf(shapes);
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * A stretch of a text that is no program: of an instruction, a statement or a block, comments left out.
     *
     * @param wholeFile whether the file is looked at as one stretch
     * @param head what the stretch begins with
     * @param found what is reported: the group named {@code at}, or all that matched
     * @param unless what may not stand in the same stretch
     */
    record Text(boolean wholeFile, Optional<Pattern> head, Pattern found, List<Pattern> unless, List<Clause> clauses)
            implements Match {
        public Text {
            unless = List.copyOf(unless);
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * A secret of a format, anywhere in a file.
     *
     * @param clauses about the file
     */
    record Secret(SecretFormat format, List<Clause> clauses) implements Match {
        public Secret {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * Words anywhere in a file: in a program, its comments and its strings.
     *
     * @param found a space of it stands for all that can separate words laid over lines of comments or pieces of strings
     * @param words in lower case; without one of them in the file it is not searched; empty to search always
     * @param clauses about the file
     */
    record Phrase(Pattern found, List<String> words, List<Clause> clauses) implements Match {
        public Phrase {
            words = List.copyOf(words);
            clauses = List.copyOf(clauses);
        }

        /** Whether a file can hold it. */
        public boolean mayBeIn(String lowerCase) {
            return words.isEmpty() || words.stream().anyMatch(lowerCase::contains);
        }
    }

    /** What must be so for code of a shape to be reported. */
    sealed interface Clause {
        /** About what a placeholder stands for. */
        record Where(String placeholder, Test test) implements Clause {}

        /** About the text of all that matched. */
        record Written(Pattern pattern, boolean wanted) implements Clause {}

        /** About code around it or in it. */
        record Near(Relation relation, Code code, boolean wanted) implements Clause {}

        /** About the file's text or path. */
        record File(Pattern pattern, boolean path, boolean wanted) implements Clause {}
    }

    /** Where other code is looked for. */
    enum Relation {
        /** Around it. Loops are not looked for beyond the function that it is in, functions not beyond the next one. */
        INSIDE,
        /** What it directly stands in. */
        PARENT,
        /** Somewhere in it. */
        HAS,
        /** Somewhere in the function that it is in, or in the file when it is in none. */
        FUNCTION_HAS,
        /** Somewhere in the file. */
        FILE_HAS,
        /** Among the statements after it in its block. */
        FOLLOWED_BY
    }

    /** How a number is compared with the room that something has. */
    enum Measure {
        /** More than it has bytes; a string literal counts with the zero at its end. */
        ABOVE_BYTES,
        /** As many as it has elements, or more. */
        FROM_ELEMENTS,
        /** More than it has elements. */
        ABOVE_ELEMENTS,
        /** Not known to take as many bytes as it has, or fewer. */
        UNLESS_WITHIN_BYTES
    }

    /** A question about what a placeholder stands for. */
    sealed interface Test {
        /** Its text, quotes of a string left out. */
        record Matching(Pattern pattern, boolean wanted) implements Test {}

        /** It is a {@code string}, {@code number}, {@code name}, {@code call} or another kind of construct. */
        record Kind(List<String> kinds, boolean wanted) implements Test {}

        /** It is a number, or something, for which another placeholder has no room; C and C++ only. */
        record Beyond(Measure measure, String placeholder) implements Test {}

        /** It is code of this shape. */
        record Like(Code code, boolean wanted) implements Test {}
    }
}
