package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers JavaScript and TypeScript, markup in it (JSX) included. Names are those of the function, not of the block. */
final class JavaScriptLowering extends CFamilyLowering {
    private static final Map<String, Operator> SIGNS = Operator.signs(Map.of(
            "/", Operator.DIVIDE,
            "===", Operator.EQUAL,
            "!==", Operator.NOT_EQUAL,
            "??", Operator.COALESCE,
            "in", Operator.IN));

    private final JavaScriptFunctions functions = new JavaScriptFunctions(this);
    private final JavaScriptModuleSyntax modules = new JavaScriptModuleSyntax(this);

    JavaScriptLowering(SyntaxTree tree) {
        super(tree, SIGNS);
    }

    @Override
    protected void moduleNames() {
        List.of("exports", "module").forEach(this::declare);
    }

    /** Functions are made before anything else of their block is run. */
    @Override
    protected List<SyntaxNode> ordered(List<SyntaxNode> nodes) {
        if (nodes.stream().noneMatch(JavaScriptLowering::isHoisted)) {
            return nodes;
        }
        List<SyntaxNode> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparing(node -> !isHoisted(node)));
        return ordered;
    }

    private static boolean isHoisted(SyntaxNode node) {
        return node.is("function_declaration", "generator_function_declaration", "import_statement");
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "statement_block", "program" -> into.addAll(statements(node.parts()));
            case "expression_statement" -> expressions(node.parts()).forEach(part -> into.add(evaluated(part)));
            case "lexical_declaration", "variable_declaration" -> declare(node, into);
            case "if_statement" -> into.add(ifStatement(node));
            case "for_statement" -> into.add(forStatement(node));
            case "for_in_statement" -> into.add(forEach(node));
            case "while_statement" -> into.add(whileStatement(node, true));
            case "do_statement" -> into.add(whileStatement(node, false));
            case "return_statement" -> into.add(new Statement.Return(node.span(), valueOf(node)));
            case "throw_statement" -> into.add(new Statement.Throw(node.span(), valueOf(node)));
            case "break_statement" -> into.add(new Statement.Break(node.span()));
            case "continue_statement" -> into.add(new Statement.Continue(node.span()));
            case "try_statement" -> into.add(tryStatement(node, body(node, "body")));
            case "switch_statement" -> into.add(switchStatement(node));
            case "labeled_statement" -> node.child("body").ifPresent(body -> into.add(block(body)));
            case "function_declaration", "generator_function_declaration" -> {
                declare(textOf(node, "name"));
                into.add(new Statement.Define(node.span(), functions.function(node, List.of())));
            }
            case "class_declaration", "abstract_class_declaration" -> {
                declare(textOf(node, "name"));
                into.add(new Statement.DefineClass(node.span(), functions.classDefinition(node)));
            }
            case "import_statement" -> into.add(modules.imports(node));
            case "export_statement" -> modules.exports(node, into);
            case "empty_statement",
                    "debugger_statement",
                    "interface_declaration",
                    "type_alias_declaration",
                    "ambient_declaration",
                    "function_signature",
                    "hash_bang_line" -> {}
            default -> into.add(new Statement.Evaluate(node.span(), opaque(node)));
        }
    }

    private void declare(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode declarator : node.parts()) {
            if (declarator.is("variable_declarator")) {
                SyntaxNode name = declarator.child("name").orElse(declarator);
                Optional<Expression> value = declarator.child("value").map(given -> named(given, name));
                Expression target = target(name);
                if (target instanceof Expression.Name named) {
                    into.add(new Statement.Declare(declarator.span(), named, type(declarator), value));
                } else {
                    value.ifPresent(given -> into.add(new Statement.Evaluate(
                            declarator.span(), new Expression.Assignment(declarator.span(), target, given))));
                }
            }
        }
    }

    /** The type that TypeScript code gives to a name, without type arguments. */
    static String type(SyntaxNode node) {
        return node.child("type")
                .or(() -> node.first("type_annotation"))
                .map(annotation -> typeName(annotation.text().replaceFirst("^:\\s*", "")))
                .orElse("");
    }

    @Override
    protected Optional<SyntaxNode> alternative(SyntaxNode branch) {
        return super.alternative(branch)
                .flatMap(clause -> clause.parts().stream().findFirst());
    }

    private Statement forStatement(SyntaxNode node) {
        List<Statement> before = new ArrayList<>();
        node.child("initializer").ifPresent(init -> statement(init, before));
        Optional<Expression> test = node.child("condition")
                .filter(condition -> !condition.is("empty_statement"))
                .map(condition -> condition.is("expression_statement")
                        ? valueOf(condition).orElse(nothing(condition.span()))
                        : expression(condition));
        List<Statement> updates = expressions(node.all("increment")).stream()
                .map(Lowering::evaluated)
                .toList();
        return forStatement(node, before, test, updates);
    }

    private Statement forEach(SyntaxNode node) {
        boolean keys = node.child("operator").map(operator -> operator.is("in")).orElse(false);
        Expression iterable = part(node, "right");
        Expression target = node.child("left").map(this::target).orElse(nothing(node.span()));
        return new Statement.ForEach(node.span(), target, "", iterable, keys, body(node, "body"), Optional.empty());
    }

    @Override
    protected Optional<SyntaxNode> caught(SyntaxNode clause) {
        return clause.child("parameter").filter(parameter -> parameter.is("identifier"));
    }

    private Statement switchStatement(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode branch : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            List<Expression> patterns = expressions(branch.all("value"));
            Statement body = new Statement.Block(branch.span(), statements(branch.all("body")));
            cases.add(new Statement.Case(branch.span(), patterns, Optional.empty(), body, true));
        }
        return new Statement.Switch(node.span(), part(node, "value"), cases);
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier",
                    "this",
                    "super",
                    "property_identifier",
                    "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern",
                    "type_identifier",
                    "undefined_identifier" -> name(node);
            case "parenthesized_expression",
                    "await_expression",
                    "non_null_expression",
                    "satisfies_expression",
                    "instantiation_expression",
                    "jsx_expression" -> valueOf(node).orElse(nothing(node.span()));
            case "as_expression", "type_assertion" -> cast(node);
            case "member_expression" ->
                new Expression.Member(node.span(), part(node, "object"), textOf(node, "property"));
            case "subscript_expression" ->
                new Expression.Element(node.span(), part(node, "object"), part(node, "index"));
            case "call_expression" -> call(node);
            case "new_expression" -> new Expression.Call(node.span(), part(node, "constructor"), arguments(node), true);
            case "assignment_expression" -> plainAssignment(node);
            case "augmented_assignment_expression" -> augmented(node, part(node, "left"), SIGNS);
            case "update_expression" -> update(node);
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node, part(node, "argument"));
            case "ternary_expression" -> choice(node);
            case "sequence_expression" -> new Expression.Opaque(node.span(), expressions(node.parts()));
            case "string" -> quoted(node);
            case "template_string" -> template(node);
            case "number" -> number(node);
            case "true" -> truth(node, true);
            case "false" -> truth(node, false);
            case "null", "undefined" -> nothing(node.span());
            case "regex" -> text(node.span(), node.text());
            case "array" -> new Expression.Sequence(node.span(), expressions(node.parts()));
            case "object" -> object(node);
            case "spread_element" ->
                new Expression.Spread(node.span(), valueOf(node).orElse(nothing(node.span())));
            case "arrow_function", "function_expression", "function", "generator_function" ->
                new Expression.Closure(node.span(), functions.function(node, List.of()));
            case "class" -> new Expression.ClassExpression(node.span(), functions.classDefinition(node));
            case "jsx_element", "jsx_self_closing_element", "jsx_fragment" -> new JavaScriptMarkup(this).element(node);
            default -> opaque(node);
        };
    }

    private Expression cast(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        SyntaxNode value = node.is("as_expression") ? parts.getFirst() : parts.getLast();
        return new Expression.Cast(node.span(), "", expression(value));
    }

    private Expression call(SyntaxNode node) {
        Optional<SyntaxNode> template = node.child("arguments").filter(list -> list.is("template_string"));
        if (template.isPresent()) {
            return new Expression.Opaque(node.span(), List.of());
        }
        return new Expression.Call(node.span(), part(node, "function"), arguments(node), false);
    }

    private List<Expression.Argument> arguments(SyntaxNode node) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode argument :
                node.child("arguments").map(SyntaxNode::parts).orElse(List.of())) {
            boolean spread = argument.is("spread_element");
            Expression value = spread ? valueOf(argument).orElse(nothing(argument.span())) : expression(argument);
            arguments.add(new Expression.Argument("", value, spread));
        }
        return arguments;
    }

    /** A value that is kept under a name; a function that has none is called so. */
    Expression named(SyntaxNode value, SyntaxNode name) {
        if (!value.is("arrow_function", "function_expression")
                || value.child("name").isPresent()) {
            return expression(value);
        }
        String last = name.child("property").orElse(name).text();
        boolean plain = last.chars().allMatch(Character::isJavaIdentifierPart);
        return new Expression.Closure(value.span(), functions.function(value, plain ? last : "", List.of()));
    }

    private Expression plainAssignment(SyntaxNode node) {
        Expression value = node.child("right")
                .map(right -> node.child("left").map(left -> named(right, left)).orElseGet(() -> expression(right)))
                .orElse(nothing(node.span()));
        Expression target = node.child("left").map(this::pattern).orElse(nothing(node.span()));
        return new Expression.Assignment(node.span(), target, value);
    }

    private Expression update(SyntaxNode node) {
        Expression target = part(node, "argument");
        return stepped(node, target, operator(node).equals("++") ? Operator.ADD : Operator.SUBTRACT);
    }

    private Expression template(SyntaxNode node) {
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("template_substitution")) {
                parts.add(valueOf(part).orElse(nothing(part.span())));
            } else {
                parts.add(text(part.span(), part.is("escape_sequence") ? Escapes.decode(part.text()) : part.text()));
            }
        }
        return parts.stream().allMatch(part -> part instanceof Expression.Literal) && parts.size() < 2
                ? parts.stream().findFirst().orElse(text(node.span(), ""))
                : new Expression.Interpolation(node.span(), parts);
    }

    private Expression object(SyntaxNode node) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            switch (part.type()) {
                case "pair" -> {
                    Expression value = part.child("value")
                            .map(given -> named(given, part.child("key").orElse(part)))
                            .orElse(nothing(part.span()));
                    entries.add(new Expression.Entry(Optional.of(key(part)), value));
                }
                case "shorthand_property_identifier" ->
                    entries.add(new Expression.Entry(Optional.of(text(part.span(), part.text())), name(part)));
                case "spread_element" ->
                    entries.add(
                            new Expression.Entry(Optional.empty(), valueOf(part).orElse(nothing(part.span()))));
                case "method_definition" -> {
                    Expression method = new Expression.Closure(part.span(), functions.function(part, List.of()));
                    entries.add(new Expression.Entry(Optional.of(key(part)), method));
                }
                default -> {}
            }
        }
        return new Expression.Mapping(node.span(), entries);
    }

    private Expression key(SyntaxNode pair) {
        SyntaxNode key = pair.child("key").or(() -> pair.child("name")).orElse(pair);
        return switch (key.type()) {
            case "property_identifier" -> text(key.span(), key.text());
            case "computed_property_name" -> valueOf(key).orElse(nothing(key.span()));
            default -> expression(key);
        };
    }

    /** A name or pattern that is declared: its names become names of this function. */
    Expression target(SyntaxNode node) {
        return pattern(node, true);
    }

    private Expression pattern(SyntaxNode node) {
        return pattern(node, false);
    }

    private Expression pattern(SyntaxNode node, boolean declares) {
        return switch (node.type()) {
            case "identifier", "shorthand_property_identifier_pattern" -> {
                if (declares) {
                    declare(node.text());
                }
                yield name(node);
            }
            case "array_pattern", "array" ->
                new Expression.Sequence(
                        node.span(),
                        node.parts().stream()
                                .map(part -> pattern(part, declares))
                                .toList());
            case "object_pattern", "object" -> objectPattern(node, declares);
            case "assignment_pattern", "object_assignment_pattern" ->
                new Expression.Assignment(
                        node.span(),
                        node.child("left").map(left -> pattern(left, declares)).orElse(nothing(node.span())),
                        part(node, "right"));
            case "rest_pattern", "spread_element" ->
                new Expression.Spread(
                        node.span(),
                        node.parts().stream()
                                .findFirst()
                                .map(part -> pattern(part, declares))
                                .orElse(nothing(node.span())));
            default -> expression(node);
        };
    }

    private Expression objectPattern(SyntaxNode node, boolean declares) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            Expression target = part.is("pair_pattern", "pair")
                    ? part.child("value").map(value -> pattern(value, declares)).orElse(nothing(part.span()))
                    : pattern(part, declares);
            if (part.is("rest_pattern")) {
                entries.add(new Expression.Entry(Optional.empty(), target));
            } else {
                Expression key = part.is("pair_pattern", "pair")
                        ? key(part)
                        : text(part.span(), part.child("left").orElse(part).text());
                entries.add(new Expression.Entry(Optional.of(key), target));
            }
        }
        return new Expression.Mapping(node.span(), entries);
    }
}
