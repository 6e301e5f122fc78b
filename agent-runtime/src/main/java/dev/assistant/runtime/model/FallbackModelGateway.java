package dev.assistant.runtime.model;

import dev.assistant.failure.Causes;
import dev.assistant.model.KnownModels;
import dev.assistant.model.ModelCall;
import dev.assistant.model.ModelCall.Outcome;
import dev.assistant.model.Price.Tokens;
import dev.assistant.model.Usage;
import dev.assistant.model.UsageLedger;
import dev.assistant.runtime.model.ModelFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the first of its models, more than once if that may help, and then the others. This is the only layer that asks again. All
 * tries of a call draw on the job's one budget and have its one deadline. Thread-safe.
 */
final class FallbackModelGateway implements ModelGateway {
    /** How long one answer may take. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(FallbackModelGateway.class);
    /** How long it is worth waiting for a model when there is another one, and when there is none. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration LONGEST_LAST_WAIT = Duration.ofSeconds(60);

    private final List<Guarded> models;
    private final KnownModels known;
    private final UsageLedger ledger;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Waiting waiting;

    FallbackModelGateway(
            List<LanguageModel> models,
            KnownModels known,
            UsageLedger ledger,
            InstantSource clock,
            Backoff backoff,
            Waiting waiting) {
        this.models = models.stream()
                .map(model -> new Guarded(model, new Circuit(clock)))
                .toList();
        this.known = known;
        this.ledger = ledger;
        this.clock = clock;
        this.backoff = backoff;
        this.waiting = waiting;
    }

    private record Guarded(LanguageModel model, Circuit circuit) {}

    @Override
    public ModelAnswer ask(ModelRequest request) throws ModelFailure, InterruptedException {
        Optional<CallFailure> last = Optional.empty();
        String asked = "";
        for (Guarded guarded : models) {
            if (!guarded.circuit().lets()) {
                continue;
            }
            asked = guarded.model().id();
            try {
                return askAgain(guarded, request, guarded.equals(models.getLast()) ? LONGEST_LAST_WAIT : LONGEST_WAIT);
            } catch (CallFailure failure) {
                last = Optional.of(failure);
                if (!failure.reason().isElsewhereTried()) {
                    break;
                }
            }
        }
        throw unanswered(asked, last);
    }

    private ModelAnswer askAgain(Guarded guarded, ModelRequest request, Duration longestWait)
            throws CallFailure, ModelFailure, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return askOnce(guarded, request);
            } catch (CallFailure failure) {
                Optional<Duration> wait = backoff.after(tries, failure.retryAfter(), longestWait)
                        .filter(time -> time.compareTo(request.budget().timeLeft()) < 0);
                if (!failure.reason().isRetried() || tries == Backoff.TRIES || wait.isEmpty()) {
                    throw failure;
                }
                waiting.pass(wait.get());
            }
        }
    }

    private ModelAnswer askOnce(Guarded guarded, ModelRequest request)
            throws CallFailure, ModelFailure, InterruptedException {
        String model = guarded.model().id();
        Usage input = input(request, model);
        Usage most = input.plus(known.price(model).of(new Tokens(0, 0, 0, request.mostTokens())));
        request.budget().reserve(most);
        Call call = new Call(request, model, most, clock.instant());
        try {
            ModelAnswer answer =
                    guarded.model().ask(request, shorter(request.budget().timeLeft(), LONGEST_CALL));
            if (guarded.circuit().answered()) {
                LOG.info("Model {} is back", model);
            }
            call.ended(outcome(answer), answer.usage(), answer.usage());
            return answer;
        } catch (CallFailure failure) {
            LOG.warn("Model {} {}: {}", model, failure.reason().words(), Causes.of(failure));
            if (failure.reason().isElsewhereTried() && guarded.circuit().failed()) {
                LOG.warn("Model {} failed again and again; it is left alone for a while", model);
            }
            call.ended(failure.reason().outcome(), failure.reason().mayBeCharged() ? input : Usage.NONE, Usage.NONE);
            throw failure;
        } catch (InterruptedException stop) {
            call.ended(Outcome.INTERRUPTED, input, Usage.NONE);
            throw stop;
        } catch (RuntimeException unexpected) {
            call.ended(Outcome.FAILED, input, Usage.NONE);
            throw unexpected;
        }
    }

    private static Outcome outcome(ModelAnswer answer) {
        return switch (answer.ending()) {
            case DONE, CALLS_TOOLS -> Outcome.ANSWERED;
            case CUT_OFF -> Outcome.CUT_OFF;
            case REFUSED -> Outcome.REFUSED;
        };
    }

    /** What a request takes at most before anything is answered. */
    private Usage input(ModelRequest request, String model) {
        return known.price(model).of(new Tokens(PromptSize.tokens(request), 0, 0, 0));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static ModelFailure unanswered(String asked, Optional<CallFailure> last) {
        if (last.isEmpty()) {
            return new ModelFailure(Kind.UNAVAILABLE, "No model answers at the moment. Try again in a minute.");
        }
        CallFailure failure = last.get();
        Kind kind = failure.reason().isRetried() ? Kind.UNAVAILABLE : Kind.REJECTED;
        return new ModelFailure(
                kind, "The model %s %s.".formatted(asked, failure.reason().words()), failure);
    }

    /** A call that was reserved for, and is accounted for when it ends. */
    private final class Call {
        private final ModelRequest request;
        private final String model;
        private final Usage reserved;
        private final Instant began;

        private Call(ModelRequest request, String model, Usage reserved, Instant began) {
            this.request = request;
            this.model = model;
            this.reserved = reserved;
            this.began = began;
        }

        /**
         * @param counted what the job's budget loses; more than is known when the provider may charge what it did not report
         * @param reported what the provider says
         */
        private void ended(Outcome outcome, Usage counted, Usage reported) {
            request.budget().settle(reserved, counted);
            Duration took = Duration.between(began, clock.instant());
            try {
                ledger.record(new ModelCall(
                        UUID.randomUUID(), request.job(), request.agent(), model, outcome, reported, took, began));
            } catch (RuntimeException e) {
                // The answer is paid for: it is not thrown away because it could not be booked.
                LOG.error("A call of {} could not be stored: {}", model, Causes.of(e));
            }
        }
    }
}
