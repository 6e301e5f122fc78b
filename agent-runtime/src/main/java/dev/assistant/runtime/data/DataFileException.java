package dev.assistant.runtime.data;

import org.yaml.snakeyaml.error.Mark;

/** A data file of the product is wrong. The message names file, line and what is expected. */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataFileException(String file, Mark mark, String problem) {
        this(file + ":" + (mark.getLine() + 1) + ": " + problem);
    }

    public DataFileException(String message) {
        super(message);
    }
}
