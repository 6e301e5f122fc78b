package dev.assistant.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assistant.adapters.json.KnownModelsJson;
import dev.assistant.model.Price.Tokens;
import dev.assistant.model.Usage;
import dev.assistant.runtime.model.Budget.Limits;
import dev.assistant.runtime.model.CallFailure.Reason;
import dev.assistant.runtime.model.ModelAnswer.Ending;
import dev.assistant.runtime.model.ModelFailure.Kind;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.testkit.InMemoryUsageLedger;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens over time, on a clock that the waits of the gateway move. */
final class FallbackModelGatewayTest {
    private static final String PRICED = "gpt-4.1-mini";

    private final TestClock clock = new TestClock();
    private final List<Duration> timesGiven = new ArrayList<>();
    private Optional<Reason> fault = Optional.of(Reason.DOWN);
    private int asked;

    private final FallbackModelGateway gateway = new FallbackModelGateway(
            List.of(new Faulty()),
            KnownModelsJson.read(),
            new InMemoryUsageLedger(),
            clock,
            new Backoff(() -> 1),
            clock::advance);

    @Test
    void a_model_that_is_back_is_asked_as_before_after_one_trial() throws Exception {
        fail();
        fail();
        int opened = asked;
        fail();
        assertThat(asked).as("left alone").isEqualTo(opened);

        clock.advance(Duration.ofSeconds(30));
        fault = Optional.empty();
        assertThat(ask(budget()).text()).isEqualTo("Fine.");
        fault = Optional.of(Reason.DOWN);
        int closed = asked;
        fail();

        assertThat(asked - closed).as("a first failure opens nothing").isEqualTo(Backoff.TRIES);
    }

    @Test
    void a_model_whose_trial_fails_is_left_alone_again() {
        fail();
        fail();
        clock.advance(Duration.ofSeconds(30));
        fail();
        int tried = asked;

        clock.advance(Duration.ofSeconds(29));
        fail();

        assertThat(asked).isEqualTo(tried);
    }

    @Test
    void a_request_that_a_model_does_not_take_says_nothing_about_the_model() {
        fault = Optional.of(Reason.REJECTED);
        for (int n = 1; n <= 10; n++) {
            fail();
            assertThat(asked).isEqualTo(n);
        }
    }

    @Test
    void every_try_that_may_be_charged_counts_against_the_money() {
        fault = Optional.of(Reason.BROKEN_OFF);
        Budget all = budget();
        assertThat(fail(all)).isNotNull();
        BigDecimal each = all.spent().usd().divide(BigDecimal.valueOf(Backoff.TRIES));
        assertThat(each).isPositive();
        clock.advance(Duration.ofMinutes(1));
        asked = 0;

        // Enough for what two tries read, and for what a second one may answer.
        Budget some = new Budget(
                new Limits(1_000_000, each.multiply(new BigDecimal("1.5")).add(mostOutput()), 50, inAnHour()), clock);
        ModelFailure failure = fail(some);

        assertThat(failure.kind()).isEqualTo(Kind.BUDGET);
        assertThat(failure).hasMessageContaining("cap of");
        assertThat(asked).isEqualTo(1);
        assertThat(some.spent().usd()).isEqualByComparingTo(each);
    }

    @Test
    void all_tries_share_one_deadline() {
        fault = Optional.of(Reason.TIMED_OUT);
        Budget little = new Budget(
                new Limits(1_000_000, BigDecimal.TEN, 50, clock.instant().plus(Duration.ofMillis(1_200))), clock);

        assertThat(fail(little)).isNotNull();

        // The second wait would be a second, of which 700 ms are left.
        assertThat(timesGiven).containsExactly(Duration.ofMillis(1_200), Duration.ofMillis(700));
    }

    /** How much an answer of the longest kind costs. */
    private static BigDecimal mostOutput() {
        return KnownModelsJson.read().price(PRICED).of(new Tokens(0, 0, 0, 500)).usd();
    }

    private void fail() {
        assertThat(fail(budget())).isNotNull();
    }

    private ModelFailure fail(Budget budget) {
        return catchThrowableOfType(ModelFailure.class, () -> ask(budget));
    }

    private ModelAnswer ask(Budget budget) throws Exception {
        return gateway.ask(new ModelRequest(
                new JobId(UUID.randomUUID()),
                "code_analyzer",
                "You review code.",
                List.of(new Asked("Look.")),
                List.of(),
                Optional.empty(),
                500,
                budget));
    }

    private Budget budget() {
        return new Budget(new Limits(1_000_000, BigDecimal.TEN, 50, inAnHour()), clock);
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    /** Fails as it is told, or answers. */
    private final class Faulty implements LanguageModel {
        @Override
        public String id() {
            return PRICED;
        }

        @Override
        public ModelAnswer ask(ModelRequest request, Duration most) throws CallFailure {
            asked++;
            timesGiven.add(most);
            if (fault.isPresent()) {
                throw new CallFailure(fault.get(), new IOException("told to"));
            }
            return new ModelAnswer("Fine.", List.of(), Ending.DONE, Usage.NONE, id());
        }
    }
}
