package dev.assistant.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Deployed;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Postbox;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.testkit.engine.MailEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mails about jobs, to those who asked for them. */
final class NoticesTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = confirmed();

    @Test
    void tell_once_that_a_job_is_finished_and_where_its_results_are() {
        wants("review_completed");
        String job = completed();

        sweep();
        sweep();

        assertThat(news()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Your quick code review is finished");
            assertThat(mail.text()).contains("/reviews/" + job, "/settings").doesNotContain("secret_name");
        });
    }

    @Test
    void tell_of_failures_and_of_approvals_that_are_waited_for() {
        wants("review_failed", "approval_required");
        String failed = submit();
        GATEWAY.function("deadLetters")
                .invoke(Map.of("Records", List.of(Map.of("messageId", "1", "body", """
                {"job_id": "%s"}""".formatted(failed)))));
        String waiting = submit();
        set(waiting, "status = 'awaiting_approval'");
        completed();

        sweep();

        assertThat(news()).hasSize(2);
        assertThat(news().getFirst().text()).contains("has failed", failed);
        assertThat(news().getLast().text()).contains("waits for your approval", waiting);
    }

    @Test
    void come_to_nobody_who_has_not_asked_or_whose_address_is_not_confirmed() {
        completed();
        Person unconfirmed = Person.registered(GATEWAY);
        unconfirmed
                .call("PUT", "/users/me/preferences")
                .json(Map.of("notifications", Map.of("review_completed", true)))
                .send();
        WORKER.complete(
                WORKER.take(submit(unconfirmed)), ReportBuilder.aReportOf().build());

        sweep();

        assertThat(news()).isEmpty();
        assertThat(news(unconfirmed)).isEmpty();
    }

    @Test
    void do_not_tell_of_what_was_over_before_they_were_asked_for() {
        completed();

        wants("review_completed");
        sweep();

        assertThat(news()).isEmpty();
    }

    @Test
    void are_not_lost_when_another_preference_changes_meanwhile() {
        wants("review_completed");
        completed();
        ada.call("PUT", "/users/me/preferences")
                .json(Map.of("theme", "dark", "notifications", Map.of("review_completed", true)))
                .send();

        sweep();

        assertThat(news()).hasSize(1);
    }

    @Test
    void flood_nobody_after_an_outage() {
        wants("review_completed");
        GATEWAY.surroundings()
                .sql("update user_preferences set asked_at = asked_at - interval '9 days' where user_id = '%s'"
                        .formatted(ada.id()));
        set(completed(), "completed_at = completed_at - interval '25 hours'");

        sweep();

        assertThat(news()).isEmpty();
    }

    @Test
    void wait_while_mails_are_not_taken() {
        wants("review_completed");
        completed();
        Deployed cutOff =
                Deployed.start("sweep", GATEWAY.surroundings().with("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1"));

        JsonNode done = cutOff.invoke(Map.of("source", "aws.events"));

        assertThat(done.has("notices_sent")).isFalse();
        sweep();
        assertThat(news()).hasSize(1);
    }

    private static Person confirmed() {
        Person person = Person.registered(GATEWAY);
        GATEWAY.post("/auth/verify-email")
                .json(Map.of("token", Postbox.token(GATEWAY, person.email())))
                .send();
        return person;
    }

    private void wants(String... names) {
        Map<String, Boolean> notifications =
                Arrays.stream(names).collect(Collectors.toMap(Function.identity(), name -> true));
        ada.call("PUT", "/users/me/preferences")
                .json(Map.of("notifications", notifications))
                .send();
    }

    private String completed() {
        String job = submit();
        WORKER.complete(WORKER.take(job), ReportBuilder.aReportOf().build());
        return job;
    }

    private String submit() {
        return submit(ada);
    }

    private static String submit(Person person) {
        return person.post("/code-review")
                .json(Map.of("code", "secret_name = 1\n", "language", "python"))
                .send()
                .text("/job_id");
    }

    private static void set(String job, String change) {
        GATEWAY.surroundings().sql("update workflow_executions set %s where id = '%s'".formatted(change, job));
    }

    private static void sweep() {
        JsonNode done = GATEWAY.function("sweep").invoke(Map.of("source", "aws.events"));
        assertThat(done.has("notices_sent")).isTrue();
    }

    private List<MailEngine.Sent> news() {
        return news(ada);
    }

    /** The mails that are about jobs. */
    private static List<MailEngine.Sent> news(Person person) {
        return Postbox.of(GATEWAY, person.email()).stream()
                .filter(mail -> mail.text().contains("/reviews/"))
                .toList();
    }
}
