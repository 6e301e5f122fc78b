package dev.assistant.api.administration;

import dev.assistant.administration.Account;
import dev.assistant.administration.Accounts;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Cursors;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import java.util.Optional;

/** {@code GET /admin/users} */
public final class ListUsersOperation implements Operation {
    private final Accounts accounts;

    public ListUsersOperation(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String id() {
        return "listUsers";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        Optional<String> text = query.text("q");
        PageRequest page = query.page();
        query.requireValid();
        Page<Account> found = accounts.search(text, page);
        return Answer.json(
                200,
                new PageDocument<>(
                        found.map(AccountDocument::of).items(),
                        found.next().map(Cursors::write).orElse(null)));
    }
}
