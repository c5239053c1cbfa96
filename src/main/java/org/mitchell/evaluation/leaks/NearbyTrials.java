package org.mitchell.evaluation.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.evaluation.folds.Fold;

/**
 * Which trials are near to those of a word, where words may have exchanged their places in time.
 */
final class NearbyTrials {
  private final TrialPlaces places;
  private final int[] placesOf;
  private final int[] wordAt;

  /**
   * @param placesOf for every word, the number of the word whose places it is given
   */
  NearbyTrials(TrialPlaces places, int[] placesOf) {
    this.places = places;
    this.placesOf = placesOf;
    this.wordAt = new int[placesOf.length];
    for (int w = 0; w < placesOf.length; w++) {
      wordAt[placesOf[w]] = w;
    }
  }

  /**
   * The trials that a tested word's image is guessed from, as word and presentation; one may be
   * there several times.
   *
   * @param tested place of the word among those of the fold
   * @param heldOut words x presentations: whether the fold does not train on it
   */
  List<int[]> of(Nearby kind, Fold fold, int tested, boolean[][] heldOut) {
    int word = fold.tested()[tested];
    int[] presentations =
        fold.leavesWordsOut()
            ? IntStream.range(0, heldOut[word].length).toArray()
            : fold.presentations()[tested];
    var near = new ArrayList<int[]>();
    for (int p : presentations) {
      int[] place = places.placeOf()[placesOf[word]][p];
      switch (kind) {
        case TIME -> addNeighbours(place, word, heldOut, near);
        case RUN -> addRun(place[0], word, heldOut, near);
        case POSITION -> addPosition(place, word, heldOut, near);
      }
    }
    return near;
  }

  private void addNeighbours(int[] place, int word, boolean[][] heldOut, List<int[]> near) {
    int length = places.runs()[place[0]].length;
    for (int step : new int[] {-1, 1}) {
      int at = place[1] + step;
      while (at >= 0 && at < length && !add(place[0], at, word, heldOut, near)) {
        at += step;
      }
    }
  }

  private void addRun(int run, int word, boolean[][] heldOut, List<int[]> near) {
    for (int at = 0; at < places.runs()[run].length; at++) {
      add(run, at, word, heldOut, near);
    }
  }

  private void addPosition(int[] place, int word, boolean[][] heldOut, List<int[]> near) {
    for (int run = 0; run < places.runs().length; run++) {
      if (run != place[0]) {
        int length = places.runs()[run].length;
        boolean found = false;
        for (int away = 0; away < length + place[1] && !found; away++) {
          for (int at : away == 0 ? new int[] {place[1]} : both(place[1], away)) {
            found |= at >= 0 && at < length && add(run, at, word, heldOut, near);
          }
        }
      }
    }
  }

  private static int[] both(int at, int away) {
    return new int[] {at - away, at + away};
  }

  /** Adds the trial at a place, unless it is of the word itself or not trained on. */
  private boolean add(int run, int at, int word, boolean[][] heldOut, List<int[]> near) {
    int[] slot = places.runs()[run][at];
    int there = wordAt[slot[0]];
    if (there == word || heldOut[there][slot[1]]) {
      return false;
    }
    near.add(new int[] {there, slot[1]});
    return true;
  }
}
