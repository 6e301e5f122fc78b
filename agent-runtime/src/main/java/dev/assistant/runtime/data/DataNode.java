package dev.assistant.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a YAML file, read with the type that is expected of it. Anything else is a {@link DataFileException}. */
public final class DataNode {
    private final String file;
    private final Node node;

    private DataNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a file that ships with the product. */
    public static DataNode resource(String path) {
        try (InputStream stream = DataNode.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new DataFileException(path + ": no such file in the product");
            }
            return read(path, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads YAML from text; the file's name is for messages. */
    public static DataNode parse(String file, String yaml) {
        return read(file, new StringReader(yaml));
    }

    private static DataNode read(String file, Reader reader) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new DataFileException(file + ": is empty");
            }
            return new DataNode(file, root);
        } catch (MarkedYAMLException broken) {
            throw new DataFileException(file, broken.getProblemMark(), broken.getProblem());
        }
    }

    /** The failure to throw when this value is wrong. */
    public DataFileException wrong(String problem) {
        return new DataFileException(file, node.getStartMark(), problem);
    }

    /** The value as text: equal for equal data, wherever it stands and whatever comments are around it. */
    public String data() {
        StringWriter text = new StringWriter();
        new Yaml().serialize(node, text);
        return text.toString();
    }

    /** Line of the value in its file, from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("expected a text");
    }

    public boolean truth() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("expected true or false");
        };
    }

    public int whole() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException notWhole) {
            throw wrong("expected a whole number");
        }
    }

    public double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException notNumber) {
            throw wrong("expected a number");
        }
    }

    /** Whether it is written as a whole number, not as a quoted text. */
    public boolean isWhole() {
        return node.getTag().equals(Tag.INT);
    }

    /** Whether it is written as true or false. */
    public boolean isTruth() {
        return node.getTag().equals(Tag.BOOL);
    }

    /** Whether it is written as null. */
    public boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** The values of a list; a single value stands for a list of one. */
    public List<DataNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<DataNode> values = new ArrayList<>();
        for (Node value : sequence.getValue()) {
            values.add(new DataNode(file, value));
        }
        return values;
    }

    public List<String> texts() {
        return list().stream().map(DataNode::text).toList();
    }

    /** The entries of a map in the order of the file. */
    public Map<String, DataNode> map() {
        Map<String, DataNode> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping().getValue()) {
            DataNode key = new DataNode(file, entry.getKeyNode());
            if (entries.put(key.text(), new DataNode(file, entry.getValueNode())) != null) {
                throw key.wrong("'" + key.text() + "' stands here twice");
            }
        }
        return entries;
    }

    private MappingNode mapping() {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw wrong("expected keys and values");
    }

    /** A map in which only these keys may stand. */
    public DataNode allow(Set<String> keys) {
        for (NodeTuple entry : mapping().getValue()) {
            DataNode key = new DataNode(file, entry.getKeyNode());
            if (!keys.contains(key.text())) {
                throw key.wrong("unknown key '" + key.text() + "'; known are "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
        return this;
    }

    /** The value of a key that must be there. */
    public DataNode get(String key) {
        return find(key).orElseThrow(() -> wrong("'" + key + "' is missing"));
    }

    public Optional<DataNode> find(String key) {
        return Optional.ofNullable(map().get(key));
    }

    /** The texts of a key; none when it is not there. */
    public List<String> texts(String key) {
        return find(key).map(DataNode::texts).orElse(List.of());
    }

    /** The values of a key; none when it is not there. */
    public List<DataNode> list(String key) {
        return find(key).map(DataNode::list).orElse(List.of());
    }

    public String text(String key, String otherwise) {
        return find(key).map(DataNode::text).orElse(otherwise);
    }

    public boolean truth(String key, boolean otherwise) {
        return find(key).map(DataNode::truth).orElse(otherwise);
    }
}
