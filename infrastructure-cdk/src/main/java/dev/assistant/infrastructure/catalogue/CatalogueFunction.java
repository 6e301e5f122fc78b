package dev.assistant.infrastructure.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * A row of the catalogue.
 *
 * @param name unique, in lower case with hyphens; the contract's {@code x-function}
 * @param bean the {@code spring.cloud.function.definition}
 * @param memory in megabytes; Lambda gives one whole processor at 1,769
 * @param touches what it may use, its own queue included
 */
public record CatalogueFunction(
        String name, Artefact artefact, String bean, int memory, Duration timeout, Source source, List<Touch> touches) {
    public CatalogueFunction {
        touches = List.copyOf(touches);
    }

    /** Its name as CloudFormation and {@code sam local invoke} know it, for example {@code DeadLettersFunction}. */
    public String logicalId() {
        StringBuilder id = new StringBuilder();
        for (String word : name.split("-")) {
            id.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return id.append("Function").toString();
    }

    /** Whether it must be in the database's private network, from which there is no way to the internet. */
    public boolean touchesDatabase() {
        return touches(Touch.Kind.DATABASE);
    }

    public boolean touches(Touch.Kind kind) {
        return touches.stream().anyMatch(touch -> touch.kind() == kind);
    }

    public boolean isRouted() {
        return source instanceof Source.Routes;
    }
}
