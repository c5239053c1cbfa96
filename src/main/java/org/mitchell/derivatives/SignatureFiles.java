package org.mitchell.derivatives;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;

/**
 * Signatures as a fit wrote them, read back: an image with its brain mask, or a table of voxel
 * columns.
 */
final class SignatureFiles {
  private static final String AGAIN = ". Fit the participant again";

  private SignatureFiles() {}

  /** The voxels of the brain mask beside an image of signatures, in the order of the box. */
  static VoxelGrid grid(Path signatures, int[] dims, Affine affine, Space space)
      throws IOException {
    Path mask = signatures.resolveSibling(maskName(signatures));
    NiftiImage image = NiftiReader.read(mask);
    if (!Arrays.equals(image.dims(), dims)) {
      throw InputException.in(
          mask,
          "%s voxels where the model has %s"
                  .formatted(Arrays.toString(image.dims()), Arrays.toString(dims))
              + AGAIN);
    }
    long[] stored = image.toStoredLongs();
    var inMask = new boolean[stored.length];
    for (int index = 0; index < stored.length; index++) {
      inMask[index] = stored[index] != 0;
    }
    return VoxelGrid.ofMask(dims, affine, space, inMask);
  }

  /** Features x voxels, voxels in the order of the grid. */
  static float[][] ofImage(Path file, VoxelGrid grid) throws IOException {
    NiftiImage image = NiftiReader.read(file);
    int[] dims = image.dims();
    int box = grid.boxSize();
    if (dims.length < 3 || !Arrays.equals(Arrays.copyOf(dims, 3), grid.dims())) {
      throw InputException.in(
          file,
          "%s voxels where the model has %s"
                  .formatted(Arrays.toString(dims), Arrays.toString(grid.dims()))
              + AGAIN);
    }
    int count = Math.toIntExact(image.header().voxels() / box);
    var volumes = new float[count][grid.columns()];
    for (int t = 0; t < count; t++) {
      float[] values = image.floats(t * box, box);
      for (int column = 0; column < grid.columns(); column++) {
        volumes[t][column] = values[grid.linearIndex(column)];
      }
    }
    return volumes;
  }

  /** Features x voxels, voxels in the order of the rows. */
  static float[][] ofTable(Path file) throws IOException {
    var columns = new ArrayList<float[]>();
    var format = CsvReader.builder().fieldSeparator('\t');
    try (var csv = format.ofCsvRecord(InputFiles.open(file))) {
      for (CsvRecord row : csv) {
        if (row.getStartingLineNumber() > 1) {
          columns.add(
              values(
                  file, row, columns.isEmpty() ? row.getFieldCount() : columns.get(0).length + 1));
        }
      }
    } catch (CsvParseException | UncheckedIOException | EOFException | ZipException e) {
      throw InputException.in(file, "damaged or cut short" + AGAIN, e);
    }
    if (columns.isEmpty()) {
      throw InputException.in(file, "no row where one a voxel column is expected" + AGAIN);
    }
    return transposed(columns);
  }

  private static float[] values(Path file, CsvRecord row, int cells) {
    String line = "line " + row.getStartingLineNumber() + ": ";
    if (row.getFieldCount() != cells) {
      throw InputException.in(
          file,
          line
              + "got %d cells where %d are expected".formatted(row.getFieldCount(), cells)
              + AGAIN);
    }
    var values = new float[row.getFieldCount() - 1];
    try {
      for (int f = 0; f < values.length; f++) {
        String cell = row.getField(f + 1);
        values[f] = cell.equals("n/a") ? Float.NaN : Float.parseFloat(cell);
      }
    } catch (NumberFormatException e) {
      throw InputException.in(file, line + "not a number (" + e.getMessage() + ")" + AGAIN, e);
    }
    return values;
  }

  private static float[][] transposed(List<float[]> columns) {
    var volumes = new float[columns.get(0).length][columns.size()];
    for (int v = 0; v < columns.size(); v++) {
      for (int f = 0; f < volumes.length; f++) {
        volumes[f][v] = columns.get(v)[f];
      }
    }
    return volumes;
  }

  private static String maskName(Path signatures) {
    return signatures
        .getFileName()
        .toString()
        .replace("_desc-signatures_statmap", "_desc-brain_mask");
  }
}
