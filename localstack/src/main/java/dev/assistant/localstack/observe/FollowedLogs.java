package dev.assistant.localstack.observe;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads along what functions in processes of their own add to their logs. Used by its own thread only. */
final class FollowedLogs implements AutoCloseable {
    private static final String LOGS = "function-*.log";
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final int PIECE = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(FollowedLogs.class);

    private final Path folder;
    private final Consumer<JsonNode> reader;
    private final Map<Path, Followed> files = new HashMap<>();
    private final Thread thread = Thread.ofVirtual().name("function logs").unstarted(this::run);

    private record Followed(PrintStream lines, long read) {}

    private FollowedLogs(Path folder, Consumer<JsonNode> reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** @param reader is given each line that is a JSON object, of those that are written from now on */
    static FollowedLogs start(Path folder, Consumer<JsonNode> reader) {
        FollowedLogs logs = new FollowedLogs(folder, reader);
        logs.each(file -> logs.files.put(file, logs.from(Files.size(file))));
        logs.thread.start();
        return logs;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                each(this::readOn);
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Visit {
        void file(Path file) throws IOException;
    }

    private void each(Visit visit) {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, LOGS)) {
            for (Path log : logs) {
                visit.file(log);
            }
        } catch (IOException e) {
            LOG.debug("logs of functions could not be read: {}", e.toString());
        }
    }

    private Followed from(long position) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Followed(FunctionLog.reading(nowhere, reader), position);
    }

    private void readOn(Path file) throws IOException {
        Followed followed = files.computeIfAbsent(file, log -> from(0));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(followed.read());
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            while (channel.read(piece) > 0) {
                followed.lines().write(piece.array(), 0, piece.position());
                piece.clear();
            }
            files.put(file, new Followed(followed.lines(), channel.position()));
        }
    }
}
