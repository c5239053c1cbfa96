package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.RandomResponses.Kind;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;

class ImagesOnDemandTest {
  private static final int[] TWICE = {2, 2, 2, 2, 2};

  @Test
  void imagesAreMadeOnceWhileSomebodyHoldsThem() {
    var images = new ImagesOnDemand(responses());
    WordImages held = images.get();
    System.gc();
    assertThat(images.get()).isSameAs(held);
  }

  @Test
  void imagesThatNobodyHoldsAreLetGoAndMadeAgainWithTheSameValues() {
    var images = new ImagesOnDemand(responses());
    var made = new WeakReference<>(images.get());
    System.gc();
    assertThat(made.get()).isNull();
    assertThat(images.get().rows()).isDeepEqualTo(WordImages.of(responses()).rows());
  }

  private static Responses responses() {
    return RandomResponses.of(3, TWICE, 40, Kind.NOISE, Kind.LARGE_MEAN);
  }
}
