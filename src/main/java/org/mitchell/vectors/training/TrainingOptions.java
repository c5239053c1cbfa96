package org.mitchell.vectors.training;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How vectors are trained; together with the text this decides every bit of them.
 *
 * @param size how many numbers a vector has
 * @param window so many words on either side at most; shrunk at random for each word
 * @param negative so many words that are not there are drawn for each that is; 0 for none
 * @param hierarchical whether the words are the leaves of a Huffman tree whose inner nodes are
 *     learned, beside or instead of negative sampling
 * @param sample frequent words are left out more often the smaller it is; 0 for never
 * @param epochs how often the text is read
 * @param alpha the learning rate to begin with; it falls linearly
 * @param seed of the random numbers
 * @param lockFree whether threads write into each other's vectors: other bits in every run
 */
public record TrainingOptions(
    Architecture architecture,
    int size,
    int window,
    int negative,
    boolean hierarchical,
    double sample,
    int epochs,
    double alpha,
    long seed,
    boolean lockFree)
    implements Serializable {

  /** So much of the first learning rate is left in the end, at least. */
  private static final double LEAST_ALPHA = 1e-4;

  /** The defaults of the original program. */
  public static TrainingOptions usual(Architecture architecture) {
    return new TrainingOptions(
        architecture, 100, 5, 5, false, 1e-3, 5, architecture.usualAlpha(), 1, false);
  }

  /**
   * The learning rate.
   *
   * @param done how much of the whole training is done, 0 to 1
   */
  float alpha(double done) {
    return (float) (alpha * Math.max(LEAST_ALPHA, 1 - done));
  }

  /** How many matrices of words x size are learned. */
  int matrices() {
    return 1 + (negative > 0 ? 1 : 0) + (hierarchical ? 1 : 0);
  }

  /** By name, for the record. */
  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("model", architecture.label());
    map.put("size", size);
    map.put("window", window);
    map.put("negative", negative);
    map.put("hierarchicalSoftmax", hierarchical);
    map.put("sample", sample);
    map.put("epochs", epochs);
    map.put("alpha", alpha);
    map.put("lockFree", lockFree);
    return map;
  }
}
