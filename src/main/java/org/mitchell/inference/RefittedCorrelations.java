package org.mitchell.inference;

import java.util.List;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.HeldOutImages;
import org.mitchell.evaluation.HeldOutWords;
import org.mitchell.jobs.Workers;

/**
 * A correlation map whose models choose their penalty, and what it is when the words exchange their
 * features: penalties are chosen anew for every relabelling.
 *
 * @param analysis whose words are relabelled
 * @param heldOut which words are held out together
 * @param exchanges for each word the number of the word whose features it is given
 * @param observed the map itself
 */
record RefittedCorrelations(
    EncodingAnalysis analysis, HeldOutWords heldOut, List<int[]> exchanges, double[] observed)
    implements RefittedNulls {
  @Override
  public double[] map(int[] exchange, Workers workers) {
    return HeldOutImages.of(analysis.relabelled(exchange), heldOut, workers).correlation(workers);
  }
}
