package dev.assistant.review;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Knows where files are best cut when they are too long to be looked at in one piece. Thread-safe. */
@FunctionalInterface
public interface CutPoints {
    /** Knows of none. */
    CutPoints NONE = file -> new TreeSet<>();

    /** The lines, from 1, at which a function or a type begins that is in no other function. */
    NavigableSet<Integer> of(SourceFile file);
}
