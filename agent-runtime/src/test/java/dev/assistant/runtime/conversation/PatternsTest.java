package dev.assistant.runtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.runtime.conversation.GroupChat.Speakers;
import dev.assistant.runtime.conversation.Step.AskPerson;
import dev.assistant.runtime.conversation.Step.Choose;
import dev.assistant.runtime.conversation.Step.Finish;
import dev.assistant.runtime.conversation.Step.HoldChildren;
import dev.assistant.runtime.conversation.Step.Speak;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who speaks next, and when it is over, without any model. */
final class PatternsTest {
    private static final Termination BY_LEAD = new Termination(Set.of("lead"), Optional.of("TERMINATE"), 6);
    private static final List<String> THREE = List.of("ann", "bob", "lead");

    private final List<Turn> turns = new ArrayList<>();

    @Test
    void two_agents_speak_in_turn() {
        var chat = new TwoAgentChat("ann", "bob", new Termination(Set.of("bob"), Optional.empty(), 9));

        assertThat(next(chat)).isEqualTo(new Speak("ann"));
        say("ann", "one");
        assertThat(next(chat)).isEqualTo(new Speak("bob"));
        say("bob", "two");
        assertThat(next(chat)).isEqualTo(new Speak("ann"));
    }

    @Test
    void a_conversation_is_over_when_whoever_decides_is_done() {
        var chat = new TwoAgentChat("ann", "bob", new Termination(Set.of("bob"), Optional.empty(), 9));
        done("ann", "I am done.");
        assertThat(next(chat)).isEqualTo(new Speak("bob"));

        done("bob", "Agreed.");

        assertThat(ending(chat).kind()).isEqualTo(Ending.Kind.DONE);
    }

    @Test
    void the_keyword_counts_at_the_end_of_a_message_only() {
        var chat = group(new Speakers.RoundRobin());
        say("lead", "Say TERMINATE when you are done, and not before.");
        assertThat(next(chat)).isInstanceOf(Speak.class);
        say("lead", "The constant is called AUTO_TERMINATE");
        assertThat(next(chat)).isInstanceOf(Speak.class);
        say("ann", "TERMINATE");
        assertThat(next(chat)).isInstanceOf(Speak.class);

        say("lead", "Everything is said.\n\n**TERMINATE**.\n");

        assertThat(ending(chat).kind()).isEqualTo(Ending.Kind.DONE);
    }

    @Test
    void a_conversation_is_over_after_as_many_messages_as_allowed() {
        var chat = new TwoAgentChat("ann", "bob", new Termination(Set.of("bob"), Optional.empty(), 2));
        say("ann", "one");
        say("bob", "two");

        assertThat(ending(chat).kind()).isEqualTo(Ending.Kind.MAX_ROUNDS);
        assertThat(ending(chat).isComplete()).isTrue();
    }

    @Test
    void a_turn_that_came_to_nothing_ends_it_and_what_is_used_up_is_told_apart() {
        var chat = group(new Speakers.RoundRobin());
        add("ann", Kind.FAILED, "The model refused to answer.", Optional.empty(), false);
        assertThat(ending(chat)).isEqualTo(new Ending(Ending.Kind.FAILED, "The model refused to answer."));

        turns.clear();
        add("ann", Kind.OVERDRAWN, "The job's tokens are used up.", Optional.empty(), false);
        assertThat(ending(chat)).isEqualTo(new Ending(Ending.Kind.OVERDRAWN, "The job's tokens are used up."));
        assertThat(ending(chat).isComplete()).isFalse();
    }

    @Test
    void a_group_speaks_one_after_the_other() {
        var chat = group(new Speakers.RoundRobin());
        List<String> order = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            Speak speak = (Speak) next(chat);
            order.add(speak.agent());
            say(speak.agent(), "message " + n);
        }

