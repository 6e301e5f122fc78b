package dev.assistant.runtime.upload;

import dev.assistant.review.Language;
import dev.assistant.review.LanguageDetector;
import dev.assistant.review.Reviews.FileSource;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Units.Reason;
import dev.assistant.review.Units.SetAside;
import dev.assistant.review.Upload;
import dev.assistant.review.Upload.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The text files of an upload that lies in a file, and what was set aside of it. For one use. Not thread-safe. */
final class UploadedFiles implements FileSource {
    /** Nobody means to have these reviewed, whatever is in them. */
    private static final Set<String> TOOL_FOLDERS =
            Set.of(".git", ".hg", ".svn", "__pycache__", ".tox", ".gradle", ".terraform", ".idea", "__macosx");

    private static final Set<String> DEPENDENCY_FOLDERS =
            Set.of("node_modules", "bower_components", "jspm_packages", "site-packages", ".venv");
    private static final Set<String> ARCHIVE_ENDINGS =
            Set.of("zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "jar", "war", "ear", "whl", "nupkg");

    private final Path file;
    private final Format format;
    private final String fileName;
    private final boolean isRepository;
    private final Optional<Language> language;
    private final ArchiveLimits limits;
    private final LanguageDetector detector = new LanguageDetector();
    private final List<SetAside> setAside = new ArrayList<>();
    private long textBytes;
    private int taken;

    /** @param language that the submitter named for all files */
    UploadedFiles(Path file, Upload upload, Optional<Language> language, ArchiveLimits limits) {
        this(file, upload.format(), upload.fileName(), false, language, limits);
    }

    private UploadedFiles(
            Path file,
            Format format,
            String fileName,
            boolean isRepository,
            Optional<Language> language,
            ArchiveLimits limits) {
        this.file = file;
        this.format = format;
        this.fileName = fileName;
        this.isRepository = isRepository;
        this.language = language;
        this.limits = limits;
    }

    /** The files of a repository's tarball: one folder holds them all. */
    static UploadedFiles ofRepository(Path file, Optional<Language> language, ArchiveLimits limits) {
        return new UploadedFiles(file, Format.TAR_GZ, file.toString(), true, language, limits);
    }

    /** What is in the upload and was not handed over. */
    List<SetAside> setAside() {
        return List.copyOf(setAside);
    }

    int taken() {
        return taken;
    }

    @Override
    public void forEach(Consumer<SourceFile> take) {
        try {
            switch (format) {
                case FILE -> single(take);
                case ZIP -> new ZipArchive(file, limits).forEach(sorting(take));
                case TAR_GZ -> tarball().forEach(sorting(take));
            }
        } catch (IOException e) {
            throw new RefusedUpload(
                    "The archive cannot be read: it is damaged, or of another kind than its name says.", e);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            // What parsers throw at hostile numbers.
            throw new RefusedUpload("The archive cannot be read: it is damaged.", e);
        }
        if (taken == 0) {
            throw new RefusedUpload(
                    (isRepository ? "The repository" : "The upload") + " holds no text that could be reviewed.");
        }
    }

    private Archive tarball() {
        return isRepository ? TarGzArchive.ofRepository(file, limits) : new TarGzArchive(file, limits);
    }

    private Archive.Taker sorting(Consumer<SourceFile> take) {
        return new Archive.Taker() {
            @Override
            public void take(String path, InputStream content) throws IOException {
                entry(path, content, take);
            }

            @Override
            public void passOver(String link) {
                setAside.add(aside(link, Reason.NOT_TEXT, "a link"));
            }
        };
    }

    private void single(Consumer<SourceFile> take) throws IOException {
        String text = TextOf.of(Files.readAllBytes(file)).orElseThrow(() -> new RefusedUpload("The file is not text."));
        hand(fileName, text, take);
    }

    private void entry(String path, InputStream content, Consumer<SourceFile> take) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        Optional<SetAside> unwanted = unwanted(path);
        if (unwanted.isPresent()) {
            setAside.add(unwanted.get());
            return;
        }
        byte[] bytes = content.readNBytes((int) limits.fileBytes() + 1);
        if (bytes.length > limits.fileBytes()) {
            setAside.add(aside(path, Reason.TOO_LARGE, ""));
            return;
        }
        Optional<String> text = TextOf.of(bytes);
        if (text.isEmpty()) {
            setAside.add(aside(path, Reason.NOT_TEXT, ""));
            return;
        }
        textBytes += bytes.length;
        if (textBytes > limits.textBytes()) {
            throw new RefusedUpload("The archive holds more than %,d MB of text. Leave out what need not be reviewed."
                    .formatted(limits.textBytes() >> 20));
        }
        hand(path, text.get(), take);
    }

    private void hand(String path, String text, Consumer<SourceFile> take) {
        taken++;
        take.accept(new SourceFile(path, language.orElseGet(() -> detector.detect(path, text)), text));
    }

    private static Optional<SetAside> unwanted(String path) {
        String[] parts = path.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            if (TOOL_FOLDERS.contains(parts[i].toLowerCase(Locale.ROOT))) {
                return Optional.of(aside(path, Reason.TOOL_FILES, "in " + parts[i] + "/"));
            }
            if (DEPENDENCY_FOLDERS.contains(parts[i])) {
                return Optional.of(aside(path, Reason.THIRD_PARTY, "in " + parts[i] + "/"));
            }
        }
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ARCHIVE_ENDINGS.contains(ending) ? Optional.of(aside(path, Reason.ARCHIVE, "")) : Optional.empty();
    }

    private static SetAside aside(String path, Reason reason, String detail) {
        return new SetAside(new SourceFile(path, Language.TEXT, ""), reason, detail);
    }
}
