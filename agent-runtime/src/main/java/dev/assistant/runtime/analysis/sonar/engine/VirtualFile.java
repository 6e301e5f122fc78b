package dev.assistant.runtime.analysis.sonar.engine;

import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sonarsource.sonarlint.core.analysis.api.ClientInputFile;
import org.sonarsource.sonarlint.core.commons.api.SonarLanguage;

/** A file that exists in memory only. The path that plugins see need not exist. */
@SuppressWarnings("deprecation") // the engine deprecates its own getPath(), which it still calls
final class VirtualFile implements ClientInputFile {
    private final Path root;
    private final AnalysisTask.Source source;
    private final AnalysisTask.Watch watch;

    VirtualFile(Path root, AnalysisTask.Source source, AnalysisTask.Watch watch) {
        this.root = root;
        this.source = source;
        this.watch = watch;
    }

    String path() {
        return source.path();
    }

    @Override
    public String getPath() {
        return root.resolve(source.path()).toString();
    }

    @Override
    public String relativePath() {
        return source.path();
    }

    @Override
    public URI uri() {
        return root.resolve(source.path()).toUri();
    }

    @Override
    public boolean isTest() {
        return false;
    }

    @Override
    public Charset getCharset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public @Nullable SonarLanguage language() {
        return SonarLanguage.forKey(source.language()).orElse(null);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <G> G getClientObject() {
        return (G) source;
    }

    @Override
    public InputStream inputStream() {
        return new ByteArrayInputStream(contents().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String contents() {
        watch.opened(source.path());
        return source.content();
    }

    @Override
    public String toString() {
        return source.path();
    }
}
