package dev.assistant.localstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** All mails, one JSON file each, so that they survive a restart. Thread-safe. */
final class Mailbox {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path directory;

    Mailbox(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(Mail mail) throws IOException {
        Files.write(directory.resolve(mail.id() + ".json"), JSON.writeValueAsBytes(mail));
    }

    /** The latest first. */
    List<Mail> all() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> JSON.readValue(file, Mail.class))
                    .sorted(Comparator.comparing(Mail::sentAt).reversed())
                    .toList();
        }
    }
}
