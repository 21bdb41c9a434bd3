package watchnext.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import watchnext.event.Recording;

/** The paragraph that stands under every table: what was asked, and how often. */
final class ProtocolText {

  private ProtocolText() {}

  static String of(EvaluationProtocol protocol, Recording recording, RequestSelection selection) {
    String newcomers =
        switch (recording.rhythm()) {
          case DAILY -> "from their second active day";
          case BURSTS -> "once they have " + protocol.burstEvents() + " events behind them";
        };
    return String.format(
            Locale.ROOT,
            "Protocol on %s: models are trained on events before %s and stand still; histories and"
                + " counters go on event by event, so that a request at time t knows what happened"
                + " strictly before t. One request per user and active day (UTC) until %s, at the"
                + " user's first event of the day; relevant are the videos that the user had not"
                + " clicked, watched, liked or rated before t, that were uploaded by t, and that"
                + " the user goes on to watch well (rating of at least 4, long watch, or like)"
                + " within %d days. Users who arrive after the cut take part %s. All videos"
                + " compete, none are sampled; equal scores are ordered at random by a seed.",
            recording.name(),
            instant(selection.cut()),
            instant(selection.requestsEnd()),
            protocol.horizonDays(),
            newcomers)
        + counts(protocol, selection);
  }

  private static String counts(EvaluationProtocol protocol, RequestSelection selection) {
    List<EvaluationRequest> requests = selection.requests();
    long users = requests.stream().mapToInt(EvaluationRequest::user).distinct().count();
    long byNew = requests.stream().filter(EvaluationRequest::newUser).count();
    double relevant =
        requests.stream().mapToInt(request -> request.relevant().length).average().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            " %d requests of %d users (%d by users new since the cut), %.1f relevant videos each on"
                + " average; left out: %d requests without a relevant video, %d good watches of"
                + " videos uploaded after the request.",
            requests.size(),
            users,
            byNew,
            relevant,
            selection.withoutRelevant(),
            selection.notYetUploaded()));
    if (selection.cutShort() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              " The log ends within %d days of %d of the requests; their answers may be"
                  + " incomplete, for all rows alike.",
              protocol.horizonDays(),
              selection.cutShort()));
    }
    if (selection.usersNotDrawn() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              " To stay within %d requests, %d more users were left out by lot.",
              protocol.maxRequests(),
              selection.usersNotDrawn()));
    }
    return text.toString();
  }

  private static String instant(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).toString();
  }
}
