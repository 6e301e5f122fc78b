package dev.assistant.localstack.observe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads along what functions write to their log, line by line, as CloudWatch does in the cloud; everything passes through.
 * Thread-safe.
 */
final class FunctionLog extends OutputStream {
    private static final int LONGEST = 16_384;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrintStream to;
    private final Consumer<JsonNode> reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private FunctionLog(PrintStream to, Consumer<JsonNode> reader) {
        this.to = to;
        this.reader = reader;
    }

    /**
     * A stream in the place of another one.
     *
     * @param reader is given each line that is a JSON object
     */
    static PrintStream reading(PrintStream to, Consumer<JsonNode> reader) {
        return new PrintStream(new FunctionLog(to, reader), true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int character) {
        to.write(character);
        if (character == '\n') {
            read(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else if (line.size() < LONGEST) {
            line.write(character);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public void flush() {
        to.flush();
    }

    private void read(String text) {
        if (text.startsWith("{") && text.contains("\"event\"")) {
            try {
                reader.accept(JSON.readTree(text));
            } catch (JacksonException | DateTimeException e) {
                to.println(
                        "a line of the log could not be read: " + e.getClass().getSimpleName());
            }
        }
    }
}
