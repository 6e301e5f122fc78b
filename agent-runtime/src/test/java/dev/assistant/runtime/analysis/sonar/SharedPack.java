package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the pack that the build made; it is opened once for all of them, because its plugins take seconds to load. */
final class SharedPack implements ParameterResolver {
    static final Path ANALYSERS = Path.of("target", "analysers");

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedPack.class);

    /** The pack's engines. */
    record Pack(AnalysisEngine code, AnalysisEngine secrets) implements AutoCloseable {
        static Pack open() {
            List<AnalysisEngine> engines = SonarPack.open(ANALYSERS, Path.of("target", "work"));
            return new Pack(engines.getFirst(), engines.getLast());
        }

        Analysis analyse(SourceFile... files) throws InterruptedException {
            return code.analyse(List.of(files));
        }

        @Override
        public void close() {
            code.close();
            secrets.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Pack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Pack.class, key -> Pack.open(), Pack.class);
    }
}
