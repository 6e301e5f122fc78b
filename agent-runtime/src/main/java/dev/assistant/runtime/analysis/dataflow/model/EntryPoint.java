package dev.assistant.runtime.analysis.dataflow.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Functions that a framework calls with data of the outside.
 *
 * @param annotations decorators or annotations that mark it; qualified names or {@code *.name}; none when others do
 * @param names what such a function is called; anything when empty
 * @param files where such a function stands, in its file's path; anywhere when empty
 * @param directive a text that stands first in such a function or its module, as JavaScript's {@code "use server"}; any when empty
 * @param notAnnotations none of these annotations marks it
 * @param ownerAnnotations its class has one of these annotations; any class when empty
 * @param ownerTypes its class is or extends one of these; any class when empty
 * @param with arguments that the annotation has, by name: what they are called last
 * @param parameterNames names of its first parameters that mark it; none when others do
 * @param imports one of these must be imported, by the beginning of its name; none when it does not matter
 * @param types types of parameters by name
 * @param positions types of parameters by position
 * @param inputs whether other parameters are user input
 * @param inputAnnotations annotations of parameters that make them user input
 * @param inputTypes types of other parameters that are user input, beside classes that only hold data; any when empty
 * @param notInputTypes types of parameters that are never user input
 * @param narrows what parameters of a type cannot cause, by the type's name; the empty name stands for no type
 * @param numberInRoute how the annotation's route says that a parameter is a number, with {@code NAME} for its name; empty when routes
 *     cannot say that
 * @param words where the input comes from, for messages
 * @param returns what its result is used for
 * @param unlessAnnotation none of its annotations is written like this
 * @param returnsType its result counts only where its type is written like this; any when empty
 * @param returnsBeginning only results count that are known to begin so; any when empty
 */
public record EntryPoint(
        Set<String> annotations,
        Optional<Pattern> names,
        Optional<Pattern> files,
        String directive,
        Set<String> notAnnotations,
        Set<String> ownerAnnotations,
        Set<String> ownerTypes,
        Map<String, String> with,
        List<String> parameterNames,
        List<String> imports,
        Map<String, String> types,
        List<String> positions,
        boolean inputs,
        Set<String> inputAnnotations,
        Set<String> inputTypes,
        Set<String> notInputTypes,
        Map<String, Long> narrows,
        String numberInRoute,
        String words,
        Optional<Weakness> returns,
        Optional<Pattern> unlessAnnotation,
        Optional<Pattern> returnsType,
        Optional<Pattern> returnsBeginning) {
    /** Whether a function's result is used at all, going by the type that the code gives it. */
    public boolean takesResult(String type) {
        return returns().isPresent()
                && returnsType().map(pattern -> pattern.matcher(type).find()).orElse(true);
    }
}
