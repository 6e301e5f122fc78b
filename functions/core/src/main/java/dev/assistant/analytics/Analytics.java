package dev.assistant.analytics;

import dev.assistant.identity.UserId;
import java.util.List;

/** Figures about one person's reviews; correct for one who has none. May lag a little behind what was done. Thread-safe. */
public interface Analytics {
    Timeline timeline(UserId owner, Period period);

    /** The most frequent of a kind in completed reviews of the period, by findings. */
    List<Share> top(UserId owner, Period period, Facet facet, int limit);

    /** What each workflow used, the most expensive first. */
    List<Spending> byWorkflow(UserId owner, Period period);

    /** What each agent used, the most expensive first. */
    List<Spending> byAgent(UserId owner, Period period);

    /** What the person thought of each rule's findings in the period, the most judged first. */
    List<Judgement> judgements(UserId owner, Period period, int limit);

    /** What findings are told apart by. */
    enum Facet {
        RULE,
        CWE,
        /** Who reported it: an analyser or an agent. */
        SOURCE,
        /** Of the file that it is in; counts reviews without findings too. */
        LANGUAGE
    }
}
