package watchnext.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Lays parsed YAML over a record. Every refusal names the place, the key and the rule.
 * <i>Immutable.</i>
 *
 * @param source how a refusal calls the text: a file, an option, or empty for code
 * @param isCode whether keys that are {@link SetElsewhere} are allowed
 */
record SettingsReader(String source, boolean isCode) {

  /** {@code base} with the keys of {@code node}; {@code path} is the key of the record itself. */
  Record read(Record base, Node node, String path) {
    Map<String, Object> changes = new LinkedHashMap<>();
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (NodeTuple entry : entries(node, path)) {
      Node key = entry.getKeyNode();
      RecordComponent component = component(base, key, path);
      String name = component.getName();
      Object old = Components.get(base, component);
      Object value = value(component.getGenericType(), old, entry.getValueNode(), join(path, name));
      if (changes.put(name, value) != null) {
        throw refused(key, join(path, name) + " must be given once, was given twice");
      }
      nodes.put(name, entry.getValueNode());
    }
    return checked(base, changes, nodes, node, path);
  }

  /** Where the constructor refuses all values together, looks for one that it refuses alone. */
  private Record checked(
      Record base, Map<String, Object> changes, Map<String, Node> nodes, Node whole, String path) {
    try {
      return Components.with(base, changes);
    } catch (IllegalArgumentException together) {
      for (Map.Entry<String, Object> change : changes.entrySet()) {
        String name = change.getKey();
        try {
          Components.with(base, Map.of(name, change.getValue()));
        } catch (IllegalArgumentException alone) {
          throw refused(nodes.getOrDefault(name, whole), rule(join(path, name), alone));
        }
      }
      throw refused(whole, rule(path, together));
    }
  }

  private RecordComponent component(Record base, Node key, String path) {
    String name = text(key);
    List<RecordComponent> allowed = isCode ? Components.of(base) : Components.documented(base);
    for (RecordComponent component : Components.of(base)) {
      if (component.getName().equals(name)) {
        SetElsewhere elsewhere = component.getAnnotation(SetElsewhere.class);
        if (elsewhere != null && !isCode) {
          throw refused(key, join(path, name) + " is no setting: " + elsewhere.value());
        }
        return component;
      }
    }
    List<String> known =
        allowed.stream().map(component -> join(path, component.getName())).toList();
    throw refused(
        key,
        "the key must be one of "
            + Components.nearestFirst(known, join(path, name))
            + ", was "
            + join(path, name));
  }

  private Object value(Type type, Object old, Node node, String path) {
    if (old instanceof Record group) {
      if (!Components.isWrapper(group)) {
        return read(group, node, path);
      }
      RecordComponent only = Components.of(group).get(0);
      Object value = value(only.getGenericType(), Components.get(group, only), node, path);
      try {
        return Components.with(group, Map.of(only.getName(), value));
      } catch (IllegalArgumentException rule) {
        throw refused(node, rule(path, rule));
      }
    }
    if (old instanceof Map<?, ?> map) {
      return map(argument(type, 0), argument(type, 1), map, node, path);
    }
    if (old instanceof List<?>) {
      return list(argument(type, 0), node, path);
    }
    return scalar((Class<?>) type, node, path);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private Map<Object, Object> map(
      Type keyType, Type valueType, Map<?, ?> old, Node node, String path) {
    Map<Object, Object> values = new LinkedHashMap<>(old);
    Map<Object, Object> given = new LinkedHashMap<>();
    for (NodeTuple entry : entries(node, path)) {
      Node key = entry.getKeyNode();
      Object name = scalar((Class<?>) keyType, key, path);
      String below = join(path, text(key));
      Object value = scalar((Class<?>) valueType, entry.getValueNode(), below);
      if (given.put(name, value) != null) {
        throw refused(key, below + " must be given once, was given twice");
      }
    }
    values.putAll(given);
    return values;
  }

  private List<Object> list(Type type, Node node, String path) {
    if (!(node instanceof SequenceNode sequence)) {
      throw illTyped(node, path, "a list such as [128, 64]");
    }
    List<Object> values = new ArrayList<>();
    sequence.getValue().forEach(each -> values.add(scalar((Class<?>) type, each, path)));
    return values;
  }

  private Object scalar(Class<?> type, Node node, String path) {
    if (type.isEnum()) {
      List<String> names = Components.names(type);
      int ordinal = names.indexOf(text(node));
      if (ordinal < 0) {
        throw illTyped(node, path, "one of " + Components.nearestFirst(names, text(node)));
      }
      return type.getEnumConstants()[ordinal];
    }
    if (type == boolean.class) {
      if (!node.getTag().equals(Tag.BOOL)) {
        throw illTyped(node, path, "true or false");
      }
      return Boolean.parseBoolean(text(node));
    }
    return number(type, node, path);
  }

  private Object number(Class<?> type, Node node, String path) {
    boolean isReal = type == double.class;
    boolean isWhole = node.getTag().equals(Tag.INT);
    if (!isWhole && !(isReal && node.getTag().equals(Tag.FLOAT))) {
      throw illTyped(node, path, isReal ? "a number" : "a whole number");
    }
    try {
      if (isReal) {
        return real(text(node));
      }
      return type == long.class
          ? (Object) Long.valueOf(text(node))
          : (Object) Integer.valueOf(text(node));
    } catch (NumberFormatException e) {
      throw illTyped(node, path, "a decimal number that fits the type " + type.getSimpleName());
    }
  }

  private static double real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }

  private List<NodeTuple> entries(Node node, String path) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw illTyped(node, path, "a group of keys");
  }

  private static String text(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> ((ScalarNode) node).getValue();
      case SEQUENCE -> "a list";
      case MAPPING -> "a group of keys";
      case ANCHOR -> "an alias";
    };
  }

  private IllegalArgumentException illTyped(Node node, String path, String expected) {
    String found = text(node);
    boolean isText = node instanceof ScalarNode && node.getTag().equals(Tag.STR);
    String quoted = isText && !found.isEmpty() ? "\"" + found + "\"" : found;
    return refused(
        node,
        (path.isEmpty() ? "the file" : path)
            + " must be "
            + expected
            + ", was "
            + (found.isEmpty() ? "empty" : quoted));
  }

  /** A constructor's sentence, whose subject becomes the whole path. */
  private static String rule(String path, IllegalArgumentException refused) {
    String rule = String.valueOf(refused.getMessage());
    String name = path.substring(path.lastIndexOf('.') + 1);
    String said = rule.startsWith(name + " ") ? rule.substring(name.length()) : ": " + rule;
    return path.isEmpty() ? rule : path + said;
  }

  private IllegalArgumentException refused(Node node, String sentence) {
    String place = source + place(node.getStartMark());
    return new IllegalArgumentException(place.isEmpty() ? sentence : place + ": " + sentence);
  }

  /** The place counted from 1, or nothing where the text is one value. */
  static String place(Optional<Mark> mark) {
    return mark.map(m -> ", line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
        .orElse("");
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
