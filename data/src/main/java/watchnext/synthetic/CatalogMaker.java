package watchnext.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.synthetic.truth.HiddenUsers;
import watchnext.synthetic.truth.HiddenVideos;
import watchnext.synthetic.truth.Luck;
import watchnext.synthetic.truth.TopicTree;
import watchnext.synthetic.truth.Truth;

/**
 * Writes down what a platform sees of the hidden truth: titles and tags that say part of the topic,
 * sometimes the wrong one, and nothing of mood, quality or taste. <i>Stateless.</i>
 */
final class CatalogMaker {

  static final List<String> LANGUAGES = List.of("en", "es", "hi", "pt", "fr");

  private static final String[][] COUNTRIES = {
    {"US", "GB", "CA", "AU"}, {"MX", "ES", "AR", "CO"}, {"IN"}, {"BR", "PT"}, {"FR", "BE"}
  };
  private static final String[] AGES = {"13-17", "18-24", "25-34", "35-44", "45-54", "55+"};
  private static final double[] AGE_WEIGHTS = {0.1, 0.28, 0.27, 0.17, 0.1, 0.08};
  private static final double AGE_MISSING = 0.3;
  private static final String[] OPENERS = {
    "Best",
    "My",
    "The",
    "How to",
    "First",
    "Real",
    "Top 5",
    "Why",
    "One",
    "A day of",
    "Learn",
    "Watch this",
    "Easy",
    "Secret",
    "Honest",
    "Little"
  };
  private static final String[] CLOSERS = {
    "explained",
    "today",
    "challenge",
    "story",
    "part 2",
    "at home",
    "in 60 seconds",
    "again",
    "for beginners",
    "vlog",
    "tips",
    "2024"
  };
  private static final double[] TAG_COUNT_WEIGHTS = {0.03, 0.73, 0.23, 0.01};

  private CatalogMaker() {}

  static Catalog make(Truth truth) {
    return new Catalog(users(truth), videos(truth));
  }

  private static List<User> users(Truth truth) {
    HiddenUsers hidden = truth.users();
    List<User> users = new ArrayList<>(hidden.size());
    for (int u = 0; u < hidden.size(); u++) {
      Luck luck = new Luck(Luck.key(Luck.key(truth.seed(), 41), u));
      int language = hidden.language(u);
      String[] countries = COUNTRIES[language];
      String country = countries[luck.below(countries.length)];
      String age = AGES[luck.weighted(AGE_WEIGHTS)];
      users.add(
          new User(
              id("u", u),
              country,
              LANGUAGES.get(language),
              Audience.DEVICES.get(hidden.device(u)),
              luck.uniform() < AGE_MISSING ? "" : age,
              hidden.signedUpEpochSecond(u)));
    }
    return users;
  }

  private static List<Video> videos(Truth truth) {
    HiddenVideos hidden = truth.videos();
    List<String> creators = new ArrayList<>();
    for (int c = 0; c < truth.extent().creators(); c++) {
      creators.add(id("c", c));
    }
    List<Video> videos = new ArrayList<>(hidden.size());
    for (int v = 0; v < hidden.size(); v++) {
      Luck luck = new Luck(Luck.key(Luck.key(truth.seed(), 42), v));
      videos.add(
          new Video(
              id("v", v),
              title(truth.tree(), hidden.leaf(v), luck),
              creators.get(hidden.creator(v)),
              tags(truth.tree(), hidden, v, luck),
              LANGUAGES.get(hidden.language(v)),
              hidden.durationSeconds(v),
              hidden.uploadedEpochSecond(v)));
    }
    return videos;
  }

  private static String id(String kind, int number) {
    return kind + number;
  }

  /** Two or three words of the leaf, now and then one of another, between everyday words. */
  private static String title(TopicTree tree, int leaf, Luck luck) {
    StringBuilder title = new StringBuilder();
    title.append(luck.uniform() < 0.8 ? OPENERS[luck.below(OPENERS.length)] : "");
    int words = 2 + luck.below(2);
    for (int i = 0; i < words; i++) {
      int about = luck.uniform() < 0.85 ? leaf : luck.below(tree.leaves());
      List<String> choice = tree.words(about);
      title.append(' ').append(choice.get(luck.below(choice.size())));
    }
    if (luck.uniform() < 0.5) {
      title.append(' ').append(CLOSERS[luck.below(CLOSERS.length)]);
    }
    String text = title.toString().strip();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static List<String> tags(TopicTree tree, HiddenVideos hidden, int video, Luck luck) {
    int count = luck.weighted(TAG_COUNT_WEIGHTS);
    List<String> tags = new ArrayList<>(count);
    while (tags.size() < count) {
      String tag = tag(tree, hidden, video, luck);
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return tags;
  }

  /** The leaf, its root, the second leaf, or something that has nothing to do with it. */
  private static String tag(TopicTree tree, HiddenVideos hidden, int video, Luck luck) {
    double which = luck.uniform();
    if (which < 0.62) {
      return tree.leafName(hidden.leaf(video));
    }
    if (which < 0.8) {
      return tree.rootName(tree.root(hidden.leaf(video)));
    }
    if (which < 0.9 && hidden.secondLeaf(video) >= 0) {
      return tree.leafName(hidden.secondLeaf(video));
    }
    return tree.leafName(luck.below(tree.leaves()));
  }
}
