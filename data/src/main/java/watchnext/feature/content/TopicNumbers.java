package watchnext.feature.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;

/**
 * Numbers for the texts of a catalogue, in order of first appearance. <i>Topics</i> are what tastes
 * are about: the tags come first, then the creators; what later videos bring is numbered behind
 * these as it comes, so that a number once given stays. Languages begin at 1; 0 is unknown.
 * <i>Confined: whoever adds videos.</i>
 */
public final class TopicNumbers {

  /** Tags of a video that count, the first ones. */
  public static final int MOST_TAGS = 6;

  private final Map<String, Integer> tags = new HashMap<>();
  private final Map<String, Integer> creators = new HashMap<>();
  private final Map<String, Integer> languages = new HashMap<>();

  /** The topics of {@code catalog}. */
  public TopicNumbers(Catalog catalog) {
    catalog.videos().forEach(video -> tagsOf(video).forEach(this::tag));
    catalog.videos().stream()
        .map(Video::creatorId)
        .filter(creator -> !creator.isEmpty())
        .forEach(this::creator);
  }

  /** The tags of {@code video} that count, each once. */
  public static List<String> tagsOf(Video video) {
    List<String> distinct = video.tags().stream().distinct().toList();
    return distinct.subList(0, Math.min(MOST_TAGS, distinct.size()));
  }

  /** The topic of a tag, given now if it is new. */
  public int tag(String text) {
    return tags.computeIfAbsent(text, any -> topicCount());
  }

  /** The topic of a creator, given now if it is new. */
  public int creator(String id) {
    return creators.computeIfAbsent(id, any -> topicCount());
  }

  /** The number of a language, given now if it is new; 0 for an empty text. */
  public int language(String code) {
    return code.isEmpty() ? 0 : languages.computeIfAbsent(code, any -> languages.size() + 1);
  }

  /** Number of tags. */
  public int tagCount() {
    return tags.size();
  }

  /** Number of topics: tags and creators. */
  public int topicCount() {
    return tags.size() + creators.size();
  }
}
