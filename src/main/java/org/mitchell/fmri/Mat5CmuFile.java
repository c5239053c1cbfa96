package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sparse;
import us.hebi.matlab.mat.types.Struct;

/** A CMU participant in a MATLAB v5 file (also v6 and v7), as CMU publishes them. */
final class Mat5CmuFile implements CmuFile {
  private final Path file;
  private final Struct info;
  private final Array data;
  private final Optional<Struct> meta;

  private Mat5CmuFile(Path file, Struct info, Array data, Optional<Struct> meta) {
    this.file = file;
    this.info = info;
    this.data = data;
    this.meta = meta;
  }

  /**
   * @throws InputException if the file is damaged, or lacks {@code info} or {@code data}
   */
  static Mat5CmuFile open(Path file) throws IOException {
    Map<String, Array> variables = Mat5Variables.read(file, Set.of("info", "data", "meta"));
    Array info = require(file, variables, "info");
    Array data = require(file, variables, "data");
    if (!(info instanceof Struct struct)) {
      throw InputException.in(
          file, "info is a " + info.getType() + " where a struct array is expected");
    }
    if (!(data instanceof Cell) && !(isReal(data) && data.getNumDimensions() == 2)) {
      throw InputException.in(
          file,
          "data is %s where a cell array (trials x 1) or a matrix is expected"
              .formatted(kind(data)));
    }
    Optional<Struct> meta =
        variables.get("meta") instanceof Struct s ? Optional.of(s) : Optional.empty();
    return new Mat5CmuFile(file, struct, data, meta);
  }

  @Override
  public int trials() {
    return data instanceof Cell ? data.getNumElements() : data.getNumRows();
  }

  @Override
  public int infoEntries() {
    return info.getNumElements();
  }

  @Override
  public Optional<String> infoText(String field, int trial) {
    return text(field(info, field, trial));
  }

  @Override
  public Optional<Double> infoNumber(String field, int trial) {
    return number(field(info, field, trial));
  }

  @Override
  public float[] image(int trial) {
    if (data instanceof Matrix matrix) {
      var image = new float[matrix.getNumCols()];
      for (int v = 0; v < image.length; v++) {
        image[v] = (float) matrix.getDouble(trial, v);
      }
      return image;
    }
    Array cell = ((Cell) data).get(trial);
    if (!isReal(cell)) {
      throw InputException.in(
          file,
          "trial %d: data holds %s where real numbers are expected"
              .formatted(trial + 1, kind(cell)));
    }
    var matrix = (Matrix) cell;
    var image = new float[matrix.getNumElements()];
    for (int v = 0; v < image.length; v++) {
      image[v] = (float) matrix.getDouble(v);
    }
    return image;
  }

  @Override
  public Optional<String> metaText(String field) {
    return meta.flatMap(m -> text(field(m, field, 0)));
  }

  @Override
  public Optional<Double> metaNumber(String field) {
    return meta.flatMap(m -> number(field(m, field, 0)));
  }

  @Override
  public Optional<double[][]> metaMatrix(String field) {
    return meta.flatMap(m -> field(m, field, 0))
        .filter(a -> isReal(a) && a.getNumDimensions() == 2 && a.getNumElements() > 0)
        .map(a -> rows((Matrix) a));
  }

  @Override
  public void close() {}

  private static Array require(Path file, Map<String, Array> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(
            () ->
                InputException.in(
                    file,
                    "there is no variable '%s'. A CMU participant file has info, data and meta"
                        .formatted(name)));
  }

  private static boolean isReal(Array array) {
    return array instanceof Matrix matrix && !(array instanceof Sparse) && !matrix.isComplex();
  }

  private static String kind(Array array) {
    boolean complex = array instanceof Matrix matrix && matrix.isComplex();
    return "a %s%s array of %d dimensions"
        .formatted(complex ? "complex " : "", array.getType(), array.getNumDimensions());
  }

  private static Optional<Array> field(Struct struct, String field, int element) {
    boolean there = struct.getFieldNames().contains(field) && element < struct.getNumElements();
    return there ? Optional.of(struct.get(field, element)) : Optional.empty();
  }

  private static Optional<String> text(Optional<Array> array) {
    return array
        .filter(a -> a instanceof Char && a.getNumElements() > 0)
        .map(a -> ((Char) a).getString().strip());
  }

  private static Optional<Double> number(Optional<Array> array) {
    return array
        .filter(a -> isReal(a) && a.getNumElements() > 0)
        .map(a -> ((Matrix) a).getDouble(0));
  }

  private static double[][] rows(Matrix matrix) {
    var rows = new double[matrix.getNumRows()][matrix.getNumCols()];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        rows[r][c] = matrix.getDouble(r, c);
      }
    }
    return rows;
  }
}
