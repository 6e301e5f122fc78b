package dev.assistant.runtime.net;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a size; beyond, the answer fails with {@link TooLarge}, which the client's own limit cannot be told from. */
final class LimitedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> reading;
    private @Nullable Subscription own;
    private long left;
    private boolean isOver;

    private LimitedBody(BodySubscriber<T> reading, long most) {
        this.reading = reading;
        this.left = most;
    }

    static <T> BodyHandler<T> of(BodyHandler<T> handler, long most) {
        return info -> new LimitedBody<>(handler.apply(info), most);
    }

    /** There is more than was allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the body is larger than allowed");
        }
    }

    @Override
    public CompletionStage<T> getBody() {
        return reading.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        own = subscription;
        reading.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            reading.onNext(buffers);
        } else if (!isOver) {
            isOver = true;
            Objects.requireNonNull(own).cancel();
            reading.onError(new TooLarge());
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!isOver) {
            reading.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!isOver) {
            reading.onComplete();
        }
    }
}
