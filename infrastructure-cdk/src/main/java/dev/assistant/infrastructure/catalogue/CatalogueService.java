package dev.assistant.infrastructure.catalogue;

import java.util.List;

/** A container that runs beside the functions. */
public record CatalogueService(String name, List<Touch> touches) {
    public CatalogueService {
        touches = List.copyOf(touches);
    }
}
