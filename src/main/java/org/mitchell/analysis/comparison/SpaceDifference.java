package org.mitchell.analysis.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.nulls.Holm;

/**
 * Two feature spaces on the same participants and words.
 *
 * @param a the name of the one
 * @param b of the other
 * @param planned whether it is what the comparison was made for: at least one of the two is no
 *     baseline. Two baselines are shown beside each other and cost the others nothing
 * @param difference mean accuracy of a less that of b
 * @param words the difference's interval over other words, from the same subsamples of both;
 *     nothing without subsamples
 * @param participants the difference over other participants
 * @param p the larger of the two-sided p-values over words and over participants, as far as there
 *     are both: small only where a difference would be found again with other words and with other
 *     participants. NaN where there is neither
 * @param corrected p, corrected for the number of planned comparisons (Holm 1979); NaN for others
 */
public record SpaceDifference(
    String a,
    String b,
    boolean planned,
    double difference,
    Optional<SubsampleInterval> words,
    ParticipantsTest participants,
    double p,
    double corrected) {

  /** The same differences with p corrected for the number of those that are planned. */
  public static List<SpaceDifference> corrected(List<SpaceDifference> uncorrected) {
    double[] corrected =
        Holm.corrected(
            uncorrected.stream().mapToDouble(d -> d.planned ? d.p : Double.NaN).toArray());
    return IntStream.range(0, corrected.length)
        .mapToObj(i -> uncorrected.get(i).withCorrected(corrected[i]))
        .toList();
  }

  private SpaceDifference withCorrected(double value) {
    return new SpaceDifference(a, b, planned, difference, words, participants, p, value);
  }
}
