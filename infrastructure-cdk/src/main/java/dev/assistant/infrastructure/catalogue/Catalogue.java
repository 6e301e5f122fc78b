package dev.assistant.infrastructure.catalogue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The only list of functions.
 *
 * @param handler the Lambda handler of them all; which function bean runs is told by the environment
 */
public record Catalogue(String handler, List<CatalogueFunction> functions, List<CatalogueService> services) {
    public Catalogue {
        functions = List.copyOf(functions);
        services = List.copyOf(services);
        if (functions.stream()
                        .map(CatalogueFunction::name)
                        .collect(Collectors.toSet())
                        .size()
                != functions.size()) {
            throw new IllegalArgumentException("two functions have the same name");
        }
        if (functions.stream().filter(Catalogue::isFallback).count() != 1) {
            throw new IllegalArgumentException("exactly one function answers for routes that nobody has");
        }
    }

    /** The catalogue that ships with this module. */
    public static Catalogue load() {
        return CatalogueReader.read("/catalogue.yaml");
    }

    public CatalogueFunction function(String name) {
        return only(function -> function.name().equals(name), name);
    }

    /** The function that answers for routes that nobody has. */
    public CatalogueFunction fallback() {
        return only(Catalogue::isFallback, "fallback");
    }

    public List<CatalogueFunction> routed() {
        return functions.stream().filter(CatalogueFunction::isRouted).toList();
    }

    /** The functions that only other functions run. */
    public List<CatalogueFunction> invoked() {
        return functions.stream()
                .filter(function -> function.source() instanceof Source.Invoke)
                .toList();
    }

    public CatalogueService service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the catalogue has no service " + name));
    }

    private CatalogueFunction only(Predicate<CatalogueFunction> wanted, String name) {
        return functions.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the catalogue has no function " + name));
    }

    private static boolean isFallback(CatalogueFunction function) {
        return function.source() instanceof Source.Routes routes && routes.fallback();
    }
}
