package dev.assistant.runtime.analysis.sonar;

import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalysers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Keeps the embedded engine and the application apart. The engine sees the JDK, its own jars, the package that is written against
 * it, and the product's other classes; of the application's libraries it sees nothing, so that both may have their own Spring.
 */
final class EngineClassLoader extends URLClassLoader {
    private static final String PRODUCT = "dev.assistant.";
    private static final String OURS = "dev.assistant.runtime.analysis.sonar.engine.";

    static {
        registerAsParallelCapable();
    }

    private EngineClassLoader(List<URL> jars) {
        super("analysis-engine", jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** A class loader for the engine's jars in the folder. */
    static EngineClassLoader over(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar.toUri().toURL());
            }
            jars.add(hostClasses());
            return new EngineClassLoader(jars);
        } catch (IOException e) {
            throw new UncheckedIOException("The analysis engine is not at " + folder + ".", e);
        }
    }

    /** The engine behind this class loader. */
    EmbeddedAnalysers analysers() {
        return ServiceLoader.load(EmbeddedAnalysers.class, this)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the bridge to the analysis engine is missing"));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(PRODUCT) && !name.startsWith(OURS)) {
            return EngineClassLoader.class.getClassLoader().loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    /** The jar or folder that this class came from: the package written against the engine is in it too. */
    private static URL hostClasses() {
        return EngineClassLoader.class.getProtectionDomain().getCodeSource().getLocation();
    }
}
