package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lowers PHP's calls, arrays, strings and choices. */
final class PhpValues {
    /** What the server itself says of an uploaded file. */
    private static final Set<String> OF_THE_SERVER = Set.of("tmp_name", "size", "error");

    private static final Pattern LOCATION = Pattern.compile("(?i)^location:\\s*");

    private final PhpLowering lowering;
    private final PhpDeclarations declarations;

    PhpValues(PhpLowering lowering, PhpDeclarations declarations) {
        this.lowering = lowering;
        this.declarations = declarations;
    }

    Expression call(SyntaxNode node) {
        SyntaxNode function = node.child("function").orElse(node);
        List<Expression.Argument> arguments = arguments(node);
        String name = function.is("name", "qualified_name") ? PhpLowering.dotted(function) : "";
        List<Expression> given =
                arguments.stream().map(Expression.Argument::value).toList();
        return special(node, name, given)
                .orElseGet(() -> new Expression.Call(node.span(), lowering.expression(function), arguments, false));
    }

    private Optional<Expression> special(SyntaxNode node, String name, List<Expression> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Expression first = given.getFirst();
        return switch (name) {
            case "isset" ->
                given.size() == 1 && first instanceof Expression.Element element
                        ? Optional.of(new Expression.Operation(
                                node.span(), Operator.IN, List.of(element.key(), element.container())))
                        : Optional.of(new Expression.Opaque(node.span(), List.of()));
            case "empty" -> Optional.of(new Expression.Operation(node.span(), Operator.NOT, List.of(first)));
            case "sprintf" ->
                first instanceof Expression.Literal format
                        ? Optional.of(Formats.filled(node.span(), format, given.subList(1, given.size()), "intval"))
                        : Optional.empty();
            case "filter_input" ->
                given.size() < 3
                        ? Optional.empty()
                        : Optional.of(PhpLowering.calling(
                                node,
                                "filter_var",
                                List.of(PhpLowering.calling(node, name, given.subList(0, 2)), given.get(2))));
            case "file_get_contents", "fopen" ->
                first instanceof Expression.Literal literal && literal.value().equals(Constant.of("php://input"))
                        ? Optional.of(new Expression.Name(node.span(), "php_input"))
                        : Optional.empty();
            case "header" ->
                behindLocation(first).map(address -> PhpLowering.calling(node, "header.location", List.of(address)));
            default -> Optional.empty();
        };
    }

    /** The address in a header that sends the browser elsewhere. */
    private static Optional<Expression> behindLocation(Expression header) {
        List<Expression> parts = header instanceof Expression.Operation sum ? sum.operands() : List.of();
        if (header instanceof Expression.Interpolation text) {
            parts = text.parts();
        }
        if (parts.isEmpty()
                || !(parts.getFirst() instanceof Expression.Literal literal)
                || !LOCATION.matcher(literal.value().start()).find()) {
            return Optional.empty();
        }
        List<Expression> rest = new ArrayList<>(parts.subList(1, parts.size()));
        String begun = LOCATION.matcher(literal.value().start()).replaceFirst("");
        rest.addFirst(Lowering.text(literal.span(), begun));
        return Optional.of(new Expression.Interpolation(header.span(), rest));
    }

    Expression method(SyntaxNode node, String object) {
        Optional<SyntaxNode> name = node.child("name");
        Expression callee = new Expression.Member(
                lowering.part(node, object).span().to(Lowering.spanOf(name, node)),
                lowering.part(node, object),
                Lowering.textOf(node, "name"));
        return new Expression.Call(node.span(), callee, arguments(node), false);
    }

    Expression creation(SyntaxNode node) {
        Optional<SyntaxNode> type = node.first("name", "qualified_name", "relative_scope", "variable_name");
        Optional<SyntaxNode> anonymous = node.first("anonymous_class");
        if (anonymous.isPresent()) {
            ClassDefinition made = declarations.classDefinition(
                    anonymous.get(), "anonymous" + node.span().start());
            return new Expression.Call(
                    node.span(), new Expression.ClassExpression(node.span(), made), arguments(anonymous.get()), true);
        }
        Expression callee = type.map(lowering::expression).orElse(Lowering.nothing(node.span()));
        return new Expression.Call(node.span(), callee, arguments(node), true);
    }

