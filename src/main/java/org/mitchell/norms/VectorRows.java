package org.mitchell.norms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mitchell.encoding.Scale;
import org.mitchell.files.InputException;
import org.mitchell.vectors.WordVectors;
import org.mitchell.words.WordMatch;

/** The vectors of words as a regression takes them; each row is made once. */
public final class VectorRows {
  private final WordVectors vectors;
  private final Scale scale;
  private final Map<Integer, double[]> rows = new HashMap<>();

  /**
   * @param scale {@link Scale#UNIT} has every vector of length 1; the others leave it as it is,
   *     since z-scores are of the training words
   */
  public VectorRows(WordVectors vectors, Scale scale) {
    this.vectors = vectors;
    this.scale = scale;
  }

  public WordVectors vectors() {
    return vectors;
  }

  /** The word of the vocabulary; nothing where there is none, or several are as close. */
  public Optional<WordMatch> find(String word) {
    try {
      return vectors.find(word);
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  /** The vector at a place of the vocabulary. Not to be changed. */
  public double[] row(int place) {
    return rows.computeIfAbsent(place, this::make);
  }

  /** As {@link #row}, of a word that is asked for once: nothing of it is kept. */
  double[] make(int place) {
    var row = new double[vectors.size()];
    double squares = 0;
    for (int d = 0; d < row.length; d++) {
      row[d] = vectors.value(place, d);
      squares += row[d] * row[d];
    }
    double length = Math.sqrt(squares);
    for (int d = 0; scale == Scale.UNIT && length > 0 && d < row.length; d++) {
      row[d] /= length;
    }
    return row;
  }
}
