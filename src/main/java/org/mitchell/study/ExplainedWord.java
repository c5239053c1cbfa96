package org.mitchell.study;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingModel;

/**
 * What a word's largest features contribute to its image, and what all of them give: the image of a
 * word is the sum of its features' values times their signatures.
 */
public final class ExplainedWord {
  private final EncodingModel model;
  private final double[] scaled;
  private final List<Integer> largest;
  private final Map<Integer, float[]> images = new HashMap<>();
  private final float[] predicted;

  private ExplainedWord(EncodingModel model, double[] raw, int top) {
    this.model = model;
    this.scaled = model.scaling().apply(raw);
    this.largest =
        IntStream.range(0, scaled.length)
            .boxed()
            .filter(f -> scaled[f] != 0)
            .sorted(Comparator.comparingDouble((Integer f) -> -Math.abs(scaled[f])))
            .limit(top)
            .toList();
    this.predicted =
        model
            .predict(
                new double[][] {raw},
                (f, signature) -> {
                  if (largest.contains(f)) {
                    images.put(f, times(scaled[f], signature));
                  }
                })[0];
  }

  /**
   * @param raw the word's unscaled features
   * @param top how many features are shown at most; those that are zero give nothing
   */
  public static ExplainedWord of(EncodingModel model, double[] raw, int top) {
    return new ExplainedWord(model, raw, top);
  }

  /** A feature's part of the image: its value times its signature. */
  public record Contribution(String feature, double value, float[] image) {}

  /** Of the features that are shown, the largest first. */
  public List<Contribution> contributions() {
    return largest.stream()
        .map(f -> new Contribution(model.featureNames().get(f), scaled[f], images.get(f)))
        .toList();
  }

  private static float[] times(double value, float[] signature) {
    var image = new float[signature.length];
    for (int v = 0; v < image.length; v++) {
      image[v] = (float) (value * signature[v]);
    }
    return image;
  }

  /** The image that all features together give. */
  public float[] predicted() {
    return predicted;
  }

  /** The scaled values of all features, in the model's order. */
  public double[] scaled() {
    return scaled.clone();
  }

  /** The values of the features that are shown, by name. */
  public Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    largest.forEach(f -> values.put(model.featureNames().get(f), scaled[f]));
    return values;
  }
}
