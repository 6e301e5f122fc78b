package dev.assistant.api.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.generated.GeneratedRequest.Standing;
import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.tenancy.Holdings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, every answer is one that the contract describes, and none is our fault. {@code -Dseed=} makes others;
 * {@code -Drequests=} makes more of them an operation.
 */
final class GeneratedRequestsTest {
    /** The same in every build, or a build could fail for what nobody changed. */
    private static final long SEED = Long.getLong("seed", 1);

    private static final int WITH_BODY = Integer.getInteger("requests", 30);
    private static final int WITHOUT_BODY = Math.max(1, WITH_BODY / 3);
    private static final int DESTRUCTIVE = 4;
    private static final int SHOWN = 25;

    /** What of the inside must never come out. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bjava\\.|\\bat dev\\.|org\\.postgresql|tools\\.jackson|software\\.amazon|(?i)\\bselect .* from\\b|syntax error at");

    private final Contract contract = new Contract();
    private final Gateway gateway = new Gateway(Holdings.surroundings());
    private final List<String> wrong = new ArrayList<>();
    private final Person administrator = Person.administrator(gateway);
    private Person person = Person.signedUp(gateway);

    @Test
    void every_answer_is_described_by_the_contract_and_none_is_our_fault() {
        System.out.println("generated requests: -Dseed=" + SEED);
        Holdings holdings = held();
        for (Contract.Described operation : leastHarmfulFirst()) {
            RequestGenerator generator = generator(holdings, operation);
            gateway.surroundings().forgetLimits();
            for (int i = 0; i < times(operation); i++) {
                GeneratedRequest request = i % 3 == 0 ? generator.fitting(operation) : generator.spoiled(operation);
                judge(request);
            }
        }

        requireNothingWrong();
    }

    @Test
    void null_is_refused_where_the_contract_does_not_allow_it() {
        Holdings holdings = held();
        for (Contract.Described operation : leastHarmfulFirst()) {
            gateway.surroundings().forgetLimits();
            if (operation.takesJson()) {
                generator(holdings, operation).withNulls(operation).forEach(this::judge);
            }
        }

        requireNothingWrong();
    }

    private Holdings held() {
        Holdings holdings = Holdings.ofSomebody(gateway, contract);
        person = holdings.owner();
        return holdings;
    }

    /** Its own chance for each operation, so that a new one changes nothing for the others. */
    private RequestGenerator generator(Holdings holdings, Contract.Described operation) {
        return new RequestGenerator(
                contract, holdings, new Random(SEED ^ operation.id().hashCode()));
    }

    private void requireNothingWrong() {
        assertThat(wrong.stream().limit(SHOWN))
                .as("%d of the answers, with -Dseed=%d".formatted(wrong.size(), SEED))
                .isEmpty();
    }

    /** Reading first: what is read later must not have been deleted, nor the account that asks. */
    private List<Contract.Described> leastHarmfulFirst() {
        return contract.operations().stream()
                .sorted(Comparator.comparing((Contract.Described operation) ->
                                operation.function().equals("auth")
                                        || operation.method().equals("DELETE"))
                        .thenComparing(operation -> !operation.method().equals("GET")))
                .toList();
    }

    private static boolean isForAdministrators(Contract.Described operation) {
        return operation.scope().equals("admin");
    }

    private static int times(Contract.Described operation) {
        if (operation.takesJson()) {
            return WITH_BODY;
        }
        return operation.method().equals("GET") ? WITHOUT_BODY : DESTRUCTIVE;
    }

    private void judge(GeneratedRequest request) {
        Reply reply;
        try {
            reply = request.send(gateway, isForAdministrators(request.operation()) ? administrator : person);
        } catch (AssertionError e) {
            wrong.add(request + " → " + e.getMessage());
            return;
        }
        complaint(request, reply)
                .ifPresent(words -> wrong.add(words + ": " + request + " → " + reply.status() + " " + reply.body()));
        if (!request.operation().method().equals("GET")
                && reply.status() < 300
                && person.get("/users/me").send().status() == 401) {
            person = Person.signedUp(gateway); // the request ended the session or the account, as it should
        }
    }

    private static Optional<String> complaint(GeneratedRequest request, Reply reply) {
        int status = reply.status();
        if (status >= 500) {
            return Optional.of("our fault");
        }
        if (status >= 400 && !reply.header("Content-Type").equals("application/problem+json")) {
            return Optional.of("no problem document");
        }
        if (status >= 400 && !reply.text("/request_id").equals(reply.header("X-Request-Id"))) {
            return Optional.of("a problem without its request");
        }
        if (status >= 400 && INSIDE.matcher(reply.body()).find()) {
            return Optional.of("shows the inside");
        }
        if (status < 400 && request.standing() == Standing.BREAKS) {
            return Optional.of("took what the contract forbids");
        }
        if (request.standing() == Standing.FITS && (status == 400 || status == 415)) {
            return Optional.of("could not read what the contract allows");
        }
        return Optional.empty();
    }
}
