package dev.assistant.api.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.analytics.Analytics;
import dev.assistant.analytics.Judgement;
import dev.assistant.analytics.Period;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import java.time.InstantSource;
import java.util.List;

/** {@code GET /analytics/rules} */
public final class GetRuleJudgementsOperation implements Operation {
    private static final int MOST = 500;

    private final Analytics analytics;
    private final InstantSource clock;

    public GetRuleJudgementsOperation(Analytics analytics, InstantSource clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "getRuleJudgements";
    }

    @Override
    public Answer answer(Request request) {
        Period period = PeriodParameters.read(request, clock);
        List<JudgementDocument> rules = analytics.judgements(request.user(), period, MOST).stream()
                .map(JudgementDocument::of)
                .toList();
        return Answer.json(200, new JudgementsDocument(PeriodDocument.of(period), rules));
    }

    /** The wire form. Grows only by optional fields. */
    private record JudgementsDocument(@JsonUnwrapped PeriodDocument period, List<JudgementDocument> rules) {}

    /** What was thought of a rule, on the wire. Grows only by optional fields. */
    private record JudgementDocument(String ruleId, long right, long wrong, double rightShare) {
        static JudgementDocument of(Judgement judgement) {
            return new JudgementDocument(
                    judgement.rule(), judgement.right(), judgement.wrong(), Numbers.share(judgement.rightShare()));
        }
    }
}
