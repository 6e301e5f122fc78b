package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Newer versions of the plugins are under a licence that forbids this use, and look the same from outside: this stops the build
 * when one gets into the pack.
 */
class AnalyserLicencesTest {
    @TempDir
    private Path folder;

    @Test
    void every_plugin_in_the_pack_is_under_an_allowed_licence() throws Exception {
        Path plugins = SharedPack.ANALYSERS.resolve("plugins");

        assertThat(PluginLicences.objections(plugins)).isEmpty();
        assertThat(PluginLicences.jars(plugins)).hasSize(SonarPlugin.values().length);
    }

    @Test
    void objects_to_a_licence_that_is_not_on_the_list() throws Exception {
        jar("SSALv1", "META-INF/LICENSE", "free software");

        assertThat(PluginLicences.objections(folder)).containsExactly("plugin.jar is under \"SSALv1\"");
    }

    @Test
    void objects_to_the_wrong_text_behind_an_allowed_name() throws Exception {
        jar("GNU LGPL 3", "LICENSE.txt", "SONAR Source-Available License v1.0");

        assertThat(PluginLicences.objections(folder))
                .containsExactly("plugin.jar holds another licence in LICENSE.txt");
    }

    private void jar(String licence, String entry, String text) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Plugin-License", licence);
        try (OutputStream file = Files.newOutputStream(folder.resolve("plugin.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
