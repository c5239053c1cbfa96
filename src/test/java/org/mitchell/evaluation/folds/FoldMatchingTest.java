package org.mitchell.evaluation.folds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.RandomResponses;
import org.mitchell.fmri.WordImages;

class FoldMatchingTest {
  private final WordImages images = WordImages.of(RandomResponses.of(4, 6, 1, 12)).withoutMean();

  @Test
  void aWholeBrainIsNotHeldTwice() {
    assertThat(observed(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)[2]).isSameAs(images.row(2));
  }

  @Test
  void someVoxelsAreThoseInTheirOrder() {
    assertThat(observed(7, 3)[2]).containsExactly(images.row(2)[7], images.row(2)[3]);
  }

  @Test
  void asManyVoxelsInAnotherOrderAreNoWholeBrain() {
    assertThat(observed(1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)[2])
        .startsWith(images.row(2)[1], images.row(2)[0]);
  }

  private double[][] observed(int... candidates) {
    var options = EvaluationOptions.PAPER.withVoxels(OptionalInt.empty());
    return new FoldMatching(images, candidates, options).observed();
  }
}
