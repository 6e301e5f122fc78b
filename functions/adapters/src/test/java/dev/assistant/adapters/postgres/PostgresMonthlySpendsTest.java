package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.administration.MonthlySpend;
import dev.assistant.identity.User;
import dev.assistant.model.ModelCall;
import dev.assistant.model.ModelCall.Outcome;
import dev.assistant.model.Usage;
import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.quota.Quota;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresMonthlySpendsTest {
    private static final Instant LAST_OF_JANUARY = Instant.parse("2026-01-31T23:59:59Z");
    private static final Instant FIRST_OF_FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final PageRequest ALL = new PageRequest(100, Optional.empty());

    private static final Database DATABASE = Database.open(TestDatabase.fresh(), 2);

    private final PostgresMonthlySpends spends = new PostgresMonthlySpends(DATABASE);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void says_who_spent_most_in_a_month_first_and_what_all_spent() {
        User ada = account();
        User grace = account();
        User barbara = account();
        User gone = account();
        spend(ada, "1.5", LAST_OF_JANUARY);
        spend(ada, "0.25", LAST_OF_JANUARY);
        spend(ada, "9", FIRST_OF_FEBRUARY);
        spend(grace, "4", LAST_OF_JANUARY);
        spend(barbara, "0", LAST_OF_JANUARY);
        spend(gone, "100", LAST_OF_JANUARY);
        new PostgresQuotas(DATABASE)
                .set(grace.id(), new Quota(Optional.empty(), Optional.of(BigDecimal.TEN)), ada.id(), LAST_OF_JANUARY);
        new PostgresClosedAccounts(DATABASE).close(gone.id(), LAST_OF_JANUARY);

        assertThat(spends.of(JANUARY, ALL).items())
                .extracting(spend -> spend.user().id(), MonthlySpend::jobs, MonthlySpend::usd)
                .containsExactly(
                        tuple(grace.id(), 1L, new BigDecimal("4")),
                        tuple(ada.id(), 2L, new BigDecimal("1.75")),
                        tuple(barbara.id(), 1L, new BigDecimal("0")));
        assertThat(spends.of(JANUARY, ALL).items().getFirst().quota().usdPerMonth())
                .contains(BigDecimal.TEN);
        assertThat(spends.total(JANUARY)).isEqualTo("5.75");
        assertThat(spends.total(FEBRUARY)).isEqualTo("9");
        assertThat(spends.total(FEBRUARY.plusMonths(1))).isZero();
    }

    @Test
    void pages_have_everybody_once_also_those_who_spent_alike() {
        YearMonth may = YearMonth.of(2026, 5);
        Instant day = Instant.parse("2026-05-15T12:00:00Z");
        List<User> people = List.of(account(), account(), account(), account(), account());
        for (int i = 0; i < people.size(); i++) {
            spend(people.get(i), i < 3 ? "0.000001" : "2", day);
        }
        List<MonthlySpend> seen = new ArrayList<>();
        Page<MonthlySpend> page = spends.of(may, new PageRequest(2, Optional.empty()));
        seen.addAll(page.items());
        while (page.next().isPresent()) {
            page = spends.of(may, new PageRequest(2, page.next()));
            seen.addAll(page.items());
        }

        assertThat(seen)
                .extracting(spend -> spend.user().id())
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(User::id).toList());
        assertThat(seen).extracting(MonthlySpend::usd).isSortedAccordingTo((a, b) -> b.compareTo(a));
        for (String made : List.of("", "NaN", "1e999999999", "-1")) {
            Cursor cursor = new Cursor(Instant.EPOCH, UUID.randomUUID(), made);
            assertThat(spends.of(may, new PageRequest(2, Optional.of(cursor))).items())
                    .hasSize(2);
        }
    }

    private static User account() {
        User user = aUser().build();
        new PostgresUsers(DATABASE).add(user);
        return user;
    }

    private static void spend(User user, String usd, Instant at) {
        JobId job = new PostgresReviews(DATABASE, new InMemorySources())
                .add(aReviewOf(user.id()).build(), Optional.empty(), at);
        new PostgresUsageLedger(DATABASE)
                .record(new ModelCall(
                        UUID.randomUUID(),
                        job,
                        "code_analyzer",
                        "some-model",
                        Outcome.ANSWERED,
                        new Usage(100, 10, 0, new BigDecimal(usd)),
                        Duration.ofSeconds(1),
                        at));
    }
}
