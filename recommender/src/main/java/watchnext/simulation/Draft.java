package watchnext.simulation;
import watchnext.synthetic.*;
import watchnext.retrieval.PopularityWindow;
final class Draft {
  public static void main(String[] a) {
    World w = World.of(WorldConfig.preset(a[0]), Long.parseLong(a[1]));
    int days = Integer.parseInt(a[2]);
    Past past = Past.of(w, days, s -> {});
    SimulationConfig c = SimulationConfig.of(days, 1);
    ClosedLoop loop = new ClosedLoop(past, c, s -> {});
    java.util.List<Policy> ps = new java.util.ArrayList<>();
    for (int i = 3; i < a.length; i++) ps.add(switch (a[i]) { case "random" -> new RandomPolicy(); case "popularity" -> new PopularityPolicy(PopularityWindow.WEEK); case "oracle" -> new OraclePolicy(w.truth());
      case "als" -> (AlsPolicy) new AlsPolicy(null, watchnext.model.mf.AlsConfig.defaults(), PopularityWindow.WEEK, 1).retrained(past.recording(), past.cut(), s -> {}); default -> throw new IllegalArgumentException(); });
    for (Policy p : ps) {
      long t0 = System.nanoTime();
      Run r = loop.run(p);
      double s = r.total(Measure.SESSIONS);
      System.out.printf("%-12s sess %.0f pages/s %.2f watch/s %.1f ctr %.4f good/s %.2f likes/s %.3f ret %.3f cov %.3f new %.3f  %.1f s%n", p.name(), s, r.total(Measure.PAGES)/s, r.total(Measure.WATCH_SECONDS)/s, r.total(Measure.CLICKS)/r.total(Measure.IMPRESSIONS), r.total(Measure.GOOD_WATCHES)/s, r.total(Measure.LIKES)/s, r.total(Measure.RETURNS)/r.total(Measure.LEAVES), r.coverage(), r.total(Measure.NEW_IMPRESSIONS)/r.total(Measure.IMPRESSIONS), (System.nanoTime()-t0)/1e9);
    }
  }
}
