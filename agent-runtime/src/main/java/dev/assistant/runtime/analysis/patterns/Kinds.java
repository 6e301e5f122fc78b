package dev.assistant.runtime.analysis.patterns;

import java.util.Map;
import java.util.Set;

/** Kinds of constructs under one name, whatever a grammar calls them. */
final class Kinds {
    static final Set<String> FUNCTIONS = Set.of(
            "function_definition",
            "function_declaration",
            "generator_function_declaration",
            "generator_function",
            "function_expression",
            "arrow_function",
            "method_definition",
            "method_declaration",
            "constructor_declaration",
            "compact_constructor_declaration",
            "local_function_statement",
            "lambda",
            "lambda_expression",
            "lambda_literal",
            "anonymous_method_expression",
            "anonymous_function",
            "func_literal",
            "function_item",
            "closure_expression",
            "method",
            "singleton_method");

    private static final Set<String> STRINGS = Set.of(
            "string",
            "string_literal",
            "concatenated_string",
            "template_string",
            "interpreted_string_literal",
            "raw_string_literal",
            "encapsed_string",
            "verbatim_string_literal",
            "interpolated_string_expression",
            "multiline_string_literal",
            "raw_string",
            "heredoc");

    private static final Map<String, Set<String>> GROUPS = Map.of(
            "function",
            FUNCTIONS,
            "loop",
            Set.of(
                    "for_statement",
                    "for_in_statement",
                    "enhanced_for_statement",
                    "foreach_statement",
                    "for_range_loop",
                    "while_statement",
                    "do_statement",
                    "do_while_statement",
                    "for_expression",
                    "while_expression",
                    "loop_expression",
                    "for",
                    "while",
                    "until"),
            "name",
            Set.of(
                    "identifier",
                    "simple_identifier",
                    "variable_name",
                    "property_identifier",
                    "shorthand_property_identifier",
                    "field_identifier",
                    "type_identifier",
                    "constant",
                    "name",
                    "instance_variable"),
            "call",
            Set.of(
                    "call",
                    "call_expression",
                    "method_invocation",
                    "invocation_expression",
                    "function_call_expression",
                    "member_call_expression",
                    "scoped_call_expression",
                    "object_creation_expression",
                    "new_expression",
                    "await",
                    "await_expression"),
            "number",
            Set.of(
                    "integer",
                    "float",
                    "number",
                    "int_literal",
                    "float_literal",
                    "integer_literal",
                    "real_literal",
                    "number_literal",
                    "decimal_integer_literal",
                    "hex_integer_literal",
                    "decimal_floating_point_literal"),
            "true",
            Set.of("true", "boolean_literal", "boolean"));

    private Kinds() {}

    static boolean isFunction(String type) {
        return FUNCTIONS.contains(type);
    }

    /** Whether a construct is of a kind: a group's name, {@code string} for any string literal, or a grammar's own name. */
    static boolean is(String kind, String type) {
        return types(kind).contains(type);
    }

    /** The grammars' names for the constructs of a kind. */
    static Set<String> types(String kind) {
        return kind.equals("string") ? STRINGS : GROUPS.getOrDefault(kind, Set.of(kind));
    }

    /** Whether a node is a whole string literal, with or without values put into it. */
    static boolean isString(String type) {
        return STRINGS.contains(type);
    }

    /** Whether a node puts a value into a string. */
    static boolean isInterpolation(String type) {
        return type.equals("interpolation")
                || type.equals("template_substitution")
                || type.equals("interpolated_expression")
                || type.equals("interpolated_identifier")
                || type.equals("variable_name");
    }
}
