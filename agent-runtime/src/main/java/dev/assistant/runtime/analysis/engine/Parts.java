package dev.assistant.runtime.analysis.engine;

import dev.assistant.review.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides a submission that is too large to be held in memory as programs at once. Files of one language stay together as long as
 * they fit, and then those of one folder, which import each other most.
 */
final class Parts {
    private final int characters;

    /** @param characters about how much code one part may have; a single file may be longer */
    Parts(int characters) {
        this.characters = characters;
    }

    List<List<SourceFile>> of(List<SourceFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        if (length(files) <= characters) {
            return List.of(List.copyOf(files));
        }
        Map<String, List<SourceFile>> byProgram = new TreeMap<>();
        files.forEach(file -> byProgram
                .computeIfAbsent(SourceCodeEngine.program(file.language()).id(), program -> new ArrayList<>())
                .add(file));
        List<List<SourceFile>> parts = new ArrayList<>();
        byProgram.values().forEach(program -> parts.addAll(divided(program)));
        return parts;
    }

    private List<List<SourceFile>> divided(List<SourceFile> program) {
        List<SourceFile> byFolder = program.stream()
                .sorted(Comparator.comparing(Parts::folder).thenComparing(SourceFile::path))
                .toList();
        List<List<SourceFile>> parts = new ArrayList<>();
        List<SourceFile> part = new ArrayList<>();
        long length = 0;
        for (SourceFile file : byFolder) {
            int more = file.content().length();
            if (!part.isEmpty() && length + more > characters) {
                parts.add(List.copyOf(part));
                part.clear();
                length = 0;
            }
            part.add(file);
            length += more;
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    private static String folder(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/') + 1);
    }

    private static long length(List<SourceFile> files) {
        return files.stream().mapToLong(file -> file.content().length()).sum();
    }
}