    private List<Expression.Argument> arguments(SyntaxNode node) {
        List<Expression.Argument> arguments = new ArrayList<>();
        List<SyntaxNode> given = node.child("arguments")
                .or(() -> node.first("arguments"))
                .map(SyntaxNode::parts)
                .orElse(List.of());
        for (SyntaxNode argument : given) {
            List<SyntaxNode> parts = argument.parts();
            if (argument.is("argument") && !parts.isEmpty()) {
                SyntaxNode value = parts.getLast();
                boolean spread = value.is("variadic_unpacking");
                String name =
                        argument.child("name").map(label -> "$" + label.text()).orElse("");
                arguments.add(new Expression.Argument(
                        name,
                        spread
                                ? lowering.valueOf(value).orElse(Lowering.nothing(value.span()))
                                : lowering.expression(value),
                        spread));
            }
        }
        return arguments;
    }

    /** What is assigned to; an element without a key is a further one. */
    Expression target(SyntaxNode node) {
        SyntaxNode left = node.child("left").orElse(node);
        return left.is("list_literal", "array_creation_expression") ? destructured(left) : lowering.expression(left);
    }

    private Expression destructured(SyntaxNode list) {
        List<Expression> elements = new ArrayList<>();
        List<Expression.Entry> entries = new ArrayList<>();
        Optional<Expression> key = Optional.empty();
        List<SyntaxNode> children = list.children();
        for (int i = 0; i < children.size(); i++) {
            SyntaxNode child = children.get(i);
            if (!child.isNamed() || child.isComment()) {
                continue;
            }
            boolean isKey =
                    i + 1 < children.size() && children.get(i + 1).text().equals("=>");
            Expression lowered = child.is("list_literal") ? destructured(child) : lowering.expression(child);
            if (isKey) {
                key = Optional.of(lowered);
            } else {
                key.ifPresent(named -> entries.add(new Expression.Entry(Optional.of(named), lowered)));
                elements.add(lowered);
                key = Optional.empty();
            }
        }
        return entries.isEmpty()
                ? new Expression.Sequence(list.span(), elements)
                : new Expression.Mapping(list.span(), entries);
    }

    Expression element(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        Expression container = lowering.expression(parts.getFirst());
        if (parts.size() < 2) {
            return new Expression.Element(
                    node.span(), container, new Expression.Literal(node.span(), Constant.Unknown.VALUE));
        }
        SyntaxNode index = parts.get(1);
        Expression key = index.is("name") ? Lowering.text(index.span(), index.text()) : lowering.expression(index);
        boolean known = key instanceof Expression.Literal literal && literal.value() instanceof Constant.Text;
        String written = known ? ((Expression.Literal) key).value().start() : "";
        if (known && container instanceof Expression.Name name && name.name().equals("$_SERVER")) {
            return new Expression.Member(node.span(), container, written);
        }
        if (OF_THE_SERVER.contains(written) && node.text().startsWith("$_FILES")) {
            return new Expression.Opaque(node.span(), List.of());
        }
        return new Expression.Element(node.span(), container, key);
    }

