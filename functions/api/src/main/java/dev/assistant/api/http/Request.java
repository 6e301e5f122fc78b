package dev.assistant.api.http;

import dev.assistant.failure.Failure;
import dev.assistant.identity.Caller;
import dev.assistant.identity.Client;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as operations see it. Immutable.
 *
 * @param id names the request in logs and problems
 * @param path as asked for, without the query
 * @param parameters from the path, by name
 * @param query decoded, by name; of a repeated parameter the last
 * @param headers by name in lower case; of a repeated one all, joined by commas
 * @param body the bytes as text; empty when there are none
 * @param client where it came from
 * @param caller who sent it; empty for public operations
 */
public record Request(
        String id,
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Client client,
        Optional<Caller> caller) {

    public Request {
        parameters = Map.copyOf(parameters);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    Request matched(Map<String, String> pathParameters) {
        return new Request(id, method, path, pathParameters, query, headers, body, client, caller);
    }

    Request from(Optional<Caller> known) {
        return new Request(id, method, path, parameters, query, headers, body, client, known);
    }

    /** A header's value; the name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A cookie's value. */
    public Optional<String> cookie(String name) {
        return Cookies.read(headers.getOrDefault("cookie", ""), name);
    }

    /** Whose request it is. Only for operations that are not public. */
    public UserId user() {
        return caller.orElseThrow(() -> new IllegalStateException("a public operation has no user"))
                .user();
    }

    /** The session that it comes from. Only for operations that take no API key. */
    public SessionId session() {
        return caller.flatMap(Caller::session)
                .orElseThrow(() -> new IllegalStateException("an operation without a session"));
    }

    /** @throws Failure.NotFound when the path's {@code job_id} is no id at all, as if it were unknown */
    public JobId job() {
        return new JobId(id("job_id", "review"));
    }

    /** @throws Failure.NotFound when the path's parameter is no id at all, as if it were unknown */
    public UUID id(String parameter, String what) {
        String text = parameters.getOrDefault(parameter, "");
        try {
            UUID id = UUID.fromString(text);
            // fromString also takes short forms, which are not ids that we gave.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new Failure.NotFound(what);
        }
        throw new Failure.NotFound(what);
    }

    /** Whether the method may change anything (RFC 9110 section 9.2.1). */
    boolean isUnsafe() {
        return !(method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS"));
    }

    /** Names neither headers nor body: they hold credentials and code. */
    @Override
    public String toString() {
        return "Request[" + id + " " + method + " " + path + "]";
    }
}
