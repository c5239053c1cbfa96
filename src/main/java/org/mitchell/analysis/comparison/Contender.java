package org.mitchell.analysis.comparison;

import java.util.List;
import org.mitchell.analysis.SharedWords;

/**
 * A feature space that takes part.
 *
 * @param name that tells it from the others
 * @param baseline whether it is there to be beaten
 * @param participants each participant's responses with its vectors, the same participants in the
 *     same order for all, all with the same words
 */
public record Contender(String name, boolean baseline, List<SharedWords> participants) {
  public Contender {
    participants = List.copyOf(participants);
  }
}
