package dev.assistant.runtime.analysis.dataflow.model;

import dev.assistant.runtime.data.DataNode;
import java.util.List;

/**
 * Which values of a call or write are meant; any of the parts may be there.
 *
 * @param parts by position, by name, or by role
 */
public record Selector(List<Part> parts) {
    /** One way to pick a value. */
    public sealed interface Part {}

    /** An argument by position, from 0. */
    public record Position(int index) implements Part {}

    /** An argument by name. */
    public record Named(String name) implements Part {}

    /** A value by what it is to the call. */
    public enum Role implements Part {
        RECEIVER,
        /** Every argument. */
        ARGUMENTS,
        /** The value written. */
        VALUE,
        /** The key written to. */
        KEY
    }

    public Selector {
        parts = List.copyOf(parts);
    }

    public static Selector of(Part... parts) {
        return new Selector(List.of(parts));
    }

    /** Reads {@code 0}, {@code sql}, {@code receiver}, {@code arguments}, {@code value}, {@code key}, or a list of them. */
    public static Selector parse(DataNode node) {
        return new Selector(node.list().stream().map(Selector::part).toList());
    }

    private static Part part(DataNode node) {
        if (node.isWhole()) {
            return new Position(node.whole());
        }
        return switch (node.text()) {
            case "receiver" -> Role.RECEIVER;
            case "arguments" -> Role.ARGUMENTS;
            case "value" -> Role.VALUE;
            case "key" -> Role.KEY;
            default -> new Named(node.text());
        };
    }
}
