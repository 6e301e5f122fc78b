package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lowers C and C++. A pointer stands for what it points to, so that {@code &} and {@code *} mean nothing; names are kept without the
 * namespaces that they are in, and methods are functions. Of code that the preprocessor chooses, all of it is read.
 */
final class CLowering extends CFamilyLowering {
    private final CCalls calls = new CCalls(this);
    private int functions;

    CLowering(SyntaxTree tree) {
        super(tree, Operator.signs(Map.of()));
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "compound_statement", "declaration_list", "linkage_specification", "field_declaration_list" ->
                into.addAll(statements(node.parts()));
            case "namespace_definition", "class_specifier", "struct_specifier", "union_specifier" ->
                node.child("body").ifPresent(body -> into.addAll(statements(body.parts())));
            case "template_declaration" ->
                into.addAll(statements(List.of(node.parts().getLast())));
            case "field_declaration", "type_definition" ->
                node.child("type")
                        .filter(type -> type.child("body").isPresent())
                        .ifPresent(type -> statement(type, into));
            case "function_definition" -> define(node, into);
            case "declaration" -> declare(node, into);
            case "expression_statement" -> expressions(node.parts()).forEach(part -> into.add(evaluated(part)));
            case "if_statement" -> into.add(ifStatement(node));
            case "for_statement" -> into.add(forStatement(node));
            case "for_range_loop" -> into.add(forEach(node));
            case "while_statement" -> into.add(whileStatement(node, true));
            case "do_statement" -> into.add(whileStatement(node, false));
            case "switch_statement" -> into.add(switchStatement(node));
            case "try_statement" -> into.add(tryStatement(node, body(node, "body")));
            case "return_statement", "co_return_statement" ->
                into.add(new Statement.Return(node.span(), valueOf(node)));
            case "throw_statement" -> into.add(new Statement.Throw(node.span(), valueOf(node)));
            case "break_statement", "goto_statement" -> into.add(new Statement.Break(node.span()));
            case "continue_statement" -> into.add(new Statement.Continue(node.span()));
            case "labeled_statement" ->
                into.addAll(statements(node.parts().subList(1, node.parts().size())));
            case "else_clause" -> into.addAll(statements(node.parts()));
            case "preproc_ifdef", "preproc_if", "preproc_else", "preproc_elif" -> chosen(node, into);
            case "preproc_include",
                    "preproc_def",
                    "preproc_function_def",
                    "preproc_call",
                    "using_declaration",
                    "alias_declaration",
                    "enum_specifier",
                    "access_specifier",
                    "statement_identifier",
                    "friend_declaration",
                    "static_assert_declaration",
                    "field_identifier" -> {}
            default -> into.add(evaluated(expression(node)));
        }
    }

    /** What is compiled or not: outside of functions all of it counts, in them either side may be what runs. */
    private void chosen(SyntaxNode node, List<Statement> into) {
        List<SyntaxNode> own =
                node.parts().stream().filter(part -> part.field().isEmpty()).toList();
        Optional<SyntaxNode> other = node.child("alternative");
        if (functions == 0) {
            into.addAll(statements(own));
            other.ifPresent(part -> statement(part, into));
        } else {
            into.add(new Statement.If(
                    node.span(),
                    new Expression.Opaque(node.span(), List.of()),
                    new Statement.Block(node.span(), statements(own)),
                    block(other)));
        }
    }

    private void define(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> declarator = node.child("declarator").map(CLowering::functionDeclarator);
        Optional<SyntaxNode> name =
                declarator.flatMap(one -> one.child("declarator")).flatMap(CLowering::named);
        name.ifPresent(known -> declare(known.text()));
        into.add(new Statement.Define(node.span(), function(node, declarator, name)));
    }

    private Function function(SyntaxNode node, Optional<SyntaxNode> declarator, Optional<SyntaxNode> name) {
        functions++;
        String called = name.map(SyntaxNode::text).orElse("");
        FunctionParts parts = FunctionParts.of(scoped(() -> {
            List<Parameter> parameters = parameters(declarator.flatMap(one -> one.child("parameters")));
            Statement body = body(node, "body");
            return new FunctionParts(parameters, called.equals("main") ? started(parameters, body) : body);
        }));
        functions--;
        return new Function(
                node.span(),
                spanOf(name, node),
                called,
                parts.parameters(),
                parts.body(),
                List.of(),
                parts.locals(),
                true);
    }

    /** A program's second parameter is what it was started with. */
    private static Statement started(List<Parameter> parameters, Statement body) {
        if (parameters.size() < 2) {
            return body;
        }
        Expression given = parameters.get(1).target();
        Expression arguments = Formats.converted(nothing(given.span()), CCalls.STARTED_WITH);
        return new Statement.Block(
                body.span(), List.of(evaluated(new Expression.Assignment(given.span(), given, arguments)), body));
    }

    private List<Parameter> parameters(Optional<SyntaxNode> list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list.map(SyntaxNode::parts).orElse(List.of())) {
            Optional<SyntaxNode> name = node.child("declarator").flatMap(CLowering::named);
            if (node.is("parameter_declaration", "optional_parameter_declaration")) {
                name.ifPresent(known -> declare(known.text()));
                Expression target =
                        name.<Expression>map(Lowering::name).orElse(new Expression.Opaque(node.span(), List.of()));
                boolean direct = node.child("declarator")
                        .filter(one -> one.is("identifier"))
                        .isPresent();
                parameters.add(new Parameter(
                        target,
                        direct ? declaredType(node) : "",
                        node.child("default_value").map(this::expression),
                        List.of(),
                        Parameter.Kind.SINGLE));
            }
        }
        return parameters;
    }

    /** The declarator of the function in what makes its result a pointer or reference. */
    private static SyntaxNode functionDeclarator(SyntaxNode declarator) {
        SyntaxNode at = declarator;
        while (at.is("pointer_declarator", "reference_declarator", "attributed_declarator")) {
            Optional<SyntaxNode> inner = inner(at);
            if (inner.isEmpty()) {
                return at;
            }
            at = inner.get();
        }
        return at;
    }

    private static Optional<SyntaxNode> inner(SyntaxNode declarator) {
        return declarator
                .child("declarator")
                .or(() -> declarator.parts().stream()
                        .filter(part -> part.type().endsWith("declarator") || part.is("identifier"))
                        .findFirst());
    }

    /** The name that a declarator makes, in whatever pointers and arrays it stands. */
    static Optional<SyntaxNode> named(SyntaxNode declarator) {
        Optional<SyntaxNode> at = Optional.of(declarator);
        while (at.isPresent() && !at.get().is("identifier", "field_identifier", "type_identifier")) {
            SyntaxNode node = at.get();
            at = node.is("qualified_identifier", "destructor_name")
                    ? node.child("name").or(() -> node.parts().stream().findFirst())
                    : inner(node);
        }
        return at;
    }

    private void declare(SyntaxNode node, List<Statement> into) {
        node.child("type").filter(type -> type.child("body").isPresent()).ifPresent(type -> statement(type, into));
        String type = declaredType(node);
        for (SyntaxNode declarator : node.all("declarator")) {
            boolean prototype = declarator.is("function_declarator") && functions == 0;
            named(declarator).filter(name -> !prototype).ifPresent(name -> {
                Optional<Expression> value = declarator
                        .child("value")
                        .filter(given -> !isArray(declarator, given))
                        .map(given -> initial(given, type));
                declare(name.text());
                into.add(new Statement.Declare(declarator.span(), name(name), "", value));
            });
        }
    }

    /** An array is made anew by what stands in its braces, which does not make it a constant. */
    private static boolean isArray(SyntaxNode declarator, SyntaxNode value) {
        return value.is("string_literal")
                && declarator
                        .child("declarator")
                        .filter(inner -> inner.is("array_declarator"))
                        .isPresent();
    }

    private Expression initial(SyntaxNode value, String type) {
        return value.is("argument_list")
                ? new Expression.Call(
                        value.span(), new Expression.Name(value.span(), lastPart(type)), calls.arguments(value), true)
                : expression(value);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    @Override
    protected Optional<SyntaxNode> alternative(SyntaxNode branch) {
        return branch.child("alternative")
                .map(other -> other.is("else_clause") && other.parts().size() == 1
                        ? other.parts().getFirst()
                        : other);
    }

    @Override
    protected void beforeTest(SyntaxNode branch, List<Statement> into) {
        branch.child("condition")
                .flatMap(condition -> condition.child("initializer"))
                .ifPresent(initial -> into.addAll(statements(initial.parts())));
    }

    @Override
    protected Optional<SyntaxNode> caught(SyntaxNode clause) {
        return clause.child("parameters")
                .flatMap(list -> list.first("parameter_declaration"))
                .flatMap(parameter -> parameter.child("declarator"))
                .flatMap(CLowering::named);
    }

    private Statement forStatement(SyntaxNode node) {
        List<Statement> before = new ArrayList<>();
        node.child("initializer").ifPresent(initial -> statement(initial, before));
        Optional<Expression> test = node.child("condition").map(this::expression);
        List<Statement> updates = node.child("update").stream()
                .map(this::expression)
                .map(Lowering::evaluated)
                .toList();
        return forStatement(node, before, test, updates);
    }

    private Statement forEach(SyntaxNode node) {
        Expression iterable = part(node, "right");
        Optional<SyntaxNode> name = node.child("declarator").flatMap(CLowering::named);
        name.ifPresent(known -> declare(known.text()));
        Expression target = name.<Expression>map(Lowering::name).orElse(nothing(node.span()));
        return new Statement.ForEach(node.span(), target, "", iterable, false, body(node, "body"), Optional.empty());
    }

    private Statement switchStatement(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode group : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            if (group.is("case_statement")) {
                List<Expression> patterns =
                        group.child("value").map(this::expression).stream().toList();
                List<SyntaxNode> body = group.parts().stream()
                        .filter(part -> !part.field().equals("value"))
                        .toList();
                Statement block = new Statement.Block(group.span(), statements(body));
                cases.add(new Statement.Case(group.span(), patterns, Optional.empty(), block, true));
            }
        }
        return new Statement.Switch(node.span(), part(node, "condition"), cases);
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "field_identifier", "type_identifier", "this" -> name(node);
            case "qualified_identifier", "template_function" ->
                named(node).<Expression>map(Lowering::name).orElseGet(() -> opaque(node));
            case "parenthesized_expression" ->
                node.parts().stream()
                        .findFirst()
                        .filter(inner -> node.field().equals("condition"))
                        .flatMap(inner -> calls.condition(inner, false))
                        .or(() -> valueOf(node))
                        .orElse(nothing(node.span()));
            case "pointer_expression" ->
                node.parts().isEmpty()
                        ? nothing(node.span())
                        : expression(node.parts().getLast());
            case "condition_clause" -> part(node, "value");
            case "field_expression" ->
                new Expression.Member(node.span(), part(node, "argument"), textOf(node, "field"));
            case "subscript_expression" -> element(node);
            case "call_expression" -> calls.call(node);
            case "assignment_expression" -> assignment(node);
            case "update_expression" ->
                stepped(node, part(node, "argument"), node.text().contains("++") ? Operator.ADD : Operator.SUBTRACT);
            case "binary_expression" ->
                calls.compared(node).or(() -> calls.streamed(node)).orElseGet(() -> binary(node));
            case "unary_expression" ->
                node.child("argument")
                        .filter(argument -> operator(node).equals("!"))
                        .flatMap(argument -> calls.condition(argument, true))
                        .orElseGet(() -> unary(node, part(node, "argument")));
            case "conditional_expression" -> choice(node);
            case "cast_expression" -> part(node, "value");
            case "new_expression" ->
                new Expression.Call(
                        node.span(),
                        new Expression.Name(node.span(), lastPart(textOf(node, "type"))),
                        node.child("arguments").map(calls::arguments).orElse(List.of()),
                        true);
            case "compound_literal_expression" -> part(node, "value");
            case "initializer_list" -> new Expression.Sequence(node.span(), expressions(node.parts()));
            case "initializer_pair" -> part(node, "value");
            case "lambda_expression" ->
                new Expression.Closure(node.span(), function(node, node.child("declarator"), Optional.empty()));
            case "comma_expression" -> opaque(node);
            case "sizeof_expression", "alignof_expression", "offsetof_expression", "type_descriptor" ->
                new Expression.Opaque(node.span(), List.of());
            case "string_literal" -> quoted(node);
            case "concatenated_string" -> joined(node);
            case "raw_string_literal" ->
                text(
                        node.span(),
                        node.first("raw_string_content").map(SyntaxNode::text).orElse(""));
            case "char_literal" -> text(node.span(), Escapes.decode(unquoted(node.text())));
            case "number_literal" -> number(node);
            case "true", "false" -> truth(node, node.is("true"));
            case "null" -> nothing(node.span());
            default -> opaque(node);
        };
    }

    private Expression element(SyntaxNode node) {
        Expression key = node.child("index")
                .map(this::expression)
                .or(() -> node.child("indices").flatMap(this::valueOf))
                .orElse(nothing(node.span()));
        return new Expression.Element(node.span(), part(node, "argument"), key);
    }

    /** Strings that stand one behind the other are one; a macro among them is not known. */
    private Expression joined(SyntaxNode node) {
        List<Expression> parts = expressions(node.parts());
        if (!parts.stream().allMatch(Expression.Literal.class::isInstance)) {
            return new Expression.Interpolation(node.span(), parts);
        }
        StringBuilder whole = new StringBuilder();
        parts.forEach(part -> whole.append(((Expression.Literal) part).value().start()));
        return text(node.span(), whole.toString());
    }
}
