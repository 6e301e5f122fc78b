package dev.assistant.realtime;

/**
 * What clients say through a socket. They have nothing to say but that they are still there, which keeps the gateway from
 * closing a quiet socket after ten minutes.
 */
final class ClientMessages {
    private static final int LONGEST = 1024;

    private ClientMessages() {}

    /** The answer, as the gateway sends it back. */
    static String answer(String message) {
        if (message.length() > LONGEST) {
            return error("Messages may have 1,024 characters.");
        }
        String tight = message.replaceAll("\\s", "");
        return tight.equals("ping") || tight.equals("{\"type\":\"ping\"}")
                ? "{\"type\":\"pong\"}"
                : error("This socket only takes {\\\"type\\\":\\\"ping\\\"}.");
    }

    private static String error(String explanation) {
        return "{\"type\":\"error\",\"message\":\"" + explanation + "\"}";
    }
}
