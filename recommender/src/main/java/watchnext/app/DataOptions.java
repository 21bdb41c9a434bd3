package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.assembly.Provenance;
import watchnext.dataset.DataQuality;
import watchnext.event.Recording;
import watchnext.ingest.BadRows;
import watchnext.ingest.CsvFiles;
import watchnext.ingest.Ingested;
import watchnext.ingest.KuaiRand;
import watchnext.ingest.MovieLens;
import watchnext.ingest.SkippedRows;
import watchnext.ingest.UserShare;
import watchnext.study.SignUpChoices;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;

/** Which data a verb works on: the same options for all of them. <i>Confined: one thread.</i> */
public final class DataOptions {

  static final String DEFAULT_WORLD = "small";
  static final String WORLD = "world:";
  private static final String KUAIRAND = "kuairand:";
  private static final String USERS = " --users ";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "KIND:DIR",
      description = {
        "Real data: movielens:DIR (any MovieLens release, unzipped), kuairand:DIR (KuaiRand-Pure,"
            + " 1K or 27K, unpacked) or csv:DIR (your own files, see docs/data-format.md)."
      })
  private @Nullable String data;

  @Option(
      names = "--users",
      paramLabel = "SHARE",
      description = "Share of the users of kuairand:DIR to read, drawn by a hash (default: 1).")
  private @Nullable Double users;

  @Option(
      names = "--world",
      paramLabel = "PRESET",
      description = "The simulated platform instead: tiny, small or large (default: small).")
  private @Nullable String world;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--bad-rows",
      paramLabel = "POLICY",
      defaultValue = "fail",
      description = "What to do with rows that cannot be read: fail or skip (default: fail).")
  private String badRows = "fail";

  long seed() {
    return seed;
  }

  /** Whether the user said which data. */
  boolean isGiven() {
    return data != null || world != null;
  }

  /** Beside a snapshot, which keeps the seed it was made with, a seed can only mean a world's. */
  void refuseSeedWithoutWorld() {
    if (command != null
        && world == null
        && command.commandLine().getParseResult().hasMatchedOption("--seed")) {
      throw wrong(
          "--seed says which --world the data are, give both or neither: a snapshot keeps its own"
              + " seed");
    }
  }

  /**
   * How the data was named, in one form: "world:small", "movielens:/data/ml-25m",
   * "kuairand:/data/KuaiRand-1K --users 0.1".
   */
  String source() {
    if (data != null && world != null) {
      throw wrong("--data and --world exclude each other, give one");
    }
    if (users != null && !String.valueOf(data).startsWith(KUAIRAND)) {
      throw wrong("--users is a share of the users of --data kuairand:DIR, which is missing");
    }
    if (data == null) {
      return WORLD + preset(world == null ? DEFAULT_WORLD : world);
    }
    int colon = data.indexOf(':');
    String kind = colon < 0 ? data : data.substring(0, colon);
    if (!List.of("movielens", "kuairand", "csv").contains(kind)
        || colon == data.length() - 1
        || colon < 0) {
      throw wrong("--data must be movielens:DIR, kuairand:DIR or csv:DIR, was \"" + data + "\"");
    }
    Path folder = Path.of(data.substring(colon + 1)).toAbsolutePath().normalize();
    return kind + ":" + folder + (users == null ? "" : USERS + share(users));
  }

  private double share(double wanted) {
    try {
      return new UserShare(wanted).share();
    } catch (IllegalArgumentException e) {
      throw wrong("--users: " + e.getMessage());
    }
  }

  private String preset(String name) {
    try {
      return WorldConfig.preset(name).name();
    } catch (IllegalArgumentException e) {
      throw wrong("--world: " + e.getMessage());
    }
  }

  /** The options that name the same data again: "--world small --seed 1". */
  public String asOptions() {
    return asOptions(source(), seed);
  }

  /** The options that name {@code source} again. */
  static String asOptions(String source, long seed) {
    boolean isWorld = source.startsWith(WORLD);
    return (isWorld ? "--world " + source.substring(WORLD.length()) : "--data " + source)
        + " --seed "
        + seed;
  }

  /** Reads or simulates the data, with progress on standard error. */
  public Recording load() throws IOException {
    return load(new Terminal());
  }

  /** Reads or simulates the data. */
  Recording load(Terminal terminal) throws IOException {
    return load(source(), seed, badRowsPolicy(), terminal);
  }

  /** Reads or simulates what {@link #source} named, and says what looks wrong in it. */
  static Recording load(String source, long seed, BadRows badRows, Terminal terminal)
      throws IOException {
    Recording recording = recording(source, seed, badRows, terminal);
    DataQuality.findings(recording).forEach(finding -> terminal.accept("warning: " + finding));
    return recording;
  }

  private static Recording recording(String source, long seed, BadRows badRows, Terminal terminal)
      throws IOException {
    String rest = source.substring(source.indexOf(':') + 1);
    if (source.startsWith(WORLD)) {
      return World.of(WorldConfig.preset(rest), seed).record(terminal);
    }
    try (FileProgress progress = new FileProgress(terminal)) {
      Ingested ingested = ingested(source, rest, badRows, progress);
      report(ingested.skipped(), terminal);
      ingested.notes().forEach(terminal);
      return ingested.recording();
    }
  }

  private static Ingested ingested(
      String source, String rest, BadRows badRows, FileProgress progress) throws IOException {
    if (source.startsWith(KUAIRAND)) {
      int users = rest.lastIndexOf(USERS);
      Path folder = Path.of(users < 0 ? rest : rest.substring(0, users));
      UserShare share =
          users < 0
              ? UserShare.ALL
              : new UserShare(Double.parseDouble(rest.substring(users + USERS.length())));
      return KuaiRand.read(folder, share, badRows, progress);
    }
    return source.startsWith("movielens:")
        ? MovieLens.read(Path.of(rest), badRows, progress)
        : CsvFiles.read(Path.of(rest), badRows, progress);
  }

  /** What the people of a simulated world answer, or what stands for it where none were asked. */
  static SignUpChoices signUps(Provenance provenance, Recording recording) {
    String source = provenance.dataSource();
    if (!source.startsWith(WORLD)) {
      return SignUpChoices.first(recording.events());
    }
    String preset = source.substring(WORLD.length());
    World world = World.of(WorldConfig.preset(preset), provenance.seed());
    return SignUpChoices.asked(world.onboarding());
  }

  static void report(SkippedRows skipped, Consumer<String> progress) {
    if (skipped.total() > 0) {
      progress.accept("skipped " + skipped.total() + " bad rows:");
      skipped.first().forEach(row -> progress.accept("  " + row.sentence()));
    }
  }

  BadRows badRowsPolicy() {
    return switch (badRows) {
      case "fail" -> BadRows.FAIL;
      case "skip" -> BadRows.SKIP;
      default -> throw wrong("--bad-rows must be fail or skip, was \"" + badRows + "\"");
    };
  }

  private ParameterException wrong(String sentence) {
    if (command == null) {
      throw new IllegalStateException(sentence);
    }
    return new ParameterException(command.commandLine(), sentence);
  }
}
