package dev.assistant.runtime.model;

import java.time.Duration;

/** One model at one provider. Thread-safe. */
interface LanguageModel {
    /** The id under which the provider knows it. */
    String id();

    /**
     * Asks once, without another try.
     *
     * @param most how long to wait
     * @throws CallFailure when there is no answer that can be used
     * @throws InterruptedException when the calling thread was interrupted; what the provider still does is left to itself
     */
    ModelAnswer ask(ModelRequest request, Duration most) throws CallFailure, InterruptedException;
}
