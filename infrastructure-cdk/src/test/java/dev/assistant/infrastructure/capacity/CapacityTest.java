package dev.assistant.infrastructure.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assistant.infrastructure.capacity.ScalingSimulation.Outcome;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void one_server_waits_as_the_textbook_says() {
        ErlangC queue = new ErlangC(0.8, 1, 1);

        assertThat(queue.waitingChance()).isCloseTo(0.8, within(1e-12));
        assertThat(queue.meanWait()).isCloseTo(0.8 / (1 - 0.8), within(1e-12));
    }

    @Test
    void two_servers_with_one_erlang_make_a_third_wait() {
        assertThat(new ErlangC(1, 1, 2).waitingChance()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void many_servers_do_not_overflow_and_more_of_them_wait_less() {
        double few = new ErlangC(39, 90, 3_600).waitOf(0.95);
        double more = new ErlangC(39, 90, 3_700).waitOf(0.95);

        assertThat(few).isFinite().isGreaterThan(more);
        assertThat(new ErlangC(39, 90, 3_500).isStable()).isFalse();
        assertThat(new ErlangC(39, 90, 3_500).meanWait()).isInfinite();
    }

    @Test
    void the_simulation_agrees_with_the_formula_where_there_is_one() {
        int tasks = 5;
        ScalingSimulation fixed = new ScalingSimulation(10, 2, 0, jobs -> tasks);

        Outcome outcome = fixed.run(2_000_000, second -> 0.85, 0.85, 42);

        ErlangC formula = new ErlangC(0.85, 10, 10);
        assertThat(outcome.meanWait()).isCloseTo(formula.meanWait(), Percentage.withPercentage(5));
        assertThat(outcome.waitOf(0.95)).isCloseTo(formula.waitOf(0.95), Percentage.withPercentage(5));
        assertThat(outcome.taskHours()).isCloseTo(tasks * 2_000_000 / 3600.0, within(1e-6));
    }

    @Test
    void from_no_task_the_first_job_waits_for_one_and_idle_time_costs_nothing() {
        ScalingSimulation scaling = new ScalingSimulation(90, 4, 75, jobs -> Math.ceilDiv(jobs, 4));

        Outcome idle = scaling.run(86_400, second -> 0, 1e-3, 1);
        Outcome few = scaling.run(86_400, second -> 1e-4, 1e-3, 1);

        assertThat(idle.taskHours()).isZero();
        assertThat(few.waits()).isNotEmpty();
        assertThat(few.waits().getFirst()).isGreaterThanOrEqualTo(0);
        assertThat(few.waitOf(0.5)).isBetween(75.0, 75.0 + 60 + 1);
    }

    @Test
    void a_plan_grows_with_the_load_and_models_cost_more_than_machines() {
        Plan small = Plan.of(1_000, Assumptions.AGENTS, Prices.LIST);
        Plan large = Plan.of(10_000_000, Assumptions.AGENTS, Prices.LIST);

        assertThat(large.tasksPeak()).isGreaterThan(100 * small.tasksPeak());
        assertThat(large.waitPeak()).isLessThanOrEqualTo(Assumptions.AGENTS.patience());
        assertThat(large.usdModels()).isGreaterThan(10 * large.usdInfrastructure());
        assertThat(Plan.of(1_000, Assumptions.DETERMINISTIC, Prices.LIST).usdModels())
                .isZero();
    }
}
