package dev.assistant.runtime.codebase.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Web queries with the Python function that answers each, judged by people: Huang et al., "CoSQA: 20,000+ Web Queries for Code Search
 * and Question Answering", ACL 2021. The dev half is read; the data has a licence of its own and is in no repository of ours.
 *
 * @param functions each as a file, by path
 * @param questions with the path of the one right answer
 */
record CoSqa(List<SourceFile> functions, List<Question> questions) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Pattern DOCSTRING =
            Pattern.compile("^\\s*[rRuU]*(\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?''')[ \\t]*\\n?", Pattern.MULTILINE);

    record Question(String text, String answer) {}

    private record Pair(
            @JsonProperty("doc") String question,
            @JsonProperty("retrieval_idx") int answer) {}

    /** @param folder that holds code_idx_map.txt and cosqa-retrieval-dev-500.json */
    static CoSqa in(Path folder, boolean withDocstrings) throws IOException {
        Map<String, Integer> codes = JSON.readValue(
                Files.readString(folder.resolve("code_idx_map.txt")), new TypeReference<Map<String, Integer>>() {});
        List<Pair> pairs = JSON.readValue(
                Files.readString(folder.resolve("cosqa-retrieval-dev-500.json")), new TypeReference<List<Pair>>() {});
        Map<String, SourceFile> functions = new TreeMap<>();
        codes.forEach((code, number) -> {
            String shown = withDocstrings ? code : DOCSTRING.matcher(code).replaceFirst("\n");
            functions.put(path(number), new SourceFile(path(number), Language.PYTHON, shown));
        });
        return new CoSqa(
                new ArrayList<>(functions.values()),
                pairs.stream()
                        .map(pair -> new Question(pair.question(), path(pair.answer())))
                        .toList());
    }

    private static String path(int number) {
        return "%05d.py".formatted(number);
    }
}
