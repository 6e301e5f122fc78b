package dev.assistant.adapters.json;

import dev.assistant.model.KnownModel;
import dev.assistant.model.KnownModels;
import dev.assistant.model.Price;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Prices and abilities of models, from {@code models.json} beside this class. */
public final class KnownModelsJson {
    private KnownModelsJson() {}

    /** The models; the same in every part of the product that was built together. */
    public static KnownModels read() {
        try (InputStream file = KnownModelsJson.class.getResourceAsStream("models.json")) {
            ModelsDocument document =
                    WireJson.MAPPER.readValue(Objects.requireNonNull(file).readAllBytes(), ModelsDocument.class);
            return new KnownModels(
                    LocalDate.parse(document.asOf()),
                    document.models().stream().map(ModelDocument::toModel).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record ModelsDocument(String asOf, String unit, List<String> sources, List<ModelDocument> models) {}

    private record ModelDocument(
            String id,
            BigDecimal input,
            BigDecimal cached,
            BigDecimal written,
            BigDecimal output,
            boolean cachesPrompts,
            boolean followsSchemas) {
        KnownModel toModel() {
            return new KnownModel(id, new Price(input, cached, written, output), cachesPrompts, followsSchemas);
        }
    }
}
