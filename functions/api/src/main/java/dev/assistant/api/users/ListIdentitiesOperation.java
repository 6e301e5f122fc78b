package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.LinkedIdentities;
import dev.assistant.identity.LinkedIdentity;
import dev.assistant.identity.Users;
import java.time.Instant;
import java.util.List;

/** {@code GET /users/me/identities} */
public final class ListIdentitiesOperation implements Operation {
    private final Users users;
    private final LinkedIdentities identities;

    public ListIdentitiesOperation(Users users, LinkedIdentities identities) {
        this.users = users;
        this.identities = identities;
    }

    @Override
    public String id() {
        return "listIdentities";
    }

    @Override
    public Answer answer(Request request) {
        boolean hasPassword = users.byId(request.user()).passwordHash().isPresent();
        List<Item> items = identities.of(request.user()).stream().map(Item::of).toList();
        return Answer.json(200, new Ways(hasPassword, items));
    }

    private record Ways(boolean hasPassword, List<Item> items) {}

    private record Item(String provider, String label, Instant linkedAt) {
        static Item of(LinkedIdentity linked) {
            return new Item(linked.provider().word(), linked.provider().label(), linked.linkedAt());
        }
    }
}
