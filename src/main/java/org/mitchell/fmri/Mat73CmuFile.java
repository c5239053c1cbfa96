package org.mitchell.fmri;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mitchell.files.InputException;

/**
 * A CMU participant in a MATLAB v7.3 file, which is HDF5 by another name.
 *
 * <p>MATLAB stores a struct as a group, a struct array as a group whose datasets hold a reference
 * an element, a cell array as a dataset of references, text as UTF-16 code units, and every array
 * with its dimensions reversed.
 */
final class Mat73CmuFile implements CmuFile {
  private final Path file;
  private final HdfFile hdf;
  private final Hdf5Arrays arrays;
  private final Group info;
  private final Dataset data;
  private final Optional<Group> meta;
  private final Map<Dataset, long[]> referencesOf = new IdentityHashMap<>();
  private final int entries;
  private final int trials;

  /**
   * All images one after the other, where {@code data} is a matrix; empty where it is a cell array.
   */
  private final double[] matrix;

  private Mat73CmuFile(Path file, HdfFile hdf) {
    this.file = file;
    this.hdf = hdf;
    this.arrays = new Hdf5Arrays(hdf.size());
    requireWhole();
    this.info = requireChild("info", Group.class, "a struct array");
    this.data = requireChild("data", Dataset.class, "a cell array (trials x 1) or a matrix");
    this.meta =
        hdf.getChildren().get("meta") instanceof Group group
            ? Optional.of(group)
            : Optional.empty();
    this.entries = countEntries();
    boolean cells = Hdf5Arrays.hasReferences(data) || empty(data);
    this.matrix = cells ? new double[0] : matrix(data);
    this.trials = empty(data) ? 0 : cells ? references(data).length : arrays.dimensions(data)[1];
  }

