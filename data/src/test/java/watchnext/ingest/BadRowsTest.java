package watchnext.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRowsTest {

  private static final String HEADER =
      "time,type,user,video,request,position,propensity,watch_seconds,duration_seconds,stars\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1,rating,u,v1,,,,,,7; column stars: expected stars from 0.5 to 5, was \"7\"",
        "1,rating,u,v1,,,,,,NaN; column stars: expected stars from 0.5 to 5, was \"NaN\"",
        "1,rating,u,v1,,,,,,; column stars: expected stars from 0.5 to 5, was \"\"",
        "1,rating,u,v1,r,,,,,4; column request: expected nothing for a rating, was \"r\"",
        "1,click,u,v1,,,,,,4; column stars: expected nothing for a click, was \"4\"",
        "1,watch,u,v1,,,,-3,,;"
            + " column watch_seconds: expected seconds from 0 to 604800, was \"-3\"",
        "1,watch,u,v1,,,,1e9,,;"
            + " column watch_seconds: expected seconds from 0 to 604800, was \"1e9\"",
        "1,watch,u,v1,,,,,,; column watch_seconds: expected seconds from 0 to 604800, was \"\"",
        "1,impression,u,v1,,-1,,,,;"
            + " column position: expected a position from 0 to 1000000, was \"-1\"",
        "1,impression,u,v1,,0,1.5,,,;"
            + " column propensity: expected a probability from 0 to 1, was \"1.5\"",
        "1,seen,u,v1,,,,,,; column type: expected one of impression, click, watch, like,"
            + " not_interested, rating, was \"seen\"",
        "1,click,u,v9,,,,,,; column video: expected a video of the videos file, was \"v9\"",
        "1,click,,v1,,,,,,; column user: expected an identifier of 1 to 256 characters, was \"\"",
        "1700000000000,click,u,v1,,,,,,; column time: expected seconds since 1970 or"
            + " an instant such as 2024-05-01T12:00:00Z, was \"1700000000000\""
            + " (looks like milliseconds)",
        "45414.25,click,u,v1,,,,,,; column time: expected seconds since 1970 or an instant such as"
            + " 2024-05-01T12:00:00Z, was \"45414.25\""
            + " (looks like an Excel day number, that of 2024-05-02)",
        "yesterday,click,u,v1,,,,,,; column time: expected seconds since 1970 or an"
            + " instant such as 2024-05-01T12:00:00Z, was \"yesterday\"",
        "1,click,u,v1; : expected 10 columns, found 4",
        "1,click,u,v1,,,,,,,; : expected 10 columns, found 11",
      })
  void aBadRowNamesFileLineColumnAndWhatWasExpected(String row, String sentence) {
    String where = sentence.startsWith(":") ? "events.csv, line 3" : "events.csv, line 3, ";
    assertThatThrownBy(
            () -> Texts.events(folder, HEADER + "1,click,u,v1,,,,,,\n" + row + "\n", BadRows.FAIL))
        .isInstanceOf(BadInputException.class)
        .hasMessage(where + sentence);
  }

  @Test
  void skippedRowsAreCountedAndListedAndTheOthersStay() {
    Ingested ingested =
        Texts.events(folder, HEADER + "1,click,u,v1,,,,,,\n,,,\n2,like,u,v2,,,,,,\n", BadRows.SKIP);
    assertThat(ingested.recording().events().size()).isEqualTo(2);
    assertThat(ingested.skipped().total()).isOne();
    assertThat(Texts.sentences(ingested))
        .containsExactly("events.csv, line 3: expected 10 columns, found 4");
  }

  @Test
  void onlyTheFirstHundredBadRowsAreListed() {
    Ingested ingested = Texts.events(folder, HEADER + "x\n".repeat(250), BadRows.SKIP);
    assertThat(ingested.skipped().total()).isEqualTo(250);
    assertThat(ingested.skipped().first()).hasSize(100);
    assertThat(ingested.skipped().first().get(99).line()).isEqualTo(101);
  }

  @Test
  void usersMustBeInTheUsersFileWhenThereIsOne() {
    Texts.write(folder, "users.csv", "id\nu1\nu1\n \n");
    Ingested ingested =
        Texts.events(folder, "time,type,user,video\n1,click,u1,v1\n1,click,u2,v1\n", BadRows.SKIP);
    assertThat(Texts.sentences(ingested))
        .containsExactly(
            "users.csv, line 3, column id: expected an identifier that has not come before,"
                + " was \"u1\"",
            "users.csv, line 4, column id: expected an identifier of 1 to 256 characters,"
                + " was \" \"",
            "events.csv, line 3, column user: expected a user of the users file, was \"u2\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`time,type,user`#line 1: expected a column \"video\"; the columns are …",
        "`time,type,user,video,usr`#line 1: unknown column \"usr\"; the columns are …",
        "`time,type,user,video,user`#line 1: column \"user\" comes twice; the columns are …",
        "`time,type,user,\"video`#line 1: expected a closing quotation mark",
      })
  void aDamagedHeaderFailsUnderEitherPolicy(String header, String sentence) {
    String columns = HEADER.strip().replace(",", ", ") + ", device";
    assertThatThrownBy(() -> Texts.events(folder, header + "\n", BadRows.SKIP))
        .isInstanceOf(BadInputException.class)
        .hasMessage("events.csv, " + sentence.replace("…", columns));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void anEmptyFileIsNamed(String text) {
    assertThatThrownBy(() -> Texts.events(folder, text, BadRows.SKIP))
        .isInstanceOf(BadInputException.class)
        .hasMessage("events.csv: expected a line with column names, the file is empty");
  }

  @Test
  void bytesThatAreNoTextAreFoundInTheirColumn() {
    Texts.write(folder, "events.csv", "time,type,user,video\n");
    byte[] bytes = "id,title\nv1,caf\u00e9\nv2,\"caf\u00e9\"\nv3,x\n".getBytes(ISO_8859_1);
    Texts.write(folder, "videos.csv", bytes);
    Ingested ingested = Texts.csv(folder, BadRows.SKIP);
    assertThat(Texts.sentences(ingested))
        .containsExactly(
            "videos.csv, line 2, column title: expected UTF-8 text, was \"caf\\udc80\"",
            "videos.csv, line 3, column title: expected UTF-8 text, was \"caf\\udc80\"");
    assertThat(ingested.recording().catalog().videos()).hasSize(1);
  }

  @Test
  void aCharacterThatOnlyLooksLikeDamageIsText() {
    // U+10080 ends in the same surrogate that stands for damaged bytes.
    Texts.write(folder, "videos.csv", "id,title\nv1,\uD800\uDC80\n");
    Texts.write(folder, "events.csv", "time,type,user,video\n");
    assertThat(Texts.csv(folder, BadRows.FAIL).recording().catalog().video(0).title())
        .isEqualTo("\uD800\uDC80");
  }

  @Test
  void aHeaderInAnotherEncodingIsNamed() {
    Texts.write(folder, "videos.csv", "id,title\n".getBytes(StandardCharsets.UTF_16));
    Texts.write(folder, "events.csv", "time,type,user,video\n");
    assertThatThrownBy(() -> Texts.csv(folder, BadRows.SKIP))
        .hasMessage("videos.csv, line 1: expected column names in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"u", "u,", "\"u\n\","})
  void aRowOfTenMegabytesIsOneBadRow(String piece) {
    String row = "1,click," + piece.repeat((10 << 20) / piece.length()) + ",v1\n";
    String events = "time,type,user,video\n" + row + "2,click,u,v2\n";
    Ingested ingested = Texts.events(folder, events, BadRows.SKIP);
    assertThat(Texts.sentences(ingested))
        .containsExactly("events.csv, line 2: expected at most 1048576 characters in a row");
    assertThat(ingested.recording().events().size()).isOne();
    assertThat(ingested.recording().events().epochSecond(0)).isEqualTo(2);
  }

  @Test
  void aStrayQuotationMarkCostsItsOwnLineOnly() {
    String good = "2,click,u,v2\n".repeat(200_000);
    Ingested ingested =
        Texts.events(
            folder,
            "time,type,user,video\n1,click,\"u,v1\n" + good + "3,cl\"ick,u,v1\n4,click,u,v1\n",
            BadRows.SKIP);
    assertThat(Texts.sentences(ingested))
        .containsExactly(
            "events.csv, line 2: expected a closing quotation mark",
            "events.csv, line 200003: expected quotation marks only around a cell, and doubled"
                + " inside it");
    assertThat(ingested.recording().events().size()).isEqualTo(200_001);
  }

  @Test
  void quotationMarksThatPairUpAcrossRowsNeverJoinThem() {
    String header = "time,type,user,video\n";
    Ingested bare =
        Texts.events(
            folder, header + "1,click,u\",v1\n2,click,\"u,v1\n3,click,u,v1\n", BadRows.SKIP);
    assertThat(bare.recording().events().size()).isOne();
    assertThat(bare.skipped().total()).isEqualTo(2);
    Ingested shifted =
        Texts.events(
            folder, header + "1,click,\"u,v1\n2,click,u\",v1\n3,click,u,v1\n", BadRows.SKIP);
    // One well-formed row: its user is a text with a line break, as RFC 4180 has it.
    assertThat(shifted.recording().catalog().users().get(0).id()).isEqualTo("u,v1\n2,click,u");
    Ingested after =
        Texts.events(folder, header + "1,click,\"u\"x,v1\n2,click,u,v1\n", BadRows.SKIP);
    assertThat(Texts.sentences(after))
        .containsExactly(
            "events.csv, line 2: expected quotation marks only around a cell, and doubled"
                + " inside it");
  }

  @Test
  void onePercentOfPoisonIsCountedExactlyAndTheRestAccepted() {
    String[] poison = {
      "x,click,u,v1",
      "1,click,u",
      "1,click,u,v1,,",
      "1,click,\"u,v1",
      "1,click,u,\uFFFFv1",
      "1,,u,v1"
    };
    SplittableRandom random = new SplittableRandom(29);
    StringBuilder events = new StringBuilder("time,type,user,video\r\n");
    int bad = 0;
    for (int i = 0; i < 100_000; i++) {
      boolean isBad = random.nextInt(100) == 0;
      bad += isBad ? 1 : 0;
      long time = 1_700_000_000L + i;
      String row = i % 7 == 0 ? time + ",click,\"u\r\n" + i % 50 + "\",v2" : time + ",like,u,v1";
      events.append(isBad ? poison[random.nextInt(poison.length)] : row).append("\r\n");
    }
    Ingested ingested = Texts.events(folder, events.toString(), BadRows.SKIP);
    assertThat(ingested.skipped().total()).isEqualTo(bad).isGreaterThan(900);
    assertThat(ingested.recording().events().size()).isEqualTo(100_000 - bad);
  }
}
