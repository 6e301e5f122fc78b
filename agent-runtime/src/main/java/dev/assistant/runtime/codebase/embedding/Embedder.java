package dev.assistant.runtime.codebase.embedding;

import java.util.List;

/**
 * Turns text into vectors whose cosine says how near two texts are in meaning. Vectors of different models say nothing about each
 * other: store {@link #model} and {@link #dimension} beside them, and never compare across models. Thread-safe.
 */
public interface Embedder {
    /** Names the model and everything else that changes its vectors. */
    String model();

    /** How many numbers a vector has. */
    int dimension();

    /** The vector of a text, of length 1. Text beyond the model's window still counts, with less precision. */
    float[] embed(String text);

    /**
     * The vectors of several texts, in their order, computed side by side.
     *
     * @throws InterruptedException when the calling thread was interrupted; texts not yet begun are left out
     */
    List<float[]> embed(List<String> texts) throws InterruptedException;
}