    Expression array(SyntaxNode node) {
        List<SyntaxNode> elements = node.parts();
        boolean keyed = elements.stream().anyMatch(element -> element.parts().size() == 2);
        if (!keyed) {
            return new Expression.Sequence(
                    node.span(), elements.stream().map(this::arrayElement).toList());
        }
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode element : elements) {
            List<SyntaxNode> parts = element.parts();
            if (parts.size() == 2) {
                entries.add(new Expression.Entry(
                        Optional.of(lowering.expression(parts.getFirst())), lowering.expression(parts.getLast())));
            } else if (arrayElement(element) instanceof Expression.Spread spread) {
                entries.add(new Expression.Entry(Optional.empty(), spread.value()));
            } else {
                entries.add(new Expression.Entry(
                        Optional.of(new Expression.Literal(element.span(), Constant.Unknown.VALUE)),
                        lowering.expression(element)));
            }
        }
        return new Expression.Mapping(node.span(), entries);
    }

    private Expression arrayElement(SyntaxNode element) {
        Optional<SyntaxNode> spread = element.first("variadic_unpacking");
        return spread.map(unpacked -> (Expression) new Expression.Spread(
                        element.span(), lowering.valueOf(unpacked).orElse(Lowering.nothing(element.span()))))
                .orElseGet(() -> lowering.expression(element));
    }

    Expression interpolation(SyntaxNode node) {
        List<Expression> parts = new ArrayList<>();
        boolean plain = true;
        StringBuilder text = new StringBuilder();
        for (SyntaxNode part : node.parts()) {
            if (part.is("string_content", "escape_sequence", "heredoc_start", "heredoc_end")) {
                String written = part.is("escape_sequence") ? Escapes.decode(part.text()) : part.text();
                text.append(written);
                parts.add(Lowering.text(part.span(), written));
            } else {
                plain = false;
                parts.add(lowering.expression(part));
            }
        }
        return plain ? Lowering.text(node.span(), text.toString()) : new Expression.Interpolation(node.span(), parts);
    }

    Expression choice(SyntaxNode node) {
        Optional<SyntaxNode> then = node.child("body");
        Expression test = lowering.part(node, "condition");
        return then.isEmpty()
                ? new Expression.Operation(node.span(), Operator.OR, List.of(test, lowering.part(node, "alternative")))
                : new Expression.Choice(
                        node.span(), test, lowering.expression(then.get()), lowering.part(node, "alternative"));
    }

    /** Branches one after the other, each with its conditions. */
    Expression match(SyntaxNode node) {
        Expression subject = lowering.part(node, "condition");
        List<SyntaxNode> branches = node.child("body").map(SyntaxNode::parts).orElse(List.of());
        Expression result = branches.stream()
                .filter(branch -> branch.is("match_default_expression"))
                .findFirst()
                .map(branch -> lowering.part(branch, "return_expression"))
                .orElseGet(() -> lowering.throwing(node.child("body").orElse(node)));
        for (SyntaxNode branch : branches.reversed()) {
            if (branch.is("match_conditional_expression")) {
                List<Expression> tests =
                        branch.child("conditional_expressions").map(SyntaxNode::parts).orElse(List.of()).stream()
                                .map(condition -> compared(subject, lowering.expression(condition)))
                                .toList();
                Expression test = tests.size() == 1
                        ? tests.getFirst()
                        : new Expression.Operation(branch.span(), Operator.OR, tests);
                result = new Expression.Choice(branch.span(), test, lowering.part(branch, "return_expression"), result);
            }
        }
        return result;
    }

    private static Expression compared(Expression subject, Expression condition) {
        boolean isTrue =
                subject instanceof Expression.Literal literal && literal.value().equals(Constant.of(true));
        return isTrue
                ? condition
                : new Expression.Operation(condition.span(), Operator.EQUAL, List.of(subject, condition));
    }

    Expression cast(SyntaxNode node) {
        Expression value = lowering.part(node, "value");
        return switch (Lowering.textOf(node, "type").toLowerCase(java.util.Locale.ROOT)) {
            case "int", "integer", "float", "double", "real", "bool", "boolean" -> Formats.converted(value, "intval");
            case "string" -> Formats.converted(value, "strval");
            default -> new Expression.Cast(node.span(), "", value);
        };
    }

    Expression classConstant(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        String name = parts.getLast().text();
        return name.equals("class")
                ? Lowering.text(node.span(), PhpLowering.dotted(parts.getFirst()))
                : new Expression.Member(node.span(), lowering.expression(parts.getFirst()), name);
    }
}