        assertThat(order).containsExactly("ann", "bob", "lead", "ann", "bob");
    }

    @Test
    void a_group_follows_rules_and_otherwise_the_order() {
        var chat = group(new Speakers.Rules(Map.of("ann", "lead")));
        say("ann", "one");
        assertThat(next(chat)).isEqualTo(new Speak("lead"));
        say("lead", "two");
        assertThat(next(chat)).isEqualTo(new Speak("ann"));
    }

    @Test
    void the_manager_names_the_next_speaker_among_those_who_did_not_just_speak() {
        var chat = group(new Speakers.Auto("lead"));
        assertThat(next(chat)).isEqualTo(new Speak("ann"));
        say("ann", "one");
        assertThat(next(chat)).isEqualTo(new Choose("lead", List.of("bob", "lead"), "bob"));
        add("lead", Kind.CHOSE, "The lead sums up.", Optional.of("{\"next\":\"lead\",\"done\":false}"), false);

        assertThat(next(chat)).isEqualTo(new Speak("lead"));
    }

    @Test
    void one_agent_may_speak_twice_in_a_row_where_that_is_set() {
        var chat = new GroupChat(THREE, new Speakers.Auto("lead"), true, BY_LEAD, Optional.empty());
        say("ann", "one");

        assertThat(next(chat)).isEqualTo(new Choose("lead", THREE, "bob"));
    }

    @Test
    void choosing_does_not_count_as_a_message_and_may_end_it() {
        var chat = group(new Speakers.Auto("lead"));
        for (int n = 0; n < 5; n++) {
            say("ann", "message");
            add("lead", Kind.CHOSE, "Go on.", Optional.of("{\"next\":\"ann\",\"done\":false}"), false);
        }
        assertThat(next(chat)).isEqualTo(new Speak("ann"));

        add("lead", Kind.CHOSE, "Enough.", Optional.of("{\"next\":\"bob\",\"done\":true}"), true);

        assertThat(ending(chat).kind()).isEqualTo(Ending.Kind.DONE);
    }

    @Test
    void a_person_is_asked_when_the_others_are_done_and_decides() {
        var chat = new GroupChat(THREE, new Speakers.RoundRobin(), false, BY_LEAD, Optional.of("proxy"));
        done("lead", "The plan stands.");
        assertThat(next(chat)).isEqualTo(new AskPerson("proxy"));

        add("proxy", Kind.DECIDED, "Rejected.", Optional.empty(), false);

        assertThat(ending(chat)).isEqualTo(new Ending(Ending.Kind.REJECTED, "Rejected."));
    }

    @Test
    void nobody_is_asked_about_what_failed() {
        var chat = new GroupChat(THREE, new Speakers.RoundRobin(), false, BY_LEAD, Optional.of("proxy"));
        add("ann", Kind.FAILED, "The model refused to answer.", Optional.empty(), false);

        assertThat(ending(chat).kind()).isEqualTo(Ending.Kind.FAILED);
    }

    @Test
    void nested_chats_are_held_then_brought_together_once() {
        var child = group(new Speakers.RoundRobin());
        var chat = new NestedChat("lead", Map.of("code", child));
        assertThat(next(chat)).isEqualTo(new HoldChildren());

        var held = new ConversationResult(List.of(), new Ending(Ending.Kind.DONE, ""), Map.of());
        assertThat(chat.next(new ConversationState(turns, Map.of("code", held))))
                .isEqualTo(new Speak("lead"));

        say("lead", "All in all.");
        assertThat(chat.next(new ConversationState(turns, Map.of("code", held))))
                .isInstanceOf(Finish.class);
    }

    private static GroupChat group(Speakers speakers) {
        return new GroupChat(THREE, speakers, false, BY_LEAD, Optional.empty());
    }

    private Step next(ConversationPattern pattern) {
        return pattern.next(ConversationState.of(turns));
    }

    private Ending ending(ConversationPattern pattern) {
        return ((Finish) next(pattern)).ending();
    }

    private void say(String agent, String text) {
        add(agent, Kind.SPOKE, text, Optional.empty(), false);
    }

    private void done(String agent, String text) {
        add(agent, Kind.SPOKE, text, Optional.empty(), true);
    }

    private void add(String agent, Kind kind, String text, Optional<String> answer, boolean done) {
        turns.add(new Turn(
                "main", turns.size(), agent, kind, text, answer, done, List.of(), Optional.empty(), Duration.ZERO));
    }
}
