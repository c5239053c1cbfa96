package org.mitchell.fmri;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** A CMU participant in a MATLAB v5 file (also v6 and v7), as CMU publishes them. */
final class Mat5CmuFile implements CmuFile {
  private static final Set<String> WANTED = Set.of("info", "data", "meta");

  /** Deflate cannot shrink more than this; a file that claims more is damaged. */
  private static final long LARGEST_INFLATION = 1032;

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
    Mat5File mat = read(file);
    Array info = require(file, mat, "info");
    Array data = require(file, mat, "data");
    if (!(info instanceof Struct struct)) {
      throw InputException.in(file, "info is a " + info.getType() + " where a struct array is expected");
    }
    if (!(data instanceof Cell) && !(data instanceof Matrix)) {
      throw InputException.in(
          file, "data is a " + data.getType() + " where a cell array (trials x 1) or a matrix is expected");
    }
    return new Mat5CmuFile(file, struct, data, find(mat, "meta").map(a -> a instanceof Struct s ? s : null));
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
    if (!(cell instanceof Matrix matrix) || matrix.isComplex()) {
      throw InputException.in(
          file, "trial %d: data holds a %s where real numbers are expected".formatted(trial + 1, cell.getType()));
    }
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
        .filter(a -> a instanceof Matrix && a.getNumDimensions() == 2)
        .map(a -> rows((Matrix) a));
  }

  @Override
  public void close() {}

  private static Mat5File read(Path file) throws IOException {
    long size = Files.size(file);
    try (Source source = Sources.openFile(file.toFile())) {
      return Mat5.newReader(source)
          .setEntryFilter(entry -> WANTED.contains(entry.getName()))
          .setBufferAllocator(new BoundedAllocator(size * LARGEST_INFLATION))
          .readMat();
    } catch (IOException e) {
      throw damaged(file, size, e);
    } catch (RuntimeException | NoClassDefFoundError e) {
      // The library reports damage as whatever its parsing runs into: index and buffer errors, bad casts.
      throw damaged(file, size, e);
    }
  }

  private static InputException damaged(Path file, long size, Throwable cause) {
    String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return InputException.in(
        file,
        "damaged or cut short: this MATLAB file of %,d bytes cannot be read to its end (%s). Download or save it again"
            .formatted(size, reason),
        cause);
  }

  private static Optional<Array> find(Mat5File mat, String name) {
    for (MatFile.Entry entry : mat.getEntries()) {
      if (entry.getName().equals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private static Array require(Path file, Mat5File mat, String name) {
    return find(mat, name)
        .orElseThrow(
            () ->
                InputException.in(
                    file,
                    "there is no variable '"
                        + name
                        + "'. A CMU participant file has info, data and meta; tables of text can be read too"));
  }

  private static Optional<Array> field(Struct struct, String field, int element) {
    boolean there = struct.getFieldNames().contains(field) && element < struct.getNumElements();
    return there ? Optional.of(struct.get(field, element)) : Optional.empty();
  }

  private static Optional<String> text(Optional<Array> array) {
    return array.filter(a -> a instanceof Char && a.getNumElements() > 0).map(a -> ((Char) a).getString().strip());
  }

  private static Optional<Double> number(Optional<Array> array) {
    return array.filter(a -> a instanceof Matrix && a.getNumElements() > 0).map(a -> ((Matrix) a).getDouble(0));
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

  /** Refuses buffers that a file of this size cannot fill, so that a false size is an error and not a full memory. */
  private record BoundedAllocator(long most) implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int bytes) {
      if (bytes < 0 || bytes > most) {
        throw new IllegalStateException("it claims an array of " + (bytes & 0xffffffffL) + " bytes");
      }
      return ByteBuffer.allocate(bytes);
    }

    @Override
    public void release(ByteBuffer buffer) {}
  }
}
