package dev.assistant.localstack.catalogue;

import java.time.Duration;
import java.util.Set;

/**
 * One function.
 *
 * @param name unique
 * @param artefact what it is packed in
 * @param bean the function's name for Spring Cloud Function
 * @param memoryMb megabytes it has in the cloud
 * @param timeout after which an invocation is given up
 * @param environmentKeys the settings that it gets
 */
public record FunctionEntry(
        String name,
        Artefact artefact,
        String bean,
        int memoryMb,
        Duration timeout,
        Source source,
        Set<String> environmentKeys) {

    public FunctionEntry {
        environmentKeys = Set.copyOf(environmentKeys);
    }

    /**
     * What functions are packed in.
     *
     * @param code its unpacked zip, relative to the checkout: libraries in {@code lib}, perhaps classes beside it
     * @param mainClass the Spring application
     * @param handler class and method, as Lambda is told
     */
    public record Artefact(String name, String code, String mainClass, String handler) {}
}
