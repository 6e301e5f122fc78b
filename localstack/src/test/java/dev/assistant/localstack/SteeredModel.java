package dev.assistant.localstack;

import dev.assistant.testkit.model.OpenAiStub;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.Script;
import dev.assistant.testkit.model.ScriptedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A model behind OpenAI's protocol that says what a journey wants, and only when it is let. Thread-safe. */
final class SteeredModel implements AutoCloseable {

    /** The key that the product is to show it. */
    static final String KEY = "sk-key-of-the-steered-model-5150";

    private final Map<UUID, Hold> holds = new ConcurrentHashMap<>();
    private final OpenAiStub stub = OpenAiStub.start(0, this::answer);
    private final Script script = new Script();

    /** What the product is started with to use it. */
    Map<String, String> environment() {
        return Map.of(
                "MODEL_PROVIDER",
                "openai",
                "MODEL_BASE_URL",
                stub.address().toString(),
                "MODEL_IDS",
                "gpt-4.1-mini",
                "MODEL_API_KEY",
                KEY);
    }

    /** Says this, too, from now on. */
    void says(Script more) {
        script.orElse(more);
    }

    /** Keeps back the answers to prompts that have all these texts. */
    UUID hold(List<String> texts) {
        UUID id = UUID.randomUUID();
        holds.put(id, new Hold(texts, new CountDownLatch(1), new AtomicInteger()));
        return id;
    }

    /** How many prompts have come whose answers are kept back. */
    int held(UUID hold) {
        return existing(hold).prompts.get();
    }

    /** Gives the answers that were kept back, and keeps back no more. */
    void release(UUID hold) {
        existing(hold).released.countDown();
        holds.remove(hold);
    }

    /** What it was asked, in the order in which it came. */
    List<Prompt> prompts() {
        return stub.prompts();
    }

    @Override
    public void close() {
        stub.close();
    }

    private Hold existing(UUID id) {
        return Objects.requireNonNull(holds.get(id), "nothing is held under this id");
    }

    private ScriptedAnswer answer(Prompt prompt) {
        for (Hold hold : holds.values()) {
            if (hold.texts.stream().allMatch(prompt::contains)) {
                hold.prompts.incrementAndGet();
                try {
                    hold.released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the stub is closed
                }
            }
        }
        return script.apply(prompt);
    }

    private record Hold(List<String> texts, CountDownLatch released, AtomicInteger prompts) {}
}
