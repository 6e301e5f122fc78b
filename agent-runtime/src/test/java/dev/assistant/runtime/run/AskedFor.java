package dev.assistant.runtime.run;

import static dev.assistant.testkit.model.ScriptedAnswer.says;

import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.ScriptedAnswer;
import java.util.Locale;

/** Every call of a model in a group chat and in a nested chat. */
enum AskedFor {
    DOCUMENT("documentation_generation", 0, """
            {"message":"Written.","done":false,"title":"Addition","markdown":"`subtract` adds."}"""),
    SPEAKER("documentation_generation", 1, """
            {"message":"Check it.","next":"code_analyzer","done":false}"""),
    OPINION("documentation_generation", 2, """
            {"message":"One name is wrong.","done":true}"""),
    LAST_SPEAKER("documentation_generation", 3, """
            {"message":"Done.","next":"documentation_agent","done":true}"""),
    CORRECTION("documentation_generation", 4, """
            {"message":"Corrected.","done":true,"title":"Addition","markdown":"It adds."}"""),
    REVIEW_OF_CODE("comprehensive_feature_review", 2, """
            {"message":"I have looked.","done":true,"dismissed_evidence":[],"findings":[{"file_path":"app/add.py",
            "quote":"return a + b","severity":"low","category":"maintainability","message":"It does not check its arguments.",
            "suggestion":"","replacement":null,"cwe":[],"confidence":0.9,"evidence_ids":[]}]}"""),
    REVIEW_OF_SECURITY("comprehensive_feature_review", 2, """
            {"message":"It is safe.","done":true,"dismissed_evidence":[],"findings":[]}"""),
    REVIEW_OF_DOCUMENTATION("comprehensive_feature_review", 2, """
            {"message":"It needs no more.","done":true,"dismissed_evidence":[],"findings":[]}"""),
    DECISION("comprehensive_feature_review", 3, """
            {"message":"All in all.","decision":"NEEDS_WORK","done":true}"""),
    VERDICT("comprehensive_feature_review", 4, """
            {"message":"Line 2.","verdict":"confirmed","done":true}""");

    private final String workflow;
    private final int turnsBefore;
    private final String answer;

    AskedFor(String workflow, int turnsBefore, String answer) {
        this.workflow = workflow;
        this.turnsBefore = turnsBefore;
        this.answer = answer;
    }

    static AskedFor by(Prompt prompt) {
        return switch (prompt.schema().orElseThrow()) {
            case "document" -> prompt.contains("It does not agree with the code") ? CORRECTION : DOCUMENT;
            case "speaker" -> prompt.contains("said by code_analyzer") ? LAST_SPEAKER : SPEAKER;
            case "message" -> OPINION;
            case "findings" -> review(prompt.system());
            case "decision" -> DECISION;
            case "verdict" -> VERDICT;
            default -> throw new IllegalArgumentException(prompt.schema().orElseThrow());
        };
    }

    private static AskedFor review(String system) {
        if (system.contains("You are code_analyzer")) {
            return REVIEW_OF_CODE;
        }
        return system.contains("You are security_auditor") ? REVIEW_OF_SECURITY : REVIEW_OF_DOCUMENTATION;
    }

    /** The workflow in which a model is asked for it. */
    String workflow() {
        return workflow;
    }

    /** How many turns a job has stored when nothing else is left to do for now. */
    int turnsBefore() {
        return turnsBefore;
    }

    ScriptedAnswer answer() {
        return says(answer);
    }

    /** The function in the code of the job that is killed here, so that its name stands in each of its prompts. */
    String function() {
        return "killed_at_" + name().toLowerCase(Locale.ROOT);
    }
}
