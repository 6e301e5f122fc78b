package dev.assistant.adapters.lambda;

import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.InputStream;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the event and hands it to a function. Left to itself, the function adapter reads it into a message first, with the
 * client's HTTP headers as message headers: a header could then choose how the event is converted, and a body that is a JSON
 * array would be taken for a batch. Thread-safe.
 */
public final class EventReader<I, O> implements Function<InputStream, O> {
    private final Function<InputStream, I> read;
    private final Function<I, O> function;

    private EventReader(Function<InputStream, I> read, Function<I, O> function) {
        this.read = read;
        this.function = function;
    }

    /** For events whose JSON has the names of their fields, which is all that requests are made of. */
    public static <I, O> EventReader<I, O> ofRequests(Class<I> type, Function<I, O> function) {
        JsonMapper mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new EventReader<>(event -> mapper.readValue(event, type), function);
    }

    /**
     * For all events, with Lambda's own serialiser. It brings a JSON library of its own, whose 800 classes would make every
     * cold start of a function that somebody waits for longer.
     */
    public static <I, O> EventReader<I, O> of(Class<I> type, Function<I, O> function) {
        var serializer = LambdaEventSerializers.serializerFor(type, EventReader.class.getClassLoader());
        return new EventReader<>(serializer::fromJson, function);
    }

    @Override
    public O apply(InputStream event) {
        return function.apply(read.apply(event));
    }
}
