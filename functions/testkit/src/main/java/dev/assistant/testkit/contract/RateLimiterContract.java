package dev.assistant.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.limit.Allowance;
import dev.assistant.limit.Limit;
import dev.assistant.limit.RateLimiter;
import dev.assistant.testkit.Concurrently;
import dev.assistant.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} does. */
public abstract class RateLimiterContract {
    private static final Instant NOW = TestClock.START.plusMillis(500);
    private static final Limit THREE_A_MINUTE = new Limit(3, Duration.ofMinutes(1));

    private final String key = "test#" + UUID.randomUUID();

    /** The limiter under test; the same one each time within a test. */
    protected abstract RateLimiter limiter();

    @Test
    void allows_as_many_as_the_limit_says_and_counts_down() {
        assertThat(take(0)).isEqualTo(allowed(2));
        assertThat(take(0)).isEqualTo(allowed(1));
        assertThat(take(0)).isEqualTo(allowed(0));
        assertThat(take(0).allowed()).isFalse();
    }

    @Test
    void says_when_the_next_take_will_be_allowed_and_keeps_its_word() {
        take(0);
        take(10);
        take(20);

        Allowance refused = take(30);
        assertThat(refused).isEqualTo(new Allowance(THREE_A_MINUTE, false, 0, Duration.ofSeconds(30)));
        assertThat(limiter()
                        .take(key, THREE_A_MINUTE, NOW.plusSeconds(60).minusMillis(1))
                        .allowed())
                .isFalse();
        assertThat(take(60).allowed()).isTrue();
        assertThat(take(69).allowed()).isFalse();
        assertThat(take(70).allowed()).isTrue();
    }

    @Test
    void holds_in_every_window_not_only_in_whole_minutes() {
        take(59);
        take(59);
        take(59);

        assertThat(take(61).allowed()).isFalse();
        assertThat(take(118).allowed()).isFalse();
        assertThat(take(119).allowed()).isTrue();
    }

    @Test
    void does_not_count_a_refused_take() {
        take(0);
        take(0);
        take(0);
        for (int second = 1; second < 60; second++) {
            take(second);
        }

        assertThat(take(60).allowed()).isTrue();
    }

    @Test
    void counts_each_key_by_itself() {
        take(0);
        take(0);
        take(0);

        assertThat(limiter().take(key + "other", THREE_A_MINUTE, NOW).allowed()).isTrue();
    }

    @Test
    void gives_a_take_back_as_if_it_had_not_been() {
        take(0);
        take(10);
        take(20);

        limiter().giveBack(key, THREE_A_MINUTE, NOW.plusSeconds(10));

        assertThat(take(30)).isEqualTo(allowed(0));
        assertThat(take(59).allowed()).isFalse();
        assertThat(take(60).allowed()).isTrue();
    }

    @Test
    void gives_back_only_what_was_taken() {
        take(0);
        take(0);

        limiter().giveBack(key, THREE_A_MINUTE, NOW.plusSeconds(5));
        limiter().giveBack(key + "other", THREE_A_MINUTE, NOW);
        limiter().giveBack(key, THREE_A_MINUTE, NOW);

        assertThat(take(1)).isEqualTo(allowed(1));
    }

    @Test
    void forgets_all_takes_of_a_key() {
        take(0);
        take(0);
        take(0);

        limiter().forget(key);
        limiter().forget(key + "other");

        assertThat(take(0)).isEqualTo(allowed(2));
    }

    @Test
    void allows_exactly_the_limit_when_many_take_at_once() {
        Limit five = new Limit(5, Duration.ofMinutes(15));

        List<Allowance> answers = Concurrently.run(12, n -> () -> limiter().take(key, five, NOW.plusMillis(n)));

        assertThat(answers).filteredOn(Allowance::allowed).hasSize(5);
        assertThat(answers.stream().filter(Allowance::allowed).map(Allowance::remaining))
                .containsExactlyInAnyOrder(4, 3, 2, 1, 0);
    }

    private Allowance take(int second) {
        return limiter().take(key, THREE_A_MINUTE, NOW.plusSeconds(second));
    }

    private static Allowance allowed(int remaining) {
        return new Allowance(THREE_A_MINUTE, true, remaining, THREE_A_MINUTE.window());
    }
}
