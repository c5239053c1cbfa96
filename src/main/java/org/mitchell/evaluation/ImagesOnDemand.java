package org.mitchell.evaluation;

import java.lang.ref.WeakReference;
import java.util.OptionalDouble;
import org.mitchell.fmri.PresentationMeans;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;

/**
 * The word images of responses, made when they are asked for and kept while anybody holds them:
 * they are twice as large as the responses of one presentation, and a cross-validation works on
 * images of its own.
 */
final class ImagesOnDemand {
  private final Responses responses;
  private volatile WeakReference<WordImages> made = new WeakReference<>(null);
  private volatile OptionalDouble longest = OptionalDouble.empty();

  ImagesOnDemand(Responses responses) {
    this.responses = responses;
  }

  /** The same values whenever it is called. */
  WordImages get() {
    WordImages images = made.get();
    if (images == null) {
      images = WordImages.of(responses);
      made = new WeakReference<>(images);
    }
    return images;
  }

  /** The length of the longest image without the mean over words. */
  double longest() {
    if (longest.isEmpty()) {
      longest = OptionalDouble.of(new PresentationMeans(responses).withoutMean().longest());
    }
    return longest.getAsDouble();
  }
}
