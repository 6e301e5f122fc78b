package dev.assistant.runtime.analysis.patterns;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers that C and C++ fix while they are compiled, and how much room what has a name takes. What the file does not say
 * beyond doubt, such as a name that is declared twice with different sizes, is unknown. Not thread-safe.
 */
final class Sizes {
    /** So deep may constants refer to each other. */
    private static final int DEPTH = 12;

    private static final Set<String> ALLOCATORS =
            Set.of("malloc", "calloc", "alloca", "xmalloc", "xcalloc", "g_malloc", "g_malloc0");

    private final SyntaxTree tree;
    private final Budget budget;
    private final Map<String, OptionalLong> macros = new HashMap<>();
    private final Map<Place, Room> rooms = new HashMap<>();
    private boolean readMacros;

    Sizes(SyntaxTree tree, Budget budget) {
        this.tree = tree;
        this.budget = budget;
    }

    /** Where a name means one thing: a function, or the file. */
    private record Place(int scope, String name) {}

    /** How many bytes something takes, and how many elements it has. */
    private record Room(OptionalLong bytes, OptionalLong elements) {
        private static final Room UNKNOWN = new Room(OptionalLong.empty(), OptionalLong.empty());

        static Room of(OptionalLong elements, OptionalLong each) {
            return new Room(times(elements, each), elements);
        }
    }

    /** The bytes that a string literal takes, or the number that an expression is. */
    OptionalLong number(int node) {
        SyntaxNode expression = new SyntaxNode(tree, node);
        return expression.is("string_literal") ? bytesOf(expression) : value(expression, 0);
    }

    /** How many bytes what an expression names has room for. */
    OptionalLong bytes(int node) {
        SyntaxNode expression = new SyntaxNode(tree, node);
        return expression.is("string_literal")
                ? bytesOf(expression)
                : room(expression, 0).bytes();
    }

    /** How many elements what an expression names has. */
    OptionalLong elements(int node) {
        return room(new SyntaxNode(tree, node), 0).elements();
    }

