package dev.assistant.runtime.deployment;

/**
 * Something about a deployment that a file says.
 *
 * @param id where it stands, such as {@code Dockerfile:12}; several facts may stand on one line
 * @param kind such as {@code exposes_port}
 * @param value letters, digits and {@code . _ : / @ + -} only, so that no sentence gets through to an agent
 * @param isChanged whether the pull request that the job is about adds or changes its line
 */
record Fact(String id, String kind, String value, boolean isChanged) {
    String line() {
        String said = "- %s: %s %s".formatted(id, kind, value).stripTrailing();
        return isChanged ? said + " (changed)" : said;
    }
}
