package dev.assistant.api.harness;

import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.provider.Fault;
import dev.assistant.testkit.provider.StandInPerson;
import java.net.URI;
import java.util.Map;

/**
 * A browser's visit to a provider, begun.
 *
 * @param cookie what the browser keeps meanwhile
 */
public record Visit(Gateway gateway, String provider, URI authorization, String cookie) {
    public static final String COOKIE = "__Host-sign-in";

    public static Visit to(String provider, Gateway gateway) {
        Reply started = gateway.post("/auth/login/" + provider)
                .from(Person.freshAddress())
                .send();
        return new Visit(gateway, provider, URI.create(started.text("/authorization_url")), started.cookie(COOKIE));
    }

    /** Goes there as somebody and comes back. */
    public static Reply as(StandInPerson person, String provider, Gateway gateway) {
        Visit visit = to(provider, gateway);
        return visit.back(visit.code(person));
    }

    /** Says there who one is. */
    public String code(StandInPerson person) {
        return code(person, Fault.NONE);
    }

    public String code(StandInPerson person, Fault fault) {
        return Engines.identityProvider().grant(authorization, person, fault);
    }

    public String state() {
        return query("state");
    }

    /** A parameter of the address that the provider got. */
    public String query(String name) {
        for (String pair : authorization.getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    /** Comes back in the same browser. */
    public Reply back(String code) {
        return call(code).cookie(COOKIE, cookie).send();
    }

    /** Comes back in whatever browser, without its cookies. */
    public Call call(String code) {
        return gateway.post("/auth/login/" + provider)
                .from(Person.freshAddress())
                .json(Map.of("code", code, "state", state()));
    }
}
