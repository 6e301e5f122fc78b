package dev.assistant.runtime.codebase.outline;

import static dev.assistant.runtime.codebase.outline.Declaration.Kind.FUNCTION;
import static dev.assistant.runtime.codebase.outline.Declaration.Kind.NAMESPACE;
import static dev.assistant.runtime.codebase.outline.Declaration.Kind.TYPE;
import static dev.assistant.runtime.codebase.outline.Declaration.Kind.VALUE;

import dev.assistant.review.Language;
import dev.assistant.runtime.codebase.outline.Declaration.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Which of a grammar's nodes declare what. */
final class DeclarationKinds {
    private static final Map<Language, Map<String, Kind>> KINDS = kinds();

    private DeclarationKinds() {}

    static Map<String, Kind> of(Language language) {
        return KINDS.getOrDefault(language, Map.of());
    }

    private static Map<Language, Map<String, Kind>> kinds() {
        Map<Language, Map<String, Kind>> kinds = new EnumMap<>(Language.class);
        kinds.put(Language.PYTHON, table("class_definition", "function_definition", "assignment", ""));
        kinds.put(Language.JAVASCRIPT, script());
        kinds.put(Language.TYPESCRIPT, script());
        kinds.put(
                Language.JAVA,
                table(
                        "class_declaration interface_declaration enum_declaration record_declaration annotation_type_declaration",
                        "method_declaration constructor_declaration compact_constructor_declaration",
                        "variable_declarator enum_constant",
                        ""));
        kinds.put(
                Language.GO,
                table(
                        "type_spec type_alias",
                        "function_declaration method_declaration method_elem",
                        "const_spec var_spec",
                        ""));
        kinds.put(Language.C, c(""));
        kinds.put(Language.CPP, c("namespace_definition"));
        kinds.put(
                Language.CSHARP,
                table(
                        "class_declaration struct_declaration interface_declaration record_declaration enum_declaration"
                                + " delegate_declaration",
                        "method_declaration constructor_declaration local_function_statement",
                        "property_declaration variable_declarator enum_member_declaration",
                        "namespace_declaration file_scoped_namespace_declaration"));
        kinds.put(
                Language.KOTLIN,
                table(
                        "class_declaration object_declaration type_alias",
                        "function_declaration",
                        "property_declaration",
                        ""));
        kinds.put(
                Language.PHP,
                table(
                        "class_declaration interface_declaration trait_declaration enum_declaration",
                        "function_definition method_declaration",
                        "const_element property_element enum_case",
                        "namespace_definition"));
        kinds.put(Language.RUBY, table("class", "method singleton_method", "assignment", "module"));
        kinds.put(
                Language.RUST,
                table(
                        "struct_item enum_item union_item trait_item type_item",
                        "function_item function_signature_item macro_definition",
                        "const_item static_item enum_variant",
                        "mod_item"));
        kinds.put(Language.SHELL, table("", "function_definition", "", ""));
        return kinds;
    }

    private static Map<String, Kind> script() {
        return table(
                "class_declaration abstract_class_declaration interface_declaration enum_declaration type_alias_declaration",
                "function_declaration generator_function_declaration method_definition function_signature method_signature"
                        + " abstract_method_signature",
                "variable_declarator public_field_definition field_definition",
                "internal_module");
    }

    private static Map<String, Kind> c(String namespaces) {
        return table(
                "struct_specifier union_specifier enum_specifier class_specifier type_definition alias_declaration",
                "function_definition preproc_function_def",
                "preproc_def enumerator",
                namespaces);
    }

    private static Map<String, Kind> table(String types, String functions, String values, String namespaces) {
        Map<String, Kind> table = new HashMap<>();
        put(table, types, TYPE);
        put(table, functions, FUNCTION);
        put(table, values, VALUE);
        put(table, namespaces, NAMESPACE);
        return table;
    }

    private static void put(Map<String, Kind> table, String nodes, Kind kind) {
        if (!nodes.isEmpty()) {
            for (String node : nodes.split(" ", -1)) {
                table.put(node, kind);
            }
        }
    }
}
