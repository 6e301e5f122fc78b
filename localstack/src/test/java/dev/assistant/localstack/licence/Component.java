package dev.assistant.localstack.licence;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something made by others that is shipped.
 *
 * @param part which of the product's parts holds it
 * @param licence an SPDX expression; empty when it states none
 * @param file the file of its own in which it is shipped; empty when its code is merged with others'
 */
record Component(String part, String name, String version, String licence, Optional<Path> file) {}
