package watchnext.feature.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a title as a search engine would index them, so that "Stories" and "the story", or
 * "Café" and "cafe", meet in one bucket: cut at Unicode word boundaries (UAX 29), in lower case,
 * without accents, and, where the language is known and has an analyzer here, without its stop
 * words and reduced to stems.
 *
 * <p>A title in an unknown language keeps all its words; so does one of stop words alone ("It").
 * <i>Thread-safe: Lucene's analyzers keep their buffers by thread.</i>
 */
final class TitleWords {

  private static final String FIELD = "title";

  private final Analyzer plain = new StandardAnalyzer(CharArraySet.EMPTY_SET);
  private final Map<String, Analyzer> byLanguage;

  TitleWords() {
    Analyzer bigrams = new CJKAnalyzer();
    byLanguage =
        Map.ofEntries(
            Map.entry("de", new GermanAnalyzer()),
            Map.entry("en", new EnglishAnalyzer()),
            Map.entry("es", new SpanishAnalyzer()),
            Map.entry("fr", new FrenchAnalyzer()),
            Map.entry("hi", new HindiAnalyzer()),
            Map.entry("it", new ItalianAnalyzer()),
            Map.entry("ja", bigrams),
            Map.entry("ko", bigrams),
            Map.entry("pt", new PortugueseAnalyzer()),
            Map.entry("ru", new RussianAnalyzer()),
            Map.entry("zh", bigrams));
  }

  /**
   * The first {@code most} words of {@code title}.
   *
   * @param language two-letter code, or empty when unknown
   */
  List<String> of(String title, String language, int most) {
    List<String> words = cut(title, byLanguage.getOrDefault(language, plain), most);
    return words.isEmpty() ? cut(title, plain, most) : words;
  }

  private static List<String> cut(String title, Analyzer analyzer, int most) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(FIELD, title)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (words.size() < most && stream.incrementToken()) {
        words.add(folded(term));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return words;
  }

  /** Accents removed; one letter may become as many as four ("㋏" is "LTD"). */
  private static String folded(CharTermAttribute term) {
    char[] ascii = new char[4 * term.length()];
    int length = ASCIIFoldingFilter.foldToASCII(term.buffer(), 0, ascii, 0, term.length());
    return new String(ascii, 0, length);
  }
}
