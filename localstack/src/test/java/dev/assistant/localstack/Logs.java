package dev.assistant.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every part of a stack has logged. All of it only once the stack is stopped.
 *
 * @param texts by file
 */
record Logs(Map<Path, String> texts) {

    private static final Pattern REQUEST = Pattern.compile("(?m)^\\{.*\"event\":\"request\".*}$");

    /** @param data of the stack */
    static Logs of(Path data) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path log : files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains(".log"))
                    .toList()) {
                texts.put(data.relativize(log), Files.readString(log, StandardCharsets.ISO_8859_1));
            }
        }
        return new Logs(texts);
    }

    /** How many parts have logged anything. */
    long speaking() {
        return texts.values().stream().filter(text -> !text.isBlank()).count();
    }

    /**
     * Where something stands that must not be read in logs, with its line.
     *
     * @param secrets by what they are
     */
    List<String> betrayed(Map<String, String> secrets) {
        return texts.entrySet().stream()
                .flatMap(log -> secrets.entrySet().stream()
                        .filter(secret -> log.getValue().contains(secret.getValue()))
                        .map(secret -> log.getKey() + " holds the " + secret.getKey() + ": "
                                + lineWith(log.getValue(), secret.getValue())))
                .toList();
    }

    /** The lines about requests, each of which is JSON. */
    List<JsonNode> requests() {
        return texts.values().stream()
                .flatMap(text -> REQUEST.matcher(text).results())
                .map(line -> JsonMapper.shared().readTree(line.group()))
                .toList();
    }

    private static String lineWith(String text, String secret) {
        return text.lines().filter(line -> line.contains(secret)).findFirst().orElse("");
    }
}
