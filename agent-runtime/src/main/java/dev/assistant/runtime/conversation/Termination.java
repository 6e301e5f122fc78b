package dev.assistant.runtime.conversation;

import dev.assistant.runtime.conversation.Ending.Kind;
import dev.assistant.workflow.Turn;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a conversation is over: an agent that may say so is done, by its structured answer or by the keyword at the end of its
 * message; or there have been as many messages as allowed; or a turn came to nothing. The keyword counts at the end only,
 * because models repeat the instruction that names it, and quoted code may hold it.
 *
 * @param by agents who may say that it is done
 * @param mostMessages of all speakers together, at least one
 */
public record Termination(Set<String> by, Optional<String> keyword, int mostMessages) {
    private static final Pattern TRAILING = Pattern.compile("[\\s.!*_`'\"]+$");

    public Termination {
        by = Set.copyOf(by);
        if (mostMessages < 1) {
            throw new IllegalArgumentException("a conversation needs at least one message");
        }
    }

    /** How it is over; empty while it goes on. */
    public Optional<Ending> ending(ConversationState state) {
        if (state.last().isEmpty()) {
            return Optional.empty();
        }
        Turn last = state.last().get();
        return switch (last.kind()) {
            case OVERDRAWN -> Optional.of(new Ending(Kind.OVERDRAWN, last.text()));
            case FAILED -> Optional.of(new Ending(Kind.FAILED, last.text()));
            case SPOKE -> spoken(state, last);
            case CHOSE ->
                last.done()
                        ? Optional.of(new Ending(Kind.DONE, last.agent() + " considers it done."))
                        : Optional.empty();
            case DECIDED -> Optional.empty();
        };
    }

    private Optional<Ending> spoken(ConversationState state, Turn last) {
        if (by.contains(last.agent()) && (last.done() || endsWithKeyword(last.text()))) {
            return Optional.of(new Ending(Kind.DONE, last.agent() + " considers it done."));
        }
        return state.spoken().size() >= mostMessages
                ? Optional.of(new Ending(Kind.MAX_ROUNDS, "All " + mostMessages + " messages have been used."))
                : Optional.empty();
    }

    private boolean endsWithKeyword(String text) {
        return keyword.filter(word -> endsWithWord(TRAILING.matcher(text).replaceFirst(""), word))
                .isPresent();
    }

    private static boolean endsWithWord(String text, String word) {
        int before = text.length() - word.length() - 1;
        return text.endsWith(word) && (before < 0 || !Character.isJavaIdentifierPart(text.charAt(before)));
    }
}
