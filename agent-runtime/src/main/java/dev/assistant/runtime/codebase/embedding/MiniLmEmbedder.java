package dev.assistant.runtime.codebase.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * all-MiniLM-L6-v2, quantised, on ONNX Runtime in this process: 384 numbers a vector, windows of 510 tokens, about 60 vectors of
 * short functions per second of processor time, 100 MB of native memory. Loaded at first use, in about a second; no network.
 */
public final class MiniLmEmbedder implements Embedder, AutoCloseable {
    private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int DIMENSION = 384;
    private static final String NOTHING = "empty";

    static {
        // The tokenizer's library reports instance id and region to its makers when it finds itself on EC2.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    private final ExecutorService threads;
    private @Nullable Session session;

    /** @param parallel how many texts are worked on at once */
    public MiniLmEmbedder(int parallel) {
        this.threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().name("embedding-", 0).daemon().factory());
    }

    @Override
    public String model() {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public float[] embed(String text) {
        Model model = session().model();
        try {
            return model.vector(wellFormed(text));
        } catch (IllegalArgumentException e) { // nothing in it that the tokenizer keeps
            return model.vector(NOTHING);
        }
    }

    /** Half of a surrogate pair would end the native tokenizer's reading. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
    }

    @Override
    public List<float[]> embed(List<String> texts) throws InterruptedException {
        List<Future<float[]>> begun = new ArrayList<>(texts.size());
        for (String text : texts) {
            begun.add(threads.submit(() -> embed(text)));
        }
        try {
            List<float[]> vectors = new ArrayList<>(texts.size());
            for (Future<float[]> future : begun) {
                vectors.add(future.get());
            }
            return vectors;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a text could not be embedded", e.getCause());
        } finally {
            begun.forEach(future -> future.cancel(false));
        }
    }

    private synchronized Session session() {
        if (session == null) {
            session = Session.open();
        }
        return session;
    }

    /** Waits for no one: call it when nothing is being embedded. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /** One thread a text: ONNX Runtime's own pool would spin on processors that others need. */
    private record Session(OrtSession weights, Model model) {
        static Session open() {
            try (InputStream tokenizer = resource(TOKENIZER);
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession weights = environment.createSession(bytes(WEIGHTS), options);
                return new Session(
                        weights, new Model(new OnnxBertBiEncoder(environment, weights, tokenizer, PoolingMode.MEAN)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (OrtException e) {
                throw new IllegalStateException("the embedding model could not be loaded", e);
            }
        }

        void close() {
            try {
                weights.close();
            } catch (OrtException e) {
                throw new IllegalStateException("the embedding model could not be closed", e);
            }
        }

        private static byte[] bytes(String name) throws IOException {
            try (InputStream in = resource(name)) {
                return in.readAllBytes();
            }
        }

        private static InputStream resource(String name) {
            InputStream in = OnnxBertBiEncoder.class.getResourceAsStream(name);
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in;
        }
    }

    private static final class Model extends AbstractInProcessEmbeddingModel {
        private final OnnxBertBiEncoder encoder;

        Model(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        float[] vector(String text) {
            return embed(text).content().vector();
        }
    }
}