  /**
   * @throws InputException if the file is damaged, or lacks {@code info} or {@code data}
   */
  static Mat73CmuFile open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw InputException.in(
            file,
            "unsupported: a MATLAB v7.3 file of %,d bytes where at most 2 GB are read"
                .formatted(channel.size()));
      }
      // Mapped, because the library makes room for whatever length a damaged file states when it
      // reads from a file.
      var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return guarded(file, () -> new Mat73CmuFile(file, HdfFile.fromByteBuffer(mapped)));
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
    return guarded(file, () -> element(field, trial).flatMap(this::text));
  }

  @Override
  public Optional<Double> infoNumber(String field, int trial) {
    return guarded(file, () -> element(field, trial).flatMap(this::number));
  }

  @Override
  public float[] image(int trial) {
    return guarded(file, () -> Hdf5Arrays.hasReferences(data) ? cell(trial) : row(trial));
  }

  @Override
  public Optional<String> metaText(String field) {
    return guarded(file, () -> metaDataset(field).flatMap(this::text));
  }

  @Override
  public Optional<Double> metaNumber(String field) {
    return guarded(file, () -> metaDataset(field).flatMap(this::number));
  }

  @Override
  public Optional<double[][]> metaMatrix(String field) {
    return guarded(file, () -> metaDataset(field).flatMap(this::transposed));
  }

  @Override
  public void close() {
    hdf.close();
  }

  /**
   * jhdf reports damage as its own and as buffer errors, or runs in circles; all are the file's
   * fault.
   */
  private static <T> T guarded(Path file, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      String kind = e instanceof HdfException ? "" : e.getClass().getSimpleName() + ": ";
      throw InputException.in(
          file,
          "damaged or cut short: this MATLAB v7.3 (HDF5) file cannot be read ("
              + kind
              + e.getMessage()
              + "). Download or save it again",
          e);
    }
  }

  private void requireWhole() {
    long stated = hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
    if (stated > hdf.size()) {
      throw InputException.in(
          file,
          "damaged or cut short: %,d bytes where %,d are stated. Download or save it again"
              .formatted(hdf.size(), stated));
    }
  }

  private <T extends Node> T requireChild(String name, Class<T> kind, String expected) {
    Node child = hdf.getChildren().get(name);
    if (child == null) {
      throw InputException.in(
          file,
          "there is no variable '" + name + "'. A CMU participant file has info, data and meta");
    }
    if (!kind.isInstance(child)) {
      throw InputException.in(
          file, "%s is a %s where %s is expected".formatted(name, typeOf(child), expected));
    }
    return kind.cast(child);
  }

  private double[] matrix(Dataset dataset) {
    int[] stored = arrays.dimensions(dataset);
    if (!Hdf5Arrays.hasNumbers(dataset) || stored.length != 2) {
      throw InputException.in(
          file,
          "data is a %s%s array of %d dimensions where a cell array (trials x 1) or a matrix is expected"
              .formatted(dataset.isCompound() ? "complex " : "", typeOf(dataset), stored.length));
    }
    return arrays.numbers(dataset);
  }

  /** What MATLAB calls a node, such as double or cell. */
  private static String typeOf(Node node) {
    var named = node.getAttributes().get("MATLAB_class");
    return named == null
        ? node.getType().name().toLowerCase(Locale.ROOT)
        : String.valueOf(named.getData());
  }

  /**
   * Any field tells how long a struct array is; a struct of one element has the values themselves,
   * not references.
   */
  private int countEntries() {
    for (Node field : info.getChildren().values()) {
      if (field instanceof Dataset column && Hdf5Arrays.hasReferences(column)) {
        return references(column).length;
      }
    }
    return 1;
  }

  private Optional<Dataset> metaDataset(String field) {
    return meta.map(m -> m.getChildren().get(field))
        .filter(Dataset.class::isInstance)
        .map(Dataset.class::cast);
  }

  private Optional<Dataset> element(String field, int index) {
    if (!(info.getChildren().get(field) instanceof Dataset column)) {
      return Optional.empty();
    }
    if (!Hdf5Arrays.hasReferences(column)) {
      return index == 0 ? Optional.of(column) : Optional.empty();
    }
    long[] references = references(column);
    return index < references.length
        ? Optional.of(dereference(references[index]))
        : Optional.empty();
  }

  private Dataset dereference(long address) {
    if (hdf.getNodeByAddress(address) instanceof Dataset dataset) {
      return dataset;
    }
    throw InputException.in(file, "byte " + address + ": a reference does not lead to an array");
  }

  /** Kept, because every trial asks for them. */
  private long[] references(Dataset dataset) {
    return referencesOf.computeIfAbsent(dataset, arrays::references);
  }

  private float[] cell(int trial) {
    Dataset dataset = dereference(references(data)[trial]);
    if (!Hdf5Arrays.hasNumbers(dataset)) {
      throw InputException.in(
          file,
          "trial %d: data holds a %s%s array where real numbers are expected"
              .formatted(trial + 1, dataset.isCompound() ? "complex " : "", typeOf(dataset)));
    }
    double[] values = empty(dataset) ? new double[0] : arrays.numbers(dataset);
    var image = new float[values.length];
    for (int v = 0; v < image.length; v++) {
      image[v] = (float) values[v];
    }
    return image;
  }

  private float[] row(int trial) {
    var image = new float[matrix.length / trials];
    for (int v = 0; v < image.length; v++) {
      image[v] = (float) matrix[v * trials + trial];
    }
    return image;
  }

  /** Text is a row of UTF-16 code units. */
  private Optional<String> text(Dataset dataset) {
    if (empty(dataset) || !Hdf5Arrays.hasNumbers(dataset) || !typeOf(dataset).equals("char")) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    for (double unit : arrays.numbers(dataset)) {
      text.append((char) unit);
    }
    return Optional.of(text.toString().strip());
  }

  private Optional<Double> number(Dataset dataset) {
    if (empty(dataset) || !Hdf5Arrays.hasNumbers(dataset)) {
      return Optional.empty();
    }
    double[] values = arrays.numbers(dataset);
    return values.length == 0 ? Optional.empty() : Optional.of(values[0]);
  }

  private Optional<double[][]> transposed(Dataset dataset) {
    int[] stored = arrays.dimensions(dataset);
    if (empty(dataset) || !Hdf5Arrays.hasNumbers(dataset) || stored.length != 2) {
      return Optional.empty();
    }
    double[] values = arrays.numbers(dataset);
    if (values.length == 0) {
      return Optional.empty();
    }
    var rows = new double[stored[1]][stored[0]];
    for (int r = 0; r < stored[1]; r++) {
      for (int c = 0; c < stored[0]; c++) {
        rows[r][c] = values[c * stored[1] + r];
      }
    }
    return Optional.of(rows);
  }

  /** MATLAB marks an empty array by an attribute and stores its shape instead of values. */
  private static boolean empty(Dataset dataset) {
    return dataset.getAttributes().containsKey("MATLAB_empty");
  }
}
