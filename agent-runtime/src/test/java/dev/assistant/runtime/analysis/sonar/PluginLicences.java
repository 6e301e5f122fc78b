package dev.assistant.runtime.analysis.sonar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads out of the jars themselves under which licence they are. */
final class PluginLicences {
    private static final Set<String> ALLOWED =
            Set.of("GNU LGPL 3", "GNU LGPL v3", "The Apache Software License, Version 2.0");
    private static final Pattern LICENCE_FILE = Pattern.compile("(?i)(^|.*/)(licen[sc]e|copying|notice)[^/]*");
    private static final Pattern FORBIDDEN_TEXT = Pattern.compile("(?i)source[- ]available\\s+license|\\bSSAL");

    private PluginLicences() {}

    static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** What speaks against the jars in a folder. */
    static List<String> objections(Path folder) throws IOException {
        List<String> objections = new ArrayList<>();
        for (Path jar : jars(folder)) {
            objections.addAll(objectionsTo(jar));
        }
        return objections;
    }

    private static List<String> objectionsTo(Path path) throws IOException {
        List<String> objections = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            String licence = Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue("Plugin-License"))
                    .orElse("no licence");
            if (!ALLOWED.contains(licence)) {
                objections.add("%s is under \"%s\"".formatted(path.getFileName(), licence));
            }
            for (JarEntry entry : jar.stream().toList()) {
                if (LICENCE_FILE.matcher(entry.getName()).matches() && isForbidden(jar, entry)) {
                    objections.add("%s holds another licence in %s".formatted(path.getFileName(), entry.getName()));
                }
            }
        }
        return objections;
    }

    private static boolean isForbidden(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return !entry.isDirectory()
                    && !entry.getName().toLowerCase(Locale.ROOT).endsWith(".class")
                    && FORBIDDEN_TEXT.matcher(text).find();
        }
    }
}
