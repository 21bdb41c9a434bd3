package watchnext.synthetic;

/**
 * Where events arrive, in order of arrival and not of happening: each event is preceded by the time
 * at which it arrives. <i>Confined: called from one thread.</i>
 */
public interface ArrivalSink extends EventSink {

  /** The next event arrives at this time; never smaller than before. */
  void arrives(long epochSecond);
}