    private OptionalLong value(SyntaxNode expression, int depth) {
        budget.spend();
        if (depth > DEPTH) {
            return OptionalLong.empty();
        }
        return switch (expression.type()) {
            case "number_literal" -> whole(expression.text());
            case "parenthesized_expression" -> only(expression, depth);
            case "binary_expression" -> calculated(expression, depth);
            case "sizeof_expression" -> size(expression, depth);
            case "identifier" -> constant(expression, depth);
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong only(SyntaxNode brackets, int depth) {
        List<SyntaxNode> parts = brackets.parts();
        return parts.size() == 1 ? value(parts.getFirst(), depth + 1) : OptionalLong.empty();
    }

    private static OptionalLong whole(String written) {
        String digits = written.toLowerCase(Locale.ROOT).replace("'", "").replaceAll("[ul]+$", "");
        try {
            return OptionalLong.of(Long.decode(digits));
        } catch (NumberFormatException unusual) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong calculated(SyntaxNode expression, int depth) {
        OptionalLong left = side(expression, "left", depth);
        OptionalLong right = side(expression, "right", depth);
        String sign = expression.child("operator").map(SyntaxNode::text).orElse("");
        if (left.isEmpty() || right.isEmpty() || (sign.equals("/") && right.getAsLong() == 0)) {
            return OptionalLong.empty();
        }
        return switch (sign) {
            case "+" -> OptionalLong.of(left.getAsLong() + right.getAsLong());
            case "-" -> OptionalLong.of(left.getAsLong() - right.getAsLong());
            case "*" -> times(left, right);
            case "/" -> OptionalLong.of(left.getAsLong() / right.getAsLong());
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong side(SyntaxNode expression, String field, int depth) {
        return expression.child(field).map(side -> value(side, depth + 1)).orElse(OptionalLong.empty());
    }

    private static OptionalLong times(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() * other.getAsLong())
                : OptionalLong.empty();
    }

    private OptionalLong size(SyntaxNode sizeOf, int depth) {
        SyntaxNode type = sizeOf.child("type").orElse(null);
        if (type != null) {
            return type.has("abstract_pointer_declarator") ? OptionalLong.of(8) : typeSize(type.text());
        }
        SyntaxNode measured = sizeOf.child("value").orElse(null);
        while (measured != null
                && measured.is("parenthesized_expression")
                && measured.parts().size() == 1) {
            measured = measured.parts().getFirst();
        }
        if (measured == null || isPointer(measured)) {
            return OptionalLong.empty();
        }
        if (measured.is("subscript_expression")) {
            Room whole = measured.child("argument")
                    .map(array -> room(array, depth + 1))
                    .orElse(Room.UNKNOWN);
            return whole.elements().orElse(0) == 0 || whole.bytes().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            whole.bytes().getAsLong() / whole.elements().getAsLong());
        }
        return room(measured, depth + 1).bytes();
    }

    /** Whether the room behind a name is another's, so that {@code sizeof} does not measure it. */
    private boolean isPointer(SyntaxNode name) {
        return name.is("identifier")
                && declarators(scope(name), name.text())
                        .anyMatch(declared -> declared.is("pointer_declarator", "reference_declarator"));
    }

    private OptionalLong constant(SyntaxNode name, int depth) {
        OptionalLong macro = macro(name.text());
        if (macro.isPresent()) {
            return macro;
        }
        List<SyntaxNode> declared = declared(name);
        if (declared.size() != 1) {
            return OptionalLong.empty();
        }
        SyntaxNode made = declared.getFirst().parent().orElseThrow();
        if (!made.is("init_declarator") || isChanged(scope(made), name.text())) {
            return OptionalLong.empty();
        }
        return side(made, "value", depth);
    }

    private OptionalLong macro(String name) {
        if (!readMacros) {
            readMacros = true;
            Set<String> seen = new HashSet<>();
            below(0, node -> node.is("preproc_def")).forEach(definition -> {
                String defined = definition.child("name").map(SyntaxNode::text).orElse("");
                String written = definition
                        .child("value")
                        .map(SyntaxNode::text)
                        .orElse("")
                        .replaceAll("/[*/].*", "")
                        .strip();
                OptionalLong value = whole(written.replaceAll("^\\((.*)\\)$", "$1"));
                macros.put(defined, seen.add(defined) ? value : OptionalLong.empty());
            });
        }
        return macros.getOrDefault(name, OptionalLong.empty());
    }

    private Room room(SyntaxNode expression, int depth) {
        budget.spend();
        if (depth > DEPTH) {
            return Room.UNKNOWN;
        }
        return switch (expression.type()) {
            case "identifier" -> named(expression, depth);
            case "field_expression" ->
                expression
                        .child("field")
                        .map(field -> field(field.text(), depth))
                        .orElse(Room.UNKNOWN);
            default -> Room.UNKNOWN;
        };
    }

    private Room named(SyntaxNode name, int depth) {
        List<SyntaxNode> declared = declared(name);
        if (declared.isEmpty()) {
            return Room.UNKNOWN;
        }
        Place place = new Place(scope(declared.getFirst()), name.text());
        Room known = rooms.get(place);
        if (known == null) {
            known = same(declared.stream()
                    .map(one -> declared(one, depth))
                    .distinct()
                    .toList());
            rooms.put(place, known);
        }
        return known;
    }

    private Room field(String name, int depth) {
        Place place = new Place(SyntaxTree.NONE, name);
        Room known = rooms.get(place);
        if (known == null) {
            known = same(
                    below(0, node -> node.is("field_identifier") && node.text().equals(name))
                            .filter(node -> node.field().equals("declarator"))
                            .map(node -> declared(node, depth))
                            .distinct()
                            .toList());
            rooms.put(place, known);
        }
        return known;
    }

    private static Room same(List<Room> rooms) {
        return rooms.size() == 1 ? rooms.getFirst() : Room.UNKNOWN;
    }

    /** Where a name that is used was declared: in its function, otherwise in the file. */
    private List<SyntaxNode> declared(SyntaxNode use) {
        int scope = scope(use);
        List<SyntaxNode> own = declarators(scope, use.text()).toList();
        return own.isEmpty() && scope != 0
                ? declarators(0, use.text())
                        .filter(declarator -> scope(declarator) == 0)
                        .toList()
                : own;
    }

    private Stream<SyntaxNode> declarators(int scope, String name) {
        return below(scope, node -> node.is("identifier") && node.text().equals(name))
                .filter(node -> node.field().equals("declarator"));
    }

    /** The room that a declarator's name has; the array or pointer that it is stands around it. */
    private Room declared(SyntaxNode name, int depth) {
        SyntaxNode around = name.parent().orElse(null);
        if (around == null || around.parent().isEmpty()) {
            return Room.UNKNOWN;
        }
        return switch (around.type()) {
            case "array_declarator" -> array(around, depth);
            case "pointer_declarator" -> allocated(around, name, depth);
            default -> Room.UNKNOWN;
        };
    }

    private Room array(SyntaxNode array, int depth) {
        SyntaxNode outer = array.parent().orElseThrow();
        boolean pointers = outer.is("pointer_declarator");
        SyntaxNode next = pointers ? outer.parent().orElseThrow() : outer;
        SyntaxNode holder = next.is("init_declarator") ? next.parent().orElseThrow() : next;
        if (!holder.is("declaration", "field_declaration")) {
            return Room.UNKNOWN;
        }
        OptionalLong each = pointers
                ? OptionalLong.of(8)
                : holder.child("type").map(type -> typeSize(type.text())).orElse(OptionalLong.empty());
        OptionalLong elements = array.child("size").isPresent()
                ? side(array, "size", depth)
                : next.child("value").map(Sizes::given).orElse(OptionalLong.empty());
        return Room.of(elements, each);
    }

    /** How many elements an initialiser gives to an array whose size is left out. */
    private static OptionalLong given(SyntaxNode value) {
        return switch (value.type()) {
            case "string_literal" -> bytesOf(value);
            case "initializer_list" ->
                value.has("initializer_pair", "ERROR")
                        ? OptionalLong.empty()
                        : OptionalLong.of(value.parts().size());
            default -> OptionalLong.empty();
        };
    }

    /** What a pointer that is set once, where it is declared or later, was given from the heap. */
    private Room allocated(SyntaxNode pointer, SyntaxNode name, int depth) {
        SyntaxNode next = pointer.parent().orElseThrow();
        SyntaxNode holder = next.is("init_declarator") ? next.parent().orElseThrow() : next;
        if (!holder.is("declaration") || scope(holder) == 0) {
            return Room.UNKNOWN;
        }
        List<SyntaxNode> values = Stream.concat(
                        next.is("init_declarator") ? next.child("value").stream() : Stream.of(),
                        below(scope(holder), node -> node.is("assignment_expression"))
                                .filter(assignment -> isTo(assignment, name.text()))
                                .flatMap(assignment -> assignment.child("right").stream()))
                .filter(value -> !value.text().matches("NULL|nullptr|0"))
                .toList();
        if (values.size() != 1 || isMoved(scope(holder), name.text())) {
            return Room.UNKNOWN;
        }
        OptionalLong each =
                holder.child("type").map(type -> typeSize(type.text())).orElse(OptionalLong.empty());
        OptionalLong bytes = reserved(values.getFirst(), each, depth);
        return bytes.isEmpty() || each.isEmpty()
                ? new Room(bytes, OptionalLong.empty())
                : new Room(bytes, OptionalLong.of(bytes.getAsLong() / each.getAsLong()));
    }

    private OptionalLong reserved(SyntaxNode value, OptionalLong each, int depth) {
        if (value.is("cast_expression")) {
            return value.child("value")
                    .map(inner -> reserved(inner, each, depth + 1))
                    .orElse(OptionalLong.empty());
        }
        if (value.is("new_expression")) {
            return value.first("new_declarator")
                    .flatMap(declarator -> declarator.parts().stream().findFirst())
                    .map(length -> times(value(length, depth + 1), each))
                    .orElse(OptionalLong.empty());
        }
        String function = value.child("function").map(SyntaxNode::text).orElse("");
        if (!ALLOCATORS.contains(function)) {
            return OptionalLong.empty();
        }
        OptionalLong bytes = OptionalLong.of(1);
        for (SyntaxNode argument : value.child("arguments").orElseThrow().parts()) {
            bytes = times(bytes, value(argument, depth + 1));
        }
        return bytes;
    }

    private boolean isMoved(int scope, String name) {
        return below(scope, node -> node.is("update_expression", "assignment_expression"))
                .anyMatch(node -> node.is("update_expression")
                        ? node.child("argument")
                                .filter(argument -> argument.text().equals(name))
                                .isPresent()
                        : isTo(node, name)
                                && !node.child("operator")
                                        .map(SyntaxNode::text)
                                        .orElse("=")
                                        .equals("="));
    }

    private boolean isChanged(int scope, String name) {
        return isMoved(scope, name)
                || below(scope, node -> node.is("assignment_expression", "pointer_expression"))
                        .anyMatch(node -> node.is("assignment_expression")
                                ? isTo(node, name)
                                : node.text().equals("&" + name));
    }

    private static boolean isTo(SyntaxNode assignment, String name) {
        return assignment.child("left").filter(left -> left.text().equals(name)).isPresent();
    }

    private static OptionalLong bytesOf(SyntaxNode literal) {
        String content = TreeComparison.content(literal.text());
        return OptionalLong.of(
                1L + content.replaceAll("\\\\(x[0-9a-fA-F]+|[0-7]{1,3}|.)", "x").length());
    }

    private static OptionalLong typeSize(String type) {
        return switch (type.replaceAll("\\b(const|volatile|static|std::)\\b\\s*", "")
                .strip()) {
            case "char", "signed char", "unsigned char", "uint8_t", "int8_t", "bool", "_Bool", "u8", "BYTE", "byte" ->
                OptionalLong.of(1);
            case "short", "unsigned short", "short int", "uint16_t", "int16_t", "u16" -> OptionalLong.of(2);
            case "int", "unsigned", "unsigned int", "uint32_t", "int32_t", "float", "u32", "wchar_t" ->
                OptionalLong.of(4);
            case "long long", "unsigned long long", "uint64_t", "int64_t", "double", "u64" -> OptionalLong.of(8);
            case "long", "unsigned long", "size_t", "ssize_t", "intptr_t", "uintptr_t" -> OptionalLong.of(8);
            default -> OptionalLong.empty();
        };
    }

    /** The function that a node is in; 0 for none. */
    private int scope(SyntaxNode node) {
        for (int at = tree.parent(node.index()); at != SyntaxTree.NONE; at = tree.parent(at)) {
            if (Kinds.isFunction(tree.type(at))) {
                return at;
            }
        }
        return 0;
    }

    private Stream<SyntaxNode> below(int node, Predicate<SyntaxNode> test) {
        return IntStream.range(node + 1, end(node))
                .peek(at -> budget.spend())
                .mapToObj(tree::node)
                .filter(SyntaxNode::isNamed)
                .filter(test);
    }

    private int end(int node) {
        for (int at = node; at != SyntaxTree.NONE; at = tree.parent(at)) {
            if (tree.nextSibling(at) != SyntaxTree.NONE) {
                return tree.nextSibling(at);
            }
        }
        return tree.size();
    }
}
