package dev.assistant.adapters.report;

/** Text as SARIF messages take it (section 3.11.6): what looks like an embedded link is text all the same. */
final class SarifText {
    private SarifText() {}

    static Sarif.Message message(String text) {
        if (!text.contains("](")) {
            return new Sarif.Message(text);
        }
        return new Sarif.Message(text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]"));
    }
}
