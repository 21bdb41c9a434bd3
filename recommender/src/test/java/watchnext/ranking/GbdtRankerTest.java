package watchnext.ranking;

class GbdtRankerTest implements RankerContract {

  @Override
  public Ranker ranker() {
    return new GbdtRanker(TrainedRankers.TREES);
  }

  @Override
  public int width() {
    return TrainedRankers.WIDTH;
  }
}
