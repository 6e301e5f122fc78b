package dev.assistant.testkit;

import dev.assistant.review.Category;
import dev.assistant.review.Change;
import dev.assistant.review.Disagreement;
import dev.assistant.review.Finding;
import dev.assistant.review.Fix;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import dev.assistant.review.Shelf;
import dev.assistant.review.TextRange;
import dev.assistant.review.Triage;
import java.util.List;
import java.util.Optional;

/** An SQL injection in app/db.py, unless its test says otherwise. */
public final class FindingBuilder {
    private static final TextRange CALL = new TextRange(4, 12, 4, 73);

    private String id = "b41d7c2e90a3f586";
    private Severity severity = Severity.HIGH;
    private Category category = Category.SECURITY;
    private String path = "app/db.py";
    private Optional<TextRange> range = Optional.of(CALL);
    private String message = "Make sure using a dynamically formatted SQL query is safe here.";
    private Optional<Fix> fix =
            Optional.of(new Fix("Bind the name", CALL, "db.execute(\"SELECT * FROM users WHERE name = ?\", (name,))"));
    private String quote = "    return db.execute(\"SELECT * FROM users WHERE name = '\" + name + \"'\")";

    private String ruleId = "python:S2077";
    private String fingerprint = "5f0c1d7be2a94e6d8b37c6a1f2e0945d";
    private String suggestion = "Pass the value as a bound parameter.";
    private Optional<Triage> triage = Optional.empty();
    private Optional<Change> change = Optional.empty();
    private List<Disagreement> disagreements = List.of();

    private FindingBuilder() {}

    public static FindingBuilder aFinding() {
        return new FindingBuilder();
    }

    public FindingBuilder withId(String id) {
        this.id = id;
        return this;
    }

    public FindingBuilder ofRule(String ruleId) {
        this.ruleId = ruleId;
        return this;
    }

    public FindingBuilder withSeverity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public FindingBuilder withCategory(Category category) {
        this.category = category;
        return this;
    }

    public FindingBuilder inFile(String path) {
        this.path = path;
        return this;
    }

    public FindingBuilder at(TextRange range) {
        this.range = Optional.of(range);
        return this;
    }

    /** About its file as a whole: no place, no fix. */
    public FindingBuilder aboutTheWholeFile() {
        this.range = Optional.empty();
        this.fix = Optional.empty();
        return this;
    }

    public FindingBuilder saying(String message) {
        this.message = message;
        return this;
    }

    public FindingBuilder quoting(String quote) {
        this.quote = quote;
        return this;
    }

    public FindingBuilder suggesting(String suggestion) {
        this.suggestion = suggestion;
        return this;
    }

    public FindingBuilder withFingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
        return this;
    }

    public FindingBuilder triaged(Triage triage) {
        this.triage = Optional.of(triage);
        return this;
    }

    public FindingBuilder changed(Change change) {
        this.change = Optional.of(change);
        return this;
    }

    public FindingBuilder disputed(Disagreement... against) {
        this.disagreements = List.of(against);
        return this;
    }

    public Finding build() {
        return new Finding(
                id,
                severity,
                category,
                path,
                range,
                message,
                Optional.of(suggestion),
                fix,
                ruleId,
                List.of("CWE-89"),
                0.92,
                List.of("code_analyzer", "sonar"),
                fingerprint,
                Shelf.TOOL_CONFIRMED,
                quote,
                List.of(new RelatedLocation(path, new TextRange(3, 14, 3, 18), "The value comes in here.")),
                triage,
                change,
                disagreements);
    }
}
