package watchnext.synthetic;

import java.util.Arrays;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;

/** Fills an event log. <i>Confined: one thread at a time.</i> */
final class LogSink implements EventSink {

  static final String RANDOM_PAGE = "x";
  static final String PAGE = "r";

  private final EventLogBuilder log;
  private int[] ordinals = new int[1024];
  private int[] devices = new int[1024];

  LogSink(EventLogBuilder log) {
    this.log = log;
  }

  @Override
  public void page(int request, boolean random, String device) {
    if (request >= ordinals.length) {
      ordinals = Arrays.copyOf(ordinals, Math.max(request + 1, ordinals.length * 2));
      devices = Arrays.copyOf(devices, ordinals.length);
    }
    ordinals[request] = log.request((random ? RANDOM_PAGE : PAGE) + request);
    devices[request] = log.device(device);
  }

  @Override
  public void event(WorldEvent event) {
    int request = event.request();
    log.append(
        event.kind(),
        event.epochSecond(),
        event.user(),
        event.video(),
        request < 0 ? -1 : ordinals[request],
        event.first(),
        event.second(),
        event.kind() == EventKind.IMPRESSION && request >= 0 ? devices[request] : 0);
  }
}
