package org.mitchell.fmri;

import java.nio.file.Path;
import org.mitchell.files.InputException;
import org.mitchell.matlab.MatValue;
import org.mitchell.matlab.MatValue.Cell;
import org.mitchell.matlab.MatValue.Numbers;
import org.mitchell.matlab.MatValue.Numeric;
import org.mitchell.text.Counted;

/** The trials of {@code data}: a cell array of images, or a matrix of trials x voxels. */
final class CmuTrials {
  private static final String NAME = "data";

  private final CmuVariable data;
  private final int count;
  private final int across;
  private final Images images;

  /** The image of a trial, in double precision. */
  private interface Images {
    double[] image(int trial);
  }

  private CmuTrials(CmuVariable data, int count, int across, Images images) {
    this.data = data;
    this.count = count;
    this.across = across;
    this.images = images;
  }

  /**
   * @throws InputException if the variable is neither a cell array nor a matrix of real numbers
   */
  static CmuTrials of(Path file, MatValue value) {
    var data = new CmuVariable(file, NAME);
    MatValue outer = value;
    if (value instanceof Cell cell && cell.size() == 1) {
      MatValue inner = CmuVariable.unwrapped(value);
      outer = inner instanceof Cell ? inner : value;
    }
    if (outer instanceof Cell cell) {
      return new CmuTrials(data, cell.size(), -1, trial -> image(data, cell, trial));
    }
    if (outer instanceof Numeric numeric && isMatrix(numeric.dims())) {
      int trials = numeric.dims()[0];
      int voxels = numeric.dims()[numeric.dims().length - 1];
      // Taken once: where the file is compressed the numbers come all at a time.
      Numbers numbers = numeric.values().get();
      return new CmuTrials(data, trials, voxels, trial -> row(numbers, trial, trials, voxels));
    }
    throw data.wrong(outer, "a cell array (trials x 1) or a matrix is");
  }

  int count() {
    return count;
  }

  /** The values of a trial, one a voxel. */
  double[] image(int trial) {
    return images.image(trial);
  }

  /**
   * @throws InputException if there are no trials, or not as many as entries of {@code info}
   */
  void require(int entries) {
    if (count == 0) {
      throw data.wrong("data has no trials");
    }
    if (count != entries) {
      throw data.wrong(
          "info has %s where data has %s: they must agree%s"
              .formatted(
                  Counted.of(entries, "entry"),
                  Counted.of(count, "trial"),
                  across == entries ? ". data is voxels x trials here: transpose it" : ""));
    }
  }

  private static double[] image(CmuVariable data, Cell cell, int trial) {
    MatValue element = cell.element(trial);
    MatValue inner = CmuVariable.unwrapped(element);
    MatValue value = inner instanceof Numeric empty && empty.size() == 0 ? element : inner;
    if (!(value instanceof Numeric numeric)) {
      String part = "data{%d}".formatted(trial + 1);
      String holds = value.type().equals("sparse") ? part + " is " : "data holds ";
      throw data.wrong(
          "trial %d: %s".formatted(trial + 1, holds),
          part,
          value,
          value.description(),
          "real numbers are");
    }
    Numbers numbers = numeric.values().get();
    var image = new double[numeric.size()];
    for (int v = 0; v < image.length; v++) {
      image[v] = numbers.at(v);
    }
    return image;
  }

  private static double[] row(Numbers numbers, int trial, int trials, int voxels) {
    var image = new double[voxels];
    for (int v = 0; v < voxels; v++) {
      image[v] = numbers.at(v * trials + trial);
    }
    return image;
  }

  /**
   * Rows and columns; scipy puts a dimension of one between them when it is given rows in a list.
   */
  private static boolean isMatrix(int[] dims) {
    for (int axis = 1; axis < dims.length - 1; axis++) {
      if (dims[axis] != 1) {
        return false;
      }
    }
    return true;
  }
}
