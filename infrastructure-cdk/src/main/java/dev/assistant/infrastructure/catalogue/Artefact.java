package dev.assistant.infrastructure.catalogue;

/**
 * A deployable Lambda package; several functions may share one.
 *
 * @param code the unpacked package's folder, relative to the checkout
 * @param mainClass the Spring application that registers the function beans
 */
public record Artefact(String code, String mainClass) {}
