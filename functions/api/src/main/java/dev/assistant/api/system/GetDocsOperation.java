package dev.assistant.api.system;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /docs}: the contract as a page to read. */
public final class GetDocsOperation implements Operation {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private final BuiltDocument page = BuiltDocument.read("/contract/docs.html", "text/html; charset=utf-8");
    /** The page brings its own style, and one script that runs because its hash is named (CSP level 3, section 2.3.1). */
    private final String policy = "default-src 'none'; style-src 'unsafe-inline'; script-src '" + hash(page.content())
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public String id() {
        return "getDocs";
    }

    @Override
    public Answer answer(Request request) {
        return page.answer(request).with("Content-Security-Policy", policy);
    }

    private static String hash(String html) {
        Matcher script = SCRIPT.matcher(html);
        if (!script.find()) {
            throw new IllegalStateException("the page has no script");
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
