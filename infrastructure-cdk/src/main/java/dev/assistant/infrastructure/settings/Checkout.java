package dev.assistant.infrastructure.settings;

import dev.assistant.infrastructure.catalogue.Artefact;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the product's sources lie, and where the parts that the build made of them.
 *
 * @param sources the checkout's root
 * @param built the root below which the built parts lie; the same, except in tests
 */
public record Checkout(Path sources, Path built) {
    /** The checkout around a folder: its nearest parent that holds both the functions and this module. */
    public static Checkout around(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("functions")) && Files.isDirectory(at.resolve("infrastructure-cdk"))) {
                return new Checkout(at, at);
            }
        }
        throw new IllegalStateException(folder + " is not inside a checkout of this project");
    }

    public Path contract() {
        return sources.resolve("functions/api/src/main/resources/openapi.yaml");
    }

    public Path template() {
        return sources.resolve("template.yaml");
    }

    /** The folder whose contents become the Lambda package. */
    public Path code(Artefact artefact) {
        return built.resolve(artefact.code());
    }

    /** The folder of the built single-page application. */
    public Path spa() {
        return built.resolve("frontend/dist");
    }

    /** The build folder of the agent-runtime image. */
    public Path agentRuntime() {
        return built.resolve("agent-runtime");
    }
}
