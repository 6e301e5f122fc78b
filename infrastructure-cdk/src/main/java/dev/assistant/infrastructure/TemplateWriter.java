package dev.assistant.infrastructure;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.contract.Contract;
import dev.assistant.infrastructure.settings.Checkout;
import dev.assistant.infrastructure.template.LocalValues;
import dev.assistant.infrastructure.template.SamTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code template.yaml}. */
public final class TemplateWriter {
    private TemplateWriter() {}

    public static void main(String[] args) throws IOException {
        Checkout checkout = Checkout.around(Path.of(""));
        Files.writeString(checkout.template(), template(checkout));
    }

    /** What the file should be. */
    static String template(Checkout checkout) {
        return new SamTemplate(Catalogue.load(), Contract.read(checkout.contract()), LocalValues.load()).text();
    }
}
