package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers Python 3. */
final class PythonLowering extends Lowering {
    private static final Map<String, Operator> SIGNS = Operator.signs(Map.ofEntries(
            Map.entry("/", Operator.DIVIDE),
            Map.entry("//", Operator.DIVIDE_WHOLE),
            Map.entry("is", Operator.EQUAL),
            Map.entry("is not", Operator.NOT_EQUAL),
            Map.entry("in", Operator.IN),
            Map.entry("not in", Operator.NOT_IN),
            Map.entry("and", Operator.AND),
            Map.entry("or", Operator.OR)));

    private PythonYields yields = new PythonYields(List.of());

    PythonLowering(SyntaxTree tree) {
        super(tree);
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "block", "module" -> into.addAll(statements(node.parts()));
            case "expression_statement" ->
                expressions(node.parts()).forEach(part -> into.add(new Statement.Evaluate(part.span(), part)));
            case "if_statement" -> into.add(ifStatement(node));
            case "for_statement" -> into.add(forStatement(node));
            case "while_statement" -> into.add(whileStatement(node));
            case "try_statement" -> into.add(tryStatement(node));
            case "with_statement" -> withStatement(node, into);
            case "match_statement" -> into.add(matchStatement(node));
            case "return_statement" -> into.add(new Statement.Return(node.span(), valueOf(node)));
            case "raise_statement" -> into.add(new Statement.Throw(node.span(), valueOf(node)));
            case "break_statement" -> into.add(new Statement.Break(node.span()));
            case "continue_statement" -> into.add(new Statement.Continue(node.span()));
            case "assert_statement" ->
                into.add(new Statement.Assert(
                        node.span(), expression(node.parts().getFirst())));
            case "function_definition" -> define(node, List.of(), node.span(), into);
            case "class_definition" -> defineClass(node, List.of(), into);
            case "decorated_definition" -> decorated(node, into);
            case "import_statement" -> into.add(new Statement.Import(node.span(), imports(node)));
            case "import_from_statement" -> into.add(new Statement.Import(node.span(), importsFrom(node)));
            case "global_statement", "nonlocal_statement" -> node.parts().forEach(name -> undeclare(name.text()));
            case "pass_statement", "future_import_statement", "type_alias_statement" -> {}
            default -> into.add(new Statement.Evaluate(node.span(), opaque(node)));
        }
    }

    private Statement ifStatement(SyntaxNode node) {
        List<SyntaxNode> alternatives = node.all("alternative");
        Optional<Statement> otherwise = Optional.empty();
        for (SyntaxNode alternative : alternatives.reversed()) {
            otherwise = alternative.is("else_clause")
                    ? block(alternative.child("body"))
                    : Optional.of(branch(alternative, otherwise));
        }
        return branch(node, otherwise);
    }

    private Statement branch(SyntaxNode node, Optional<Statement> otherwise) {
        return new Statement.If(node.span(), part(node, "condition"), body(node, "consequence"), otherwise);
    }

    private Statement forStatement(SyntaxNode node) {
        Expression iterable = part(node, "right");
        Expression target = target(node, "left");
        Optional<Statement> otherwise = otherwise(node);
        return new Statement.ForEach(node.span(), target, "", iterable, false, body(node, "body"), otherwise);
    }

    private Statement whileStatement(SyntaxNode node) {
        return new Statement.While(
                node.span(), part(node, "condition"), body(node, "body"), Optional.empty(), true, otherwise(node));
    }

    private Optional<Statement> otherwise(SyntaxNode node) {
        return node.child("alternative").flatMap(clause -> block(clause.child("body")));
    }

    private Statement tryStatement(SyntaxNode node) {
        List<Statement.Handler> handlers = new ArrayList<>();
        for (SyntaxNode clause : node.parts()) {
            if (clause.is("except_clause", "except_group_clause")) {
                handlers.add(handler(clause));
            }
        }
        return new Statement.Try(
                node.span(),
                body(node, "body"),
                handlers,
                node.first("else_clause").flatMap(clause -> block(clause.child("body"))),
                node.first("finally_clause").flatMap(clause -> block(clause.first("block"))));
    }

    private Statement.Handler handler(SyntaxNode clause) {
        Optional<Expression.Name> name = Optional.empty();
        List<Expression> types = new ArrayList<>();
        for (SyntaxNode part : clause.parts()) {
            if (part.is("as_pattern")) {
                name = part.child("alias").map(alias -> declared(alias.parts().getFirst()));
                types.add(expression(part.parts().getFirst()));
            } else if (!part.is("block")) {
                types.add(expression(part));
            }
        }
        Statement body = clause.first("block").<Statement>map(this::block).orElse(empty(clause.span()));
        return new Statement.Handler(clause.span(), name, types, body);
    }

    private void withStatement(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode item : node.first("with_clause").map(SyntaxNode::parts).orElse(List.of())) {
            item.child("value").ifPresent(value -> into.add(new Statement.Evaluate(value.span(), opened(value))));
        }
        node.child("body").ifPresent(body -> into.addAll(statements(body.parts())));
    }

    private Expression opened(SyntaxNode value) {
        if (!value.is("as_pattern")) {
            return expression(value);
        }
        Expression opened = expression(value.parts().getFirst());
        return value.child("alias")
                .map(alias -> assignment(value.span(), alias.parts().getFirst(), opened))
                .orElse(opened);
    }

    private Statement matchStatement(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode clause : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            if (clause.is("case_clause")) {
                cases.add(caseClause(clause));
            }
        }
        return new Statement.Switch(node.span(), part(node, "subject"), cases);
    }

    private Statement.Case caseClause(SyntaxNode clause) {
        List<SyntaxNode> patterns =
                clause.parts().stream().filter(part -> part.is("case_pattern")).toList();
        if (patterns.size() == 1) {
            patterns = alternatives(patterns.getFirst());
        }
        List<Expression> lowered = new ArrayList<>();
        boolean exact = true;
        for (SyntaxNode pattern : patterns) {
            exact &= pattern.is("string", "concatenated_string", "integer", "float", "true", "false", "none");
            if (!pattern.text().equals("_")) {
                lowered.add(pattern(pattern));
            }
        }
        Optional<Expression> guard = clause.child("guard")
                .flatMap(part -> part.parts().stream().findFirst())
                .map(this::expression);
        return new Statement.Case(clause.span(), lowered, exact, guard, body(clause, "consequence"), false);
    }

    private static List<SyntaxNode> alternatives(SyntaxNode pattern) {
        SyntaxNode inner = pattern.parts().stream().findFirst().orElse(pattern);
        return inner.is("union_pattern") ? inner.parts() : List.of(inner);
    }

    private Expression pattern(SyntaxNode pattern) {
        if (pattern.is("dotted_name") && pattern.parts().size() == 1) {
            return declared(pattern.parts().getFirst());
        }
        return expression(pattern);
    }

    private void decorated(SyntaxNode node, List<Statement> into) {
        List<Expression> decorators = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("decorator")) {
                decorators.addAll(expressions(part.parts()));
            }
        }
        node.child("definition").ifPresent(definition -> {
            if (definition.is("class_definition")) {
                defineClass(definition, decorators, into);
            } else {
                define(definition, decorators, node.span(), into);
            }
        });
    }

    private void define(SyntaxNode node, List<Expression> decorators, Span span, List<Statement> into) {
        node.child("name").ifPresent(name -> declare(name.text()));
        into.add(new Statement.Define(span, function(node, decorators)));
    }

    private Function function(SyntaxNode node, List<Expression> decorators) {
        boolean isStatic = decorators.stream()
                .anyMatch(decorator -> decorator instanceof Expression.Name marker
                        && marker.name().equals("staticmethod"));
        String name = textOf(node, "name");
        PythonYields around = yields;
        yields = new PythonYields(decorators);
        FunctionParts parts = FunctionParts.of(scoped(() -> {
            List<Parameter> parameters = parameters(node.child("parameters"));
            Statement body = body(node, "body");
            yields.name().ifPresent(this::declare);
            return new FunctionParts(parameters, yields.around(body));
        }));
        yields = around;
        return parts.named(node, name.equals("__init__") ? Function.CONSTRUCTOR : name, decorators, isStatic);
    }

    private List<Parameter> parameters(Optional<SyntaxNode> list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list.map(SyntaxNode::parts).orElse(List.of())) {
            if (!node.is("keyword_separator", "positional_separator")) {
                parameters.add(parameter(node));
            }
        }
        return parameters;
    }

    private Parameter parameter(SyntaxNode node) {
        SyntaxNode named = node.child("name").orElse(node);
        if (node.is("typed_parameter")) {
            named = node.parts().getFirst();
        }
        Parameter.Kind kind = named.is("list_splat_pattern")
                ? Parameter.Kind.REST
                : named.is("dictionary_splat_pattern") ? Parameter.Kind.NAMED_REST : Parameter.Kind.SINGLE;
        SyntaxNode name = kind == Parameter.Kind.SINGLE ? named : named.parts().getFirst();
        String type = node.child("type").map(PythonLowering::annotatedType).orElse("");
        List<Expression> annotations =
                node.child("type").map(this::typeArguments).orElse(List.of());
        Optional<Expression> value = node.child("value").map(this::expression);
        return new Parameter(target(name), type, value, annotations, kind);
    }

    /** {@code Annotated[str, Query()]} carries what frameworks want to know about a parameter in its further arguments. */
    private List<Expression> typeArguments(SyntaxNode type) {
        SyntaxNode inner = type.parts().stream().findFirst().orElse(type);
        if (!inner.is("generic_type") || !inner.text().startsWith("Annotated")) {
            return List.of();
        }
        List<SyntaxNode> arguments =
                inner.first("type_parameter").map(SyntaxNode::parts).orElse(List.of());
        return arguments.stream()
                .skip(1)
                .flatMap(argument -> argument.parts().stream())
                .map(this::expression)
                .toList();
    }

    private static String annotatedType(SyntaxNode type) {
        String text = type.text().replace("\"", "").replace("'", "").strip();
        if (text.startsWith("Optional[") || text.startsWith("Annotated[")) {
            text = text.substring(text.indexOf('[') + 1);
        }
        int end = 0;
        while (end < text.length() && (Character.isJavaIdentifierPart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return text.substring(0, end);
    }

    private void defineClass(SyntaxNode node, List<Expression> decorators, List<Statement> into) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        declare(name);
        List<Expression> supertypes = new ArrayList<>();
        for (SyntaxNode part : node.child("superclasses").map(SyntaxNode::parts).orElse(List.of())) {
            if (!part.is("keyword_argument")) {
                supertypes.add(expression(part));
            }
        }
        List<Statement> body = scoped(() ->
                        statements(node.child("body").map(SyntaxNode::parts).orElse(List.of())))
                .result();
        List<SyntaxNode> annotated = annotatedNames(node);
        into.add(new Statement.DefineClass(
                node.span(), classDefinition(node.span(), name, supertypes, decorators, body, annotated)));
    }

    /** Assignments in a class's body that say of which type a field is. */
    private static List<SyntaxNode> annotatedNames(SyntaxNode definition) {
        return definition.child("body").map(SyntaxNode::parts).orElse(List.of()).stream()
                .filter(statement -> statement.is("expression_statement"))
                .flatMap(statement -> statement.parts().stream())
                .filter(part -> part.is("assignment")
                        && part.child("type").isPresent()
                        && part.child("left").map(left -> left.is("identifier")).orElse(false))
                .toList();
    }

    private static ClassDefinition.Field declaredField(SyntaxNode assignment) {
        return new ClassDefinition.Field(
                assignment.span(),
                assignment.child("left").map(SyntaxNode::text).orElse(""),
                assignment.child("type").map(PythonLowering::annotatedType).orElse(""),
                Optional.empty(),
                List.of(),
                false);
    }

    private static ClassDefinition classDefinition(
            Span span,
            String name,
            List<Expression> supertypes,
            List<Expression> decorators,
            List<Statement> body,
            List<SyntaxNode> annotated) {
        List<Function> methods = new ArrayList<>();
        List<ClassDefinition.Field> fields = new ArrayList<>();
        List<ClassDefinition> nested = new ArrayList<>();
        annotated.forEach(assignment -> fields.add(declaredField(assignment)));
        for (Statement statement : body) {
            switch (statement) {
                case Statement.Define define -> methods.add(define.function());
                case Statement.DefineClass inner -> nested.add(inner.definition());
                case Statement.Evaluate evaluate ->
                    classField(evaluate.expression()).ifPresent(fields::add);
                default -> {}
            }
        }
        return new ClassDefinition(span, name, supertypes, methods, fields, nested, decorators, false);
    }

    private static Optional<ClassDefinition.Field> classField(Expression expression) {
        return expression instanceof Expression.Assignment assignment
                        && assignment.target() instanceof Expression.Name name
                ? Optional.of(new ClassDefinition.Field(
                        assignment.span(), name.name(), "", Optional.of(assignment.value()), List.of(), true))
                : Optional.empty();
    }

    private List<Statement.Binding> imports(SyntaxNode node) {
        List<Statement.Binding> bindings = new ArrayList<>();
        for (SyntaxNode imported : node.all("name")) {
            if (imported.is("aliased_import")) {
                bindings.add(binding(imported, ""));
            } else {
                String first = imported.parts().getFirst().text();
                declare(first);
                bindings.add(new Statement.Binding(first, first));
            }
        }
        return bindings;
    }

    private List<Statement.Binding> importsFrom(SyntaxNode node) {
        String module = node.child("module_name").map(SyntaxNode::text).orElse("");
        String prefix = module.endsWith(".") ? module : module + ".";
        if (node.has("wildcard_import")) {
            return List.of(new Statement.Binding("*", module));
        }
        return node.all("name").stream()
                .map(imported -> binding(imported, prefix))
                .toList();
    }

    private Statement.Binding binding(SyntaxNode imported, String prefix) {
        String name = imported.child("name").orElse(imported).text();
        String local = imported.child("alias").map(SyntaxNode::text).orElse(name);
        declare(local);
        return new Statement.Binding(local, prefix + name);
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier" -> name(node);
            case "parenthesized_expression", "type", "case_pattern", "interpolation" -> inner(node);
            case "attribute" ->
                new Expression.Member(
                        node.span(),
                        part(node, "object"),
                        node.child("attribute").map(SyntaxNode::text).orElse(""));
            case "dotted_name" -> dottedName(node);
            case "subscript" -> subscript(node);
            case "call" -> call(node);
            case "assignment" -> assignment(node);
            case "augmented_assignment" -> augmented(node, target(node, "left"), SIGNS);
            case "named_expression" ->
                node.child("name")
                        .map(target -> assignment(node.span(), target, part(node, "value")))
                        .orElse(opaque(node));
            case "string" -> string(node);
            case "concatenated_string" -> new Expression.Interpolation(node.span(), expressions(node.parts()));
            case "integer" -> number(node);
            case "float" -> new Expression.Literal(node.span(), Constant.Unknown.VALUE);
            case "true" -> truth(node, true);
            case "false" -> truth(node, false);
            case "none" -> nothing(node.span());
            case "binary_operator", "boolean_operator" -> binary(node, SIGNS);
            case "not_operator" -> new Expression.Operation(node.span(), Operator.NOT, List.of(part(node, "argument")));
            case "unary_operator" -> unary(node);
            case "comparison_operator" -> comparison(node);
            case "conditional_expression" -> conditional(node);
            case "lambda" -> new Expression.Closure(node.span(), lambda(node));
            case "list", "tuple", "set", "expression_list", "pattern_list", "tuple_pattern", "list_pattern" ->
                new Expression.Sequence(node.span(), expressions(node.parts()));
            case "dictionary" -> dictionary(node);
            case "list_comprehension", "set_comprehension", "generator_expression", "dictionary_comprehension" ->
                comprehension(node);
            case "list_splat", "list_splat_pattern", "dictionary_splat", "dictionary_splat_pattern" ->
                new Expression.Spread(node.span(), inner(node));
            case "await" -> inner(node);
            case "yield" -> yields.yielded(node.span(), inner(node), node.has("from"));
            default -> opaque(node);
        };
    }

    private Expression inner(SyntaxNode node) {
        return node.parts().stream().findFirst().map(this::expression).orElse(nothing(node.span()));
    }

    private Expression dottedName(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        Expression whole = name(parts.getFirst());
        for (SyntaxNode part : parts.subList(1, parts.size())) {
            whole = new Expression.Member(whole.span().to(part.span()), whole, part.text());
        }
        return whole;
    }

    private Expression subscript(SyntaxNode node) {
        Expression container = part(node, "value");
        List<SyntaxNode> keys = node.all("subscript");
        if (keys.size() == 1 && keys.getFirst().is("slice")) {
            return slice(node.span(), container, keys.getFirst());
        }
        Expression key = keys.size() == 1
                ? expression(keys.getFirst())
                : new Expression.Sequence(node.span(), expressions(keys));
        return new Expression.Element(node.span(), container, key);
    }

    private Expression slice(Span span, Expression container, SyntaxNode slice) {
        Expression[] bounds = {nothing(slice.span()), nothing(slice.span())};
        int colons = 0;
        for (SyntaxNode child : slice.children()) {
            if (child.is(":")) {
                colons++;
            } else if (child.isNamed() && colons < bounds.length) {
                bounds[colons] = expression(child);
            }
        }
        return new Expression.Slice(span, container, bounds[0], bounds[1]);
    }

    private Expression call(SyntaxNode node) {
        List<Expression.Argument> arguments = new ArrayList<>();
        node.child("arguments").ifPresent(list -> {
            if (list.is("generator_expression")) {
                arguments.add(Expression.Argument.positional(expression(list)));
            } else {
                list.parts().forEach(argument -> arguments.add(argument(argument)));
            }
        });
        return new Expression.Call(node.span(), part(node, "function"), arguments, false);
    }

    private Expression.Argument argument(SyntaxNode node) {
        return switch (node.type()) {
            case "keyword_argument" ->
                new Expression.Argument(
                        node.child("name").map(SyntaxNode::text).orElse(""), part(node, "value"), false);
            case "list_splat", "dictionary_splat" -> new Expression.Argument("", inner(node), true);
            default -> Expression.Argument.positional(expression(node));
        };
    }

    private Expression assignment(SyntaxNode node) {
        Optional<SyntaxNode> target = node.child("left");
        Optional<SyntaxNode> value = node.child("right");
        if (target.isEmpty() || value.isEmpty()) {
            target.ifPresent(this::target);
            return nothing(node.span());
        }
        return assignment(node.span(), target.get(), expression(value.get()));
    }

    private Expression assignment(Span span, SyntaxNode target, Expression value) {
        return new Expression.Assignment(span, target(target), value);
    }

    private Expression target(SyntaxNode node, String field) {
        return node.child(field).map(this::target).orElse(nothing(node.span()));
    }

    /** An expression that is given a value: its names become names of this function. */
    private Expression target(SyntaxNode node) {
        switch (node.type()) {
            case "identifier" -> declare(node.text());
            case "attribute", "subscript" -> {}
            default -> node.parts().forEach(this::target);
        }
        return expression(node);
    }

    private Expression.Name declared(SyntaxNode node) {
        declare(node.text());
        return name(node);
    }

    private Expression string(SyntaxNode node) {
        String prefix = node.first("string_start").map(SyntaxNode::text).orElse("");
        boolean raw = prefix.toLowerCase(java.util.Locale.ROOT).contains("r");
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("interpolation")) {
                parts.add(part.child("expression").map(this::expression).orElse(opaque(part)));
            } else if (part.is("string_content")) {
                String written = part.text();
                parts.add(text(part.span(), raw ? written : Escapes.decode(written)));
            }
        }
        if (parts.isEmpty()) {
            return text(node.span(), "");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Expression.Literal literal
                ? new Expression.Literal(node.span(), literal.value())
                : new Expression.Interpolation(node.span(), parts);
    }

    private Expression unary(SyntaxNode node) {
        boolean negates = operator(node).equals("-");
        Operator operator = negates ? Operator.NEGATE : Operator.OTHER;
        return new Expression.Operation(node.span(), operator, List.of(part(node, "argument")));
    }

    private Expression comparison(SyntaxNode node) {
        List<SyntaxNode> operands = node.parts();
        List<SyntaxNode> signs = node.all("operators");
        List<Expression> comparisons = new ArrayList<>();
        for (int i = 0; i < Math.min(signs.size(), operands.size() - 1); i++) {
            String sign = String.join(" ", signs.get(i).text().split("\\s+"));
            comparisons.add(new Expression.Operation(
                    operands.get(i).span().to(operands.get(i + 1).span()),
                    SIGNS.getOrDefault(sign, Operator.OTHER),
                    expressions(List.of(operands.get(i), operands.get(i + 1)))));
        }
        return comparisons.size() == 1
                ? comparisons.getFirst()
                : new Expression.Operation(node.span(), Operator.AND, comparisons);
    }

    private Expression conditional(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        if (parts.size() != 3) {
            return opaque(node);
        }
        return new Expression.Choice(
                node.span(), expression(parts.get(1)), expression(parts.get(0)), expression(parts.get(2)));
    }

    private Function lambda(SyntaxNode node) {
        return FunctionParts.of(scoped(() -> {
                    List<Parameter> parameters = parameters(node.child("parameters"));
                    Expression value = part(node, "body");
                    return new FunctionParts(parameters, new Statement.Return(value.span(), Optional.of(value)));
                }))
                .named(node, "", List.of(), false);
    }

    private Expression dictionary(SyntaxNode node) {
        return new Expression.Mapping(
                node.span(), node.parts().stream().map(this::entry).toList());
    }

    private Expression.Entry entry(SyntaxNode node) {
        return node.is("pair")
                ? new Expression.Entry(node.child("key").map(this::expression), part(node, "value"))
                : new Expression.Entry(Optional.empty(), inner(node));
    }

    private Expression comprehension(SyntaxNode node) {
        List<Expression.Clause> clauses = new ArrayList<>();
        List<SyntaxNode> parts = node.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).is("for_in_clause")) {
                List<Expression> conditions = new ArrayList<>();
                for (int k = i + 1; k < parts.size() && parts.get(k).is("if_clause"); k++) {
                    conditions.add(inner(parts.get(k)));
                }
                Expression iterable = part(parts.get(i), "right");
                clauses.add(new Expression.Clause(target(parts.get(i), "left"), iterable, conditions));
            }
        }
        SyntaxNode body = node.child("body").orElse(node);
        Expression element = body.is("pair")
                ? new Expression.Mapping(body.span(), List.of(entry(body)))
                : body.equals(node) ? nothing(node.span()) : expression(body);
        return new Expression.Comprehension(node.span(), clauses, element);
    }

    private static Statement empty(Span span) {
        return new Statement.Block(span, List.of());
    }
}
