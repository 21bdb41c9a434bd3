package watchnext.synthetic;

/** A sink of which each kind of event has a method of its own. */
interface SinkByKind extends EventSink {

  @Override
  default void event(WorldEvent e) {
    switch (e.kind()) {
      case IMPRESSION ->
          impression(
              e.epochSecond(), e.user(), e.video(), e.request(), (int) e.first(), e.second());
      case WATCH -> watch(e.epochSecond(), e.user(), e.video(), e.request(), e.first(), e.second());
      case CLICK, LIKE, NOT_INTERESTED, RATING ->
          signal(e.kind(), e.epochSecond(), e.user(), e.video(), e.request());
    }
  }
}
