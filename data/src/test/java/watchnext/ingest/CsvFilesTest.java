package watchnext.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.Recording;

class CsvFilesTest {

  @TempDir Path folder;

  @Test
  void everyColumnOfEveryFileIsRead() {
    Texts.write(
        folder,
        "videos.csv",
        """
        id,title,creator,tags,language,duration_seconds,uploaded_at
        v1,"Knots, and how to tie them",ann,craft|rope,en,61.5,2024-05-01T12:00:00Z
        v2,,,,,,
        """);
    Texts.write(
        folder,
        "users.csv",
        "id,country,language,device,age,signed_up_at\nu1,NO,nb,phone,25-34,1700000000\n");
    Texts.write(
        folder,
        "events.csv",
        """
        time,type,user,video,request,position,propensity,watch_seconds,duration_seconds,stars
        1714564900,watch,u1,v1,r1,,,30,60,
        1714564800,impression,u1,v1,r1,3,0.25,,,
        1714564801,click,u1,v1,r1,,,,,
        1714564902,like,u1,v1,r1,,,,,
        2024-05-01T14:01:43+02:00,not_interested,u1,v2,,,,,,
        1714564904,rating,u1,v2,,,,,,4.5
        """);
    Recording recording = Texts.csv(folder, BadRows.FAIL).recording();
    assertThat(recording.catalog().videos())
        .containsExactly(
            new Video(
                "v1",
                "Knots, and how to tie them",
                "ann",
                List.of("craft", "rope"),
                "en",
                61.5,
                1_714_564_800),
            new Video("v2", "", "", List.of(), "", 0, Video.ALWAYS_THERE));
    assertThat(recording.catalog().users())
        .containsExactly(new User("u1", "NO", "nb", "phone", "25-34", 1_700_000_000));
    assertThat(Texts.all(recording.events()))
        .containsExactly(
            new Event.Impression(1_714_564_800, "u1", "v1", "r1", 3, 0.25),
            new Event.Click(1_714_564_801, "u1", "v1", "r1"),
            new Event.Watch(1_714_564_900, "u1", "v1", "r1", 30, 60),
            new Event.Like(1_714_564_902, "u1", "v1", "r1"),
            new Event.NotInterested(1_714_564_903, "u1", "v2", ""),
            new Event.Rating(1_714_564_904, "u1", "v2", 4.5));
    assertThat(recording.name()).isEqualTo(folder.getFileName().toString());
    assertThat(recording.rhythm()).isEqualTo(Recording.Rhythm.DAILY);
    assertThat(recording.licence()).isEmpty();
  }

  @Test
  void columnsMayComeInAnyOrderAndTabsAreAsGoodAsCommas() {
    Texts.write(folder, "videos.tsv", "title\tid\nOne\tv1\n");
    Texts.write(folder, "events.tsv", "video\tstars\tuser\ttype\ttime\nv1\t3\tu9\trating\t7\n");
    Recording recording = Texts.csv(folder, BadRows.FAIL).recording();
    assertThat(Texts.all(recording.events())).containsExactly(new Event.Rating(7, "u9", "v1", 3));
    assertThat(recording.rhythm()).isEqualTo(Recording.Rhythm.BURSTS);
  }

  @Test
  void withoutAUsersFileUsersComeInOrderOfFirstAppearance() {
    Ingested ingested =
        Texts.events(
            folder,
            "time,type,user,video\n5,click,b,v1\n4,click,a,v1\n3,click,b,v2\n",
            BadRows.FAIL);
    assertThat(ingested.recording().catalog().users())
        .containsExactly(User.unknown("b"), User.unknown("a"));
    assertThat(ingested.recording().events().user(0)).isZero();
  }

  @Test
  void aWatchWithoutADurationHasThatOfItsVideoAndAnExplicitZeroIsUnknown() {
    Texts.write(folder, "videos.csv", "id,duration_seconds\nv1,90\n");
    Texts.write(
        folder,
        "events.csv",
        "time,type,user,video,watch_seconds,duration_seconds\n1,watch,u,v1,5,\n2,watch,u,v1,5,0\n");
    var events = Texts.csv(folder, BadRows.FAIL).recording().events();
    assertThat(events.durationSeconds(0)).isEqualTo(90);
    assertThat(events.durationSeconds(1)).isZero();
  }

  @Test
  void anImpressionWithoutAPositionStoodWhereNobodyKnows() {
    var events =
        Texts.events(folder, "time,type,user,video\n1,impression,u,v1\n", BadRows.FAIL)
            .recording()
            .events();
    assertThat(events.position(0)).isEqualTo(Event.Impression.UNKNOWN_POSITION);
    assertThat(events.get(0)).isEqualTo(new Event.Impression(1, "u", "v1", "", -1, 0));
    assertThat(events.propensity(0)).isZero();
  }

  @Test
  void quotedLineBreaksByteOrderMarksAndAllLineEndsAreUnderstood() {
    Texts.write(
        folder,
        "videos.csv",
        "\uFEFFid,title\r\n\"v1\",\"two\r\nlines and \"\"quotes\"\"\"\r\n\r\nv2,plain\r\n");
    Texts.write(folder, "events.csv", "time,type,user,video\r1,click,u,v1\r2,click,u,v2");
    Recording recording = Texts.csv(folder, BadRows.FAIL).recording();
    assertThat(recording.catalog().video(0).title()).isEqualTo("two\r\nlines and \"quotes\"");
    assertThat(recording.catalog().video(1).title()).isEqualTo("plain");
    assertThat(recording.events().size()).isEqualTo(2);
  }

  @Test
  void aTextLongerThanTheBufferIsReadWhole() {
    String title = "é,".repeat(200_000);
    Texts.write(folder, "videos.csv", "id,title\nv1,\"" + title + "\"\nv2,Two\n");
    Texts.write(folder, "events.csv", "time,type,user,video\n1,click,u,v2\n");
    Recording recording = Texts.csv(folder, BadRows.FAIL).recording();
    assertThat(recording.catalog().video(0).title()).isEqualTo(title);
    assertThat(recording.catalog().video(1).title()).isEqualTo("Two");
  }

  @Test
  void theLicenceBesideTheFilesIsKept() {
    Texts.write(folder, "licence.txt", "Only for tests.\n");
    Ingested ingested = Texts.events(folder, "time,type,user,video\n", BadRows.FAIL);
    assertThat(ingested.recording().licence()).isEqualTo("Only for tests.");
    assertThat(ingested.recording().rhythm()).isEqualTo(Recording.Rhythm.DAILY);
  }

  @Test
  void progressTellsRowsAndBytesOfEachFile() throws Exception {
    Texts.events(folder, "time,type,user,video\n1,click,u,v1\n", BadRows.FAIL);
    List<String> heard = new ArrayList<>();
    CsvFiles.read(
        folder,
        BadRows.FAIL,
        (file, rows, bytes, total) -> heard.add(file + " " + rows + " " + bytes + "/" + total));
    assertThat(heard).containsExactly("videos.csv 2 23/23", "events.csv 1 34/34");
  }

  @Test
  void aMissingOrDoubledFileIsNamed() {
    assertThatThrownBy(() -> Texts.csv(folder, BadRows.SKIP))
        .isInstanceOf(BadInputException.class)
        .hasMessage("videos.csv: expected this file or videos.tsv in " + folder);
    Texts.write(folder, "videos.csv", Texts.VIDEOS);
    Texts.write(folder, "videos.tsv", "id\n");
    assertThatThrownBy(() -> Texts.csv(folder, BadRows.SKIP))
        .hasMessage("videos.csv: expected this file or videos.tsv, found both");
  }
}
