/**
 * The only code that knows the SonarLint engine's API. It runs in the class loader that
 * {@link dev.assistant.runtime.analysis.sonar.EngineClassLoader} makes and is reached only through the service
 * {@link dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalysers}; nothing else may refer to it.
 */
@NullMarked
package dev.assistant.runtime.analysis.sonar.engine;

import org.jspecify.annotations.NullMarked;
