package org.mitchell.analysis.maps;

import java.util.List;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.inference.NullMaps;

/**
 * A correlation map whose models choose their penalty, and what it is when the words exchange their
 * features: penalties are chosen anew for every relabelling.
 *
 * @param responses of the participant
 * @param features unscaled, words x features, words as in the responses
 * @param relabellings for each word the number of the word whose features it is given
 * @param observed the map itself
 */
record RefittedCorrelations(
    Responses responses,
    double[][] features,
    EvaluationOptions options,
    List<int[]> relabellings,
    double[] observed)
    implements NullMaps {
  @Override
  public int voxels() {
    return observed.length;
  }

  @Override
  public int size() {
    return relabellings.size();
  }

  @Override
  public int together() {
    return 2;
  }

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    for (int m = 0; m < maps.length; m++) {
      int[] featuresOf = relabellings.get(first + m);
      var relabelled = new double[features.length][];
      for (int w = 0; w < relabelled.length; w++) {
        relabelled[w] = features[featuresOf[w]];
      }
      double[] map = HeldOut.of(responses, relabelled, options, workers).correlation(workers);
      System.arraycopy(map, 0, maps[m], 0, map.length);
    }
  }
}
