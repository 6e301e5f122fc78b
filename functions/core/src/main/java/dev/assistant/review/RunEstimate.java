package dev.assistant.review;

import dev.assistant.model.CostEstimate;
import dev.assistant.workflow.TypicalDuration;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a run is going to take.
 *
 * @param mode whether agents take part; deterministic runs cost nothing
 * @param cost empty when agents take part and how much code there is cannot be known yet
 * @param mostUsd what the run may cost at most, in US dollars, whatever is estimated
 * @param units which files will be looked at; empty when that cannot be known yet
 * @param isExact whether the files' text was there to be read; otherwise their paths and sizes had to do
 */
public record RunEstimate(
        String workflow,
        AnalysisMode mode,
        TypicalDuration time,
        Optional<CostEstimate> cost,
        BigDecimal mostUsd,
        Optional<Units> units,
        boolean isExact) {}
