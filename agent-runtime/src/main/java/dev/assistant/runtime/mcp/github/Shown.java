package dev.assistant.runtime.mcp.github;

import dev.assistant.review.FilePaths;
import dev.assistant.runtime.mcp.ToolFailure;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** GitHub's answers as text for a model: what it needs to go on, and no more. */
final class Shown {
    static final int MOST_FILES = 300;
    private static final int LONGEST_PATCHES = 40_000;
    private static final int LONGEST_DESCRIPTION = 8_000;
    private static final int SHORT = 300;

    private Shown() {}

    static String list(Iterable<JsonNode> items, Function<JsonNode, String> line) {
        String lines =
                StreamSupport.stream(items.spliterator(), false).map(line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "[nothing found]" : lines;
    }

    static String repository(JsonNode repository) {
        return "%s (%s, %d stars, default branch %s): %s"
                .formatted(
                        text(repository, "full_name"),
                        repository.path("language").asString("no language"),
                        repository.path("stargazers_count").asInt(0),
                        text(repository, "default_branch"),
                        shortened(text(repository, "description"), SHORT));
    }

    static String commit(JsonNode commit) {
        JsonNode details = commit.path("commit");
        String subject = text(details, "message").lines().findFirst().orElse("");
        return "%s %s: %s"
                .formatted(text(commit, "sha"), text(details.path("author"), "date"), shortened(subject, SHORT));
    }

    static String file(JsonNode content) throws ToolFailure {
        if (!text(content, "type").equals("file") || !text(content, "encoding").equals("base64")) {
            throw new ToolFailure("This is no file, or it is larger than 1 MB.");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(text(content, "content"));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ToolFailure("This file is not text.", e);
        }
    }

    static String pullRequest(JsonNode pull, List<JsonNode> files) {
        StringBuilder shown = new StringBuilder("#%d %s%nstate: %s%nbase: %s%nhead: %s %s%n%n%s%n%n"
                .formatted(
                        pull.path("number").asInt(),
                        text(pull, "title"),
                        pull.path("merged").asBoolean(false) ? "merged" : text(pull, "state"),
                        text(pull.path("base"), "ref"),
                        text(pull.path("head"), "ref"),
                        text(pull.path("head"), "sha"),
                        shortened(text(pull, "body"), LONGEST_DESCRIPTION)));
        int left = LONGEST_PATCHES;
        for (JsonNode file : files) {
            String patch = text(file, "patch");
            shown.append("%s %s (+%d -%d)%n"
                    .formatted(
                            text(file, "status"),
                            text(file, "filename"),
                            file.path("additions").asInt(0),
                            file.path("deletions").asInt(0)));
            if (patch.length() <= left) {
                shown.append(patch).append("\n");
                left -= patch.length();
            } else {
                shown.append("[patch left out]\n");
            }
        }
        return shown.append(files.size() == MOST_FILES ? "[there may be more files]\n" : "")
                .toString();
    }

    /** A file's path as part of an address. */
    static String pathOf(String path) throws ToolFailure {
        Optional<String> complaint = FilePaths.complaint(path);
        if (complaint.isPresent()) {
            throw new ToolFailure(complaint.get());
        }
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
