package dev.assistant.review;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Tells whether two requests ask for the same: a SHA-256 of everything that matters, each part with its length before it. */
final class RequestHash {
    private final MessageDigest digest;

    private RequestHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(ReviewRequest request) {
        RequestHash hash = new RequestHash();
        hash.add(request.workflow());
        hash.add(request.project().map(Object::toString));
        hash.add(request.baseline().map(Object::toString));
        hash.add(request.language().map(Language::id));
        request.focus().stream().sorted().forEach(area -> hash.add(area.id()));
        for (SourceFile file : request.files()) {
            hash.add(file.path());
            hash.add(file.language().id());
            hash.add(file.content());
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(Optional<String> text) {
        add(text.orElse(""));
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
