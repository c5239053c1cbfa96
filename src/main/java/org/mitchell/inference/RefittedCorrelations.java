package org.mitchell.inference;

import java.util.List;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.HeldOutImages;
import org.mitchell.evaluation.HeldOutWords;
import org.mitchell.files.SetAside;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * A correlation map whose models choose their penalty, and what it is when the words exchange their
 * features: penalties are chosen anew for every relabelling.
 *
 * @param analysis whose words are relabelled
 * @param heldOut which words are held out together
 * @param relabellings for each word the number of the word whose features it is given
 * @param observed the map itself
 */
record RefittedCorrelations(
    EncodingAnalysis analysis, HeldOutWords heldOut, List<int[]> relabellings, double[] observed)
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
      EncodingAnalysis relabelled = analysis.relabelled(relabellings.get(first + m));
      double[] map = HeldOutImages.of(relabelled, heldOut, workers).correlation(workers);
      System.arraycopy(map, 0, maps[m], 0, map.length);
    }
  }

  /**
   * Draws them all: they are dear, and this takes all that the participant's models are made of.
   */
  @Override
  public NullMaps setAside(SetAside file, Workers workers, Progress progress) {
    return FiledNulls.of(this, file, workers, progress);
  }
}
