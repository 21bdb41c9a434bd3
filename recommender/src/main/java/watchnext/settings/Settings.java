package watchnext.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import watchnext.require.Require;

/**
 * Records of settings as YAML 1.2 and back. A key is the name of a component, a group is a record
 * in a record; values are numbers, truth values, enum constants in lower case with hyphens, lists,
 * and maps by enum constant. A record of one component is written as that component.
 *
 * <p>The constructors of the records are the only rules: what they refuse is refused here, with the
 * place in the text. <i>Stateless.</i>
 */
public final class Settings {

  private Settings() {}

  /**
   * {@code base} with the values of a text; keys that the text lacks keep theirs.
   *
   * @param source how a refusal calls the text, such as the name of its file
   * @throws IllegalArgumentException when the text is no YAML, a key is unknown, or a value has the
   *     wrong type or breaks a rule: one sentence with source, line, column and key
   */
  public static <R extends Record> R read(R base, String source, String yaml) {
    SettingsReader reader = new SettingsReader(source, false);
    return compose(source, yaml, true)
        .map(node -> as(base, reader.read(base, node, "")))
        .orElse(base);
  }

  /**
   * {@code base} with single values, as a user sets them, one after the other.
   *
   * @param source how a refusal calls the texts, such as the option they came from
   * @param assignments paths and values, such as {@code twoTower.epochs=4}
   * @throws IllegalArgumentException as {@link #read}, or when a text is no assignment
   */
  public static <R extends Record> R set(R base, String source, List<String> assignments) {
    return assign(base, new SettingsReader(source, false), assignments);
  }

  /**
   * {@code base} with some values, for code: {@code Settings.with(config, "epochs=4", "seed=2")}.
   *
   * @throws IllegalArgumentException when a path does not exist, or a constructor refuses a value
   */
  public static <R extends Record> R with(R base, String... assignments) {
    return assign(base, new SettingsReader("", true), List.of(assignments));
  }

  /**
   * {@code base} with other values of some components, by name.
   *
   * @throws IllegalArgumentException when a component does not exist, or a constructor refuses it
   */
  public static <R extends Record> R with(R base, Map<String, Object> components) {
    List<String> known = Components.of(base).stream().map(RecordComponent::getName).toList();
    for (String name : components.keySet()) {
      Require.that(
          known.contains(name),
          "a component must be one of %s, was %s",
          Components.nearestFirst(known, name),
          name);
    }
    return as(base, Components.with(base, components));
  }

  /** Names of the components in which two records of one kind differ. */
  public static <R extends Record> List<String> differing(R one, R other) {
    return Components.of(one).stream()
        .filter(each -> !Components.get(one, each).equals(Components.get(other, each)))
        .map(RecordComponent::getName)
        .toList();
  }

  private static <R extends Record> R assign(
      R base, SettingsReader reader, List<String> assignments) {
    R changed = base;
    for (String assignment : assignments) {
      changed = as(base, reader.read(changed, parsed(reader.source(), assignment), ""));
    }
    return changed;
  }

  /** The value below a group for each name of its path. */
  private static Node parsed(String source, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          source
              + ": a setting must be a path and a value, such as twoTower.epochs=4, was "
              + assignment);
    }
    Node node =
        compose(source, assignment.substring(equals + 1), false).orElseGet(() -> scalar(""));
    List<String> path = List.of(assignment.substring(0, equals).split("\\.", -1));
    for (int i = path.size() - 1; i >= 0; i--) {
      NodeTuple entry = new NodeTuple(scalar(path.get(i)), node);
      node = new MappingNode(Tag.MAP, List.of(entry), FlowStyle.BLOCK);
    }
    return node;
  }

  private static Node scalar(String text) {
    return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
  }

  @SuppressWarnings("unchecked") // The reader makes a record of the class of its base.
  private static <R extends Record> R as(R base, Record changed) {
    return (R) base.getClass().cast(changed);
  }

  private static Optional<Node> compose(String source, String yaml, boolean hasPlaces) {
    try {
      return new Compose(
              LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(hasPlaces).build())
          .composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      String place = SettingsReader.place(e.getProblemMark());
      throw new IllegalArgumentException(source + place + ": must be YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(source + ": must be YAML: " + e.getMessage(), e);
    }
  }

  /**
   * All settings with meaning, unit and range in comments, in the form that {@link #read} takes.
   */
  public static String print(Record settings) {
    StringBuilder text = new StringBuilder();
    print(settings, "", text);
    return text.toString();
  }

  private static void print(Record settings, String indent, StringBuilder text) {
    for (RecordComponent component : Components.documented(settings)) {
      Object value = Components.get(settings, component);
      text.append(indent).append("# ").append(comment(component)).append('\n');
      text.append(indent).append(component.getName()).append(':');
      if (value instanceof Record group && !Components.isWrapper(group)) {
        text.append('\n');
        print(group, indent + "  ", text);
      } else {
        text.append(text(value, indent + "  ")).append('\n');
      }
    }
  }

  /** As {@code age at which half is left; unit days; range (0, inf)}. */
  private static String comment(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    StringBuilder text = new StringBuilder(setting.meaning());
    if (!setting.unit().isEmpty()) {
      text.append("; unit ").append(setting.unit());
    }
    if (!setting.range().isEmpty()) {
      text.append("; range ").append(setting.range());
    }
    if (component.getType().isEnum()) {
      text.append("; one of ").append(String.join(", ", Components.names(component.getType())));
    }
    if (component.getType() == boolean.class) {
      text.append("; true or false");
    }
    return text.toString();
  }

  private static String text(Object value, String indent) {
    if (value instanceof Record wrapper) {
      return text(Components.get(wrapper, Components.of(wrapper).get(0)), indent);
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> "\n" + indent + scalar(each.getKey()) + ":" + text(each.getValue(), indent))
          .collect(Collectors.joining());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Settings::scalar).collect(Collectors.joining(", ", " [", "]"));
    }
    return " " + scalar(value);
  }

  private static String scalar(Object value) {
    if (value instanceof Enum<?> constant) {
      return Components.name(constant);
    }
    return value.equals(Double.POSITIVE_INFINITY) ? ".inf" : value.toString();
  }
}
