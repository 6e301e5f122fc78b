package dev.assistant.review;

import dev.assistant.idempotency.RequestDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a result was made of and with, so that a run can be repeated and compared.
 *
 * @param rulesVersion identifies the rules and analysers: with the same, the same code has the same findings; empty when unknown
 * @param code SHA-256 of all submitted files, their paths and languages, in hexadecimal; empty when unknown
 * @param models ids of the models that answered
 * @param prompts names, versions and hashes of the instructions that they had, such as {@code code_analyzer.v1@3f2a9c…}, and of
 *     what defines the workflow, its agents and their answers, such as {@code workflows/code_analysis.v1@9be1d0…}
 */
public record Provenance(
        Optional<String> rulesVersion, Optional<String> code, List<String> models, List<String> prompts) {
    public static final Provenance UNKNOWN = new Provenance(Optional.empty(), Optional.empty(), List.of(), List.of());

    public Provenance {
        models = List.copyOf(models);
        prompts = List.copyOf(prompts);
    }

    /** Of analysers' work on files. */
    public static Provenance of(String rulesVersion, List<SourceFile> files) {
        return new Provenance(Optional.of(rulesVersion), Optional.of(hash(files)), List.of(), List.of());
    }

    /** Of work on files, if there are any, in which no analyser takes part. */
    public static Provenance of(List<SourceFile> files) {
        return new Provenance(
                Optional.empty(),
                Optional.of(files).filter(given -> !given.isEmpty()).map(Provenance::hash),
                List.of(),
                List.of());
    }

    private static String hash(List<SourceFile> files) {
        RequestDigest digest = RequestDigest.of("code");
        files.stream()
                .sorted(Comparator.comparing(SourceFile::path))
                .forEach(file ->
                        digest.add(file.path()).add(file.language().id()).add(file.content()));
        return digest.hex();
    }

    /** The same where models took part. */
    public Provenance with(List<String> models, List<String> prompts) {
        return new Provenance(rulesVersion, code, models, prompts);
    }
}
