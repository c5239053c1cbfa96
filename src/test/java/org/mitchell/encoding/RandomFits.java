package org.mitchell.encoding;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/** Fits of a participant whose features and images are noise, always the same. */
public final class RandomFits {
  private static final int SEED = 6;

  private RandomFits() {}

  /**
   * @param compared the voxels that penalties are chosen by
   */
  public static FittedModel of(
      int words,
      int features,
      int voxels,
      EncodingOptions options,
      int[] compared,
      Workers workers) {
    var random = new Random(SEED);
    var vectors = new double[words][features];
    var trials = new float[words][1][voxels];
    for (int w = 0; w < words; w++) {
      for (int f = 0; f < features; f++) {
        vectors[w][f] = random.nextGaussian();
      }
      for (int v = 0; v < voxels; v++) {
        trials[w][0][v] = (float) random.nextGaussian();
      }
    }
    List<String> names = IntStream.range(0, words).mapToObj("w%02d"::formatted).toList();
    var responses =
        new Responses(
            "T",
            "SIMULATED",
            names.stream().map(word -> new Stimulus(word, "")).toList(),
            trials,
            Optional.empty(),
            List.of());
    return FittedModel.of(
        names,
        IntStream.range(0, features).mapToObj(f -> "f" + f).toList(),
        vectors,
        WordImages.of(responses),
        options,
        () -> compared,
        workers);
  }
}
