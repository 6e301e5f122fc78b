package dev.assistant.localstack.licence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Lists what a built checkout ships of others. */
record Shipped(Path checkout) {
    /** How SonarSource's plugins name their licences. */
    private static final Map<String, String> IN_MANIFESTS = Map.of(
            "GNU LGPL 3", "LGPL-3.0-only",
            "GNU LGPL v3", "LGPL-3.0-only",
            "The Apache Software License, Version 2.0", "Apache-2.0");

    List<Component> components() throws IOException {
        List<Component> all = new ArrayList<>();
        all.addAll(libraries("functions/api", "target/function/lib"));
        all.addAll(libraries("functions/realtime", "target/function/lib"));
        all.addAll(libraries("agent-runtime", "target/lib"));
        all.addAll(engine());
        all.addAll(plugins());
        all.addAll(packages());
        return all;
    }

    /** Of a module's bill of materials (CycloneDX, https://cyclonedx.org/docs/1.6/json); nothing when Maven made none, as offline. */
    private List<Component> libraries(String module, String folder) {
        List<Component> found = new ArrayList<>();
        if (!Files.exists(checkout.resolve(module, "target/bom.json"))) {
            return found;
        }
        for (JsonNode each : json(module + "/target/bom.json").path("components")) {
            String group = each.path("group").asString("");
            String name = each.path("name").asString();
            String version = each.path("version").asString();
            if (!group.equals("dev.assistant")) {
                Path file = checkout.resolve(module, folder, "%s-%s.jar".formatted(name, version));
                found.add(new Component(
                        module, group + ":" + name, version, alternatives(each.path("licenses")), Optional.of(file)));
            }
        }
        return found;
    }

    /** A POM that names several licences leaves the choice. */
    private static String alternatives(JsonNode licences) {
        return StreamSupport.stream(licences.spliterator(), false)
                .map(each -> each.path("expression")
                        .asString(each.path("license")
                                .path("id")
                                .asString(each.path("license").path("name").asString(""))))
                .collect(Collectors.joining(" OR "));
    }

    /** The analysers' engine is copied jar by jar; most of its jars do not say their licence, which was read in their POMs. */
    private List<Component> engine() throws IOException {
        JsonNode known = new YAMLMapper().readTree(Shipped.class.getResourceAsStream("/licences/engine.yaml"));
        List<Component> found = new ArrayList<>();
        for (Path jar : jars("agent-runtime/target/analysers/engine")) {
            String file = jar.getFileName().toString();
            found.add(analyser(jar, known.path(file).asString("")));
        }
        return found;
    }

    private List<Component> plugins() throws IOException {
        List<Component> found = new ArrayList<>();
        for (Path path : jars("agent-runtime/target/analysers/plugins")) {
            try (JarFile jar = new JarFile(path.toFile())) {
                String licence = jar.getManifest().getMainAttributes().getValue("Plugin-License");
                found.add(analyser(path, licence == null ? "" : IN_MANIFESTS.getOrDefault(licence, licence)));
            }
        }
        return found;
    }

    private static Component analyser(Path jar, String licence) {
        String file = jar.getFileName().toString().replaceAll("\\.jar$", "");
        int version = file.replaceAll("-\\d.*", "").length();
        return new Component(
                "analysers", file.substring(0, version), file.substring(version + 1), licence, Optional.of(jar));
    }

    /** What the web application may bundle, of npm's lock file. */
    private List<Component> packages() {
        Map<String, Component> found = new TreeMap<>();
        json("frontend/package-lock.json").path("packages").forEachEntry((path, entry) -> {
            if (!path.isEmpty() && !entry.path("dev").asBoolean(false)) {
                String name = path.replaceAll(".*node_modules/", "");
                String version = entry.path("version").asString();
                found.put(
                        name + " " + version,
                        new Component(
                                "frontend", name, version, entry.path("license").asString(""), Optional.empty()));
            }
        });
        return List.copyOf(found.values());
    }

    private JsonNode json(String file) {
        return JsonMapper.shared().readTree(checkout.resolve(file));
    }

    private List<Path> jars(String folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(checkout.resolve(folder), "*.jar")) {
            files.forEach(jars::add);
        }
        return jars.stream().sorted().toList();
    }
}
