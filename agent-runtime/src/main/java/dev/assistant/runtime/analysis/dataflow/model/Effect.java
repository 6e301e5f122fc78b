package dev.assistant.runtime.analysis.dataflow.model;

import java.util.List;

/**
 * What a call does with a container.
 *
 * @param keys the arguments that together are the key or position
 * @param property a key that is always the same; empty where the arguments give it
 * @param value the argument that is stored, or the default of a read
 */
public record Effect(Kind kind, List<Selector> keys, String property, Selector value) {
    public Effect {
        keys = List.copyOf(keys);
    }

    /** What happens. */
    public enum Kind {
        /** Adds the value at the end of the receiver. */
        APPEND,
        /** Adds the value at a position of the receiver. */
        INSERT,
        /** Adds all elements of the value to the receiver. */
        EXTEND,
        /** Stores the value under a key of the receiver. */
        PUT,
        /** Stores each entry of the value under its key, and gives the receiver. */
        PUT_ALL,
        /** Gives the element of the receiver at a key, or the value when there is none. */
        GET,
        /** Like get, and takes the element out; without a key the last one. */
        TAKE,
        /** Gives the first element and takes it out. */
        TAKE_FIRST,
        /** Takes everything out of the receiver. */
        CLEAR,
        /** Gives a container with all elements of the receiver. */
        COPY,
        /** Gives any element of the receiver. */
        ANY,
        /** Gives a container with the keys of the receiver. */
        KEYS,
        /** Gives a container with pairs of key and element. */
        PAIRS,
        /** Makes a list of the arguments. */
        LIST,
        /** Makes a container with the elements of the value. */
        WRAP,
        /** Adds the value to the text that the receiver collects, and gives the receiver. */
        COLLECT,
        /** Sets a property of the receiver to the value; the key is its name. */
        SET,
        /** Gives the receiver. */
        SELF,
        /** Gives the value. */
        GIVE,
        /** Tells whether the receiver equals the value. */
        EQUAL,
        /** Gives how long the receiver is; known only for constant texts. */
        LENGTH,
        /** Gives the stretch of the receiver between two keys. */
        SLICE,
        /** Does not come back: the program or request ends. */
        EXIT,
        /** Comes back only when the value is true. */
        DEMAND
    }
}
