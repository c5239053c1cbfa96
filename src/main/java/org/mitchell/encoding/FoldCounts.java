package org.mitchell.encoding;

/** In how many folds each word is left out. */
final class FoldCounts {
  private FoldCounts() {}

  static int[] of(int[][] leftOut, int words) {
    var counts = new int[words];
    for (int[] fold : leftOut) {
      for (int word : fold) {
        counts[word]++;
      }
    }
    return counts;
  }
}
