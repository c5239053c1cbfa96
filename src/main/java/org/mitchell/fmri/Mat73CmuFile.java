package org.mitchell.fmri;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;

/**
 * A CMU participant in a MATLAB v7.3 file, which is HDF5 by another name.
 *
 * <p>MATLAB stores a struct as a group, a struct array as a group whose datasets hold a reference an element, a cell
 * array as a dataset of references, text as UTF-16 code units, and every array with its dimensions reversed.
 */
final class Mat73CmuFile implements CmuFile {
  /** HDF5's number for the datatype class of references. */
  private static final int REFERENCE_CLASS = 7;

  private final Path file;
  private final HdfFile hdf;
  private final Group info;
  private final Dataset data;
  private final Optional<Group> meta;
  private final Map<Node, Optional<long[]>> referencesOf = new IdentityHashMap<>();
  private final int entries;
  private final int trials;

  private Mat73CmuFile(Path file, HdfFile hdf) {
    this.file = file;
    this.hdf = hdf;
    this.info = requireChild("info", Group.class, "a struct array");
    this.data = requireChild("data", Dataset.class, "a cell array (trials x 1) or a matrix");
    this.meta = Optional.ofNullable(hdf.getChildren().get("meta")).filter(Group.class::isInstance).map(Group.class::cast);
    Node word = info.getChildren().get("word");
    this.entries = word instanceof Dataset d && references(d).isPresent() ? references(d).get().length : 1;
    int[] dims = data.getDimensions();
    this.trials = references(data).map(r -> r.length).orElse(dims[dims.length - 1]);
  }

  /**
   * @throws InputException if the file is damaged, or lacks {@code info} or {@code data}
   */
  static Mat73CmuFile open(Path file) throws IOException {
    HdfFile hdf;
    try {
      hdf = new HdfFile(file);
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
    try {
      return new Mat73CmuFile(file, hdf);
    } catch (InputException e) {
      hdf.close();
      throw e;
    } catch (RuntimeException e) {
      hdf.close();
      throw damaged(file, e);
    }
  }

  @Override
  public int trials() {
    return trials;
  }

  @Override
  public int infoEntries() {
    return entries;
  }

  @Override
  public Optional<String> infoText(String field, int trial) {
    return guarded(() -> element(info, field, trial).flatMap(Mat73CmuFile::text));
  }

  @Override
  public Optional<Double> infoNumber(String field, int trial) {
    return guarded(() -> element(info, field, trial).flatMap(Mat73CmuFile::number));
  }

  @Override
  public float[] image(int trial) {
    return guarded(
        () -> {
          if (references(data).isEmpty()) {
            return row(data, trial);
          }
          double[] values = numbers(dereference(references(data).get()[trial]));
          var image = new float[values.length];
          for (int v = 0; v < image.length; v++) {
            image[v] = (float) values[v];
          }
          return image;
        });
  }

  @Override
  public Optional<String> metaText(String field) {
    return guarded(() -> metaDataset(field).flatMap(Mat73CmuFile::text));
  }

  @Override
  public Optional<Double> metaNumber(String field) {
    return guarded(() -> metaDataset(field).flatMap(Mat73CmuFile::number));
  }

  @Override
  public Optional<double[][]> metaMatrix(String field) {
    return guarded(() -> metaDataset(field).filter(d -> d.getDimensions().length == 2).map(Mat73CmuFile::transposed));
  }

  @Override
  public void close() {
    hdf.close();
  }

  private interface Reading<T> {
    T get();
  }

  /** jhdf reports damage as its own and as buffer errors; both are the file's fault. */
  private <T> T guarded(Reading<T> reading) {
    try {
      return reading.get();
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static InputException damaged(Path file, RuntimeException cause) {
    String kind = cause instanceof HdfException ? "" : cause.getClass().getSimpleName() + ": ";
    return InputException.in(
        file,
        "damaged or cut short: this MATLAB v7.3 (HDF5) file cannot be read (" + kind + cause.getMessage()
            + "). Download or save it again",
        cause);
  }

  private <T extends Node> T requireChild(String name, Class<T> kind, String expected) {
    Node child = hdf.getChildren().get(name);
    if (child == null) {
      throw InputException.in(
          file, "there is no variable '" + name + "'. A CMU participant file has info, data and meta");
    }
    if (!kind.isInstance(child)) {
      throw InputException.in(file, name + " is a " + child.getType() + " where " + expected + " is expected");
    }
    return kind.cast(child);
  }

  private Optional<Dataset> metaDataset(String field) {
    return meta.map(m -> m.getChildren().get(field)).filter(Dataset.class::isInstance).map(Dataset.class::cast);
  }

  private Optional<Dataset> element(Group struct, String field, int index) {
    if (!(struct.getChildren().get(field) instanceof Dataset column)) {
      return Optional.empty();
    }
    Optional<long[]> references = references(column);
    if (references.isEmpty()) {
      return index == 0 ? Optional.of(column) : Optional.empty();
    }
    return index < references.get().length ? Optional.of(dereference(references.get()[index])) : Optional.empty();
  }

  private Dataset dereference(long address) {
    if (hdf.getNodeByAddress(address) instanceof Dataset dataset) {
      return dataset;
    }
    throw InputException.in(file, "byte " + address + ": a reference does not lead to an array");
  }

  /** The addresses that an array of references holds; kept, because every trial asks for them. */
  private Optional<long[]> references(Dataset dataset) {
    return referencesOf.computeIfAbsent(
        dataset,
        d ->
            dataset.getDataType().getDataClass() == REFERENCE_CLASS && dataset.getDataFlat() instanceof long[] addresses
                ? Optional.of(addresses)
                : Optional.empty());
  }

  /** Text is a row of UTF-16 code units; MATLAB marks an empty array by an attribute and stores its shape instead. */
  private static Optional<String> text(Dataset dataset) {
    if (empty(dataset) || !(dataset.getDataFlat() instanceof int[] units)) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    for (int unit : units) {
      text.append((char) unit);
    }
    return Optional.of(text.toString().strip());
  }

  private static Optional<Double> number(Dataset dataset) {
    double[] values = empty(dataset) ? new double[0] : numbers(dataset);
    return values.length == 0 ? Optional.empty() : Optional.of(values[0]);
  }

  private static boolean empty(Dataset dataset) {
    return dataset.getAttributes().containsKey("MATLAB_empty");
  }

  private static double[] numbers(Dataset dataset) {
    Object flat = dataset.getDataFlat();
    int length = java.lang.reflect.Array.getLength(flat);
    if (flat instanceof double[] values) {
      return values;
    }
    var values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = ((Number) java.lang.reflect.Array.get(flat, i)).doubleValue();
    }
    return values;
  }

  private static double[][] transposed(Dataset dataset) {
    int[] stored = dataset.getDimensions();
    double[] values = numbers(dataset);
    var rows = new double[stored[1]][stored[0]];
    for (int r = 0; r < stored[1]; r++) {
      for (int c = 0; c < stored[0]; c++) {
        rows[r][c] = values[c * stored[1] + r];
      }
    }
    return rows;
  }

  private static float[] row(Dataset matrix, int row) {
    int[] stored = matrix.getDimensions();
    Object column = matrix.getData(new long[] {0, row}, new int[] {stored[0], 1});
    var image = new float[stored[0]];
    for (int v = 0; v < image.length; v++) {
      Object cell = java.lang.reflect.Array.get(column, v);
      image[v] = ((Number) java.lang.reflect.Array.get(cell, 0)).floatValue();
    }
    return image;
  }
}
