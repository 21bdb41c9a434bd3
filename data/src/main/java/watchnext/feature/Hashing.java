package watchnext.feature;

/** Spreads ordinals over the slots of open addressing tables. <i>Stateless.</i> */
final class Hashing {

  private Hashing() {}

  /**
   * Fibonacci hashing, Knuth, The Art of Computer Programming 3, section 6.4 [knuth1998]:
   * neighbours land far apart, and the high bits, which are the good ones, come down.
   */
  static int spread(int key) {
    int hash = key * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
