package dev.assistant.runtime.analysis.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the catalogue of rules as the document that the API serves; the build checks that it is up to date. */
public final class WriteRules {
    private WriteRules() {}

    /** @param args the folder of embedded analysers, and the file to write */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[1]), document(Path.of(args[0])));
    }

    static String document(Path analysers) {
        return JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(Catalogue.all(analysers))
                + "\n";
    }
}
