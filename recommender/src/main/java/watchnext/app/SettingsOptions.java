package watchnext.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.assembly.RebuildConfig;
import watchnext.require.Require;
import watchnext.settings.Settings;

/**
 * Settings from a file and from single values, which go before the file's: the same options for all
 * verbs. <i>Confined: one thread.</i>
 */
public final class SettingsOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings in YAML; `watchnext settings` prints all with their defaults.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, such as twoTower.epochs=4; repeatable, goes before --settings.")
  private List<String> values = new ArrayList<>();

  /** The defaults of a seed with all that was given. */
  public RebuildConfig of(long seed) throws IOException {
    return over(RebuildConfig.defaults(seed));
  }

  /**
   * {@code base} with all that was given.
   *
   * @throws IllegalArgumentException when the file has an unknown key or a wrong value
   * @throws ParameterException when a single value is wrong
   */
  public RebuildConfig over(RebuildConfig base) throws IOException {
    RebuildConfig settings = file == null ? base : Settings.read(base, file.toString(), text(file));
    try {
      return Settings.set(settings, "--set", values);
    } catch (IllegalArgumentException e) {
      throw command == null
          ? e
          : new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static String text(Path file) throws IOException {
    Require.that(!Files.isDirectory(file), "--settings must be a file, %s is a folder", file);
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": must be text in UTF-8", e);
    }
  }

  /** As typed, to be added to a command line; empty when nothing was given. */
  public String asOptions() {
    String fromFile = file == null ? "" : " --settings " + file;
    return fromFile + values.stream().map(v -> " --set " + v).collect(Collectors.joining());
  }
}
