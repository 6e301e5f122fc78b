package dev.assistant.identity;

/**
 * Where a request came from, for limits and for the list of sessions.
 *
 * @param address the network address as the edge saw it
 * @param agent the User-Agent header, cut to 300 characters; empty when none was sent
 */
public record Client(String address, String agent) {
    public Client {
        agent = agent.length() > 300 ? agent.substring(0, 300) : agent;
    }
}
