package org.mitchell.cifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.nifti.NiftiException;
import org.mitchell.nifti.NiftiExtension;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.text.Counted;

/**
 * Maps of grayordinates: a {@code .dscalar.nii}, {@code .dtseries.nii} or {@code .dlabel.nii}.
 *
 * @param models what the grayordinates are
 * @param names of the maps; none where they are points of a series
 * @param labels whether the values are labels of regions
 * @param regions what labels are called, in the order of the file's tables
 * @param maps maps x grayordinates. Not copied
 */
public record CiftiFile(
    Path file,
    BrainModels models,
    List<String> names,
    boolean labels,
    Map<Integer, String> regions,
    float[][] maps) {
  /** The code that NIfTI has for the extension. */
  static final int EXTENSION = 32;

  private static final int AXES = 6;

  public CiftiFile {
    names = List.copyOf(names);
  }

  /** Whether a file is CIFTI, of any kind; not where it cannot be read. */
  public static boolean isOne(Path file) throws IOException {
    InputFiles.requireReadable(file);
    try {
      NiftiHeader header = NiftiReader.readHeader(file);
      return header.intent().isCifti() || xml(header).isPresent();
    } catch (NiftiException e) {
      return false;
    }
  }

  /**
   * Reads a file as a whole.
   *
   * @throws InputException if it is no CIFTI-2 file of maps of grayordinates, or damaged
   */
  public static CiftiFile read(Path file) throws IOException {
    InputFiles.requireReadable(file);
    NiftiImage image = NiftiReader.read(file, header -> requireMatrix(file, header));
    try {
      CiftiXml.Header header =
          CiftiXml.read(
              xml(image.header())
                  .orElseThrow(
                      () ->
                          new CiftiDamage(
                              "no XML (extension 32) that says what the grayordinates are")));
      int[] dims = image.dims();
      requireAlike(header, dims[AXES - 2], dims[AXES - 1]);
      return new CiftiFile(
          file,
          header.models(),
          header.names(),
          header.labels(),
          header.regions(),
          transposed(image, dims[AXES - 2], dims[AXES - 1]));
    } catch (CiftiDamage e) {
      throw InputException.in(file, "CIFTI: " + e.getMessage(), e);
    }
  }

  private static void requireMatrix(Path file, NiftiHeader header) {
    int[] dims = header.dims();
    if (dims.length != AXES || Arrays.stream(dims).limit(AXES - 2).anyMatch(n -> n != 1)) {
      throw InputException.in(
          file,
          "CIFTI: dimensions %s where 1, 1, 1, 1, maps, grayordinates are expected (.dscalar.nii, .dtseries.nii)"
              .formatted(Arrays.toString(dims)));
    }
  }

  private static Optional<byte[]> xml(NiftiHeader header) {
    return header.extensions().stream()
        .filter(extension -> extension.code() == EXTENSION)
        .map(NiftiExtension::content)
        .findFirst();
  }

  private static void requireAlike(CiftiXml.Header header, int maps, int rows) {
    int declared = header.models().count();
    if (declared != rows) {
      throw new CiftiDamage(
          "brain models of %s where the matrix has %,d"
              .formatted(Counted.of(declared, "grayordinate"), rows));
    }
    if (!header.series() && header.names().size() != maps) {
      throw new CiftiDamage(
          "%s where the matrix has %,d maps"
              .formatted(Counted.of(header.names().size(), "name"), maps));
    }
  }

  /** The file has the values of a grayordinate together. */
  private static float[][] transposed(NiftiImage image, int maps, int rows) {
    var values = new float[maps][rows];
    for (int row = 0; row < rows; row++) {
      float[] ofRow = image.floats(Math.multiplyExact(row, maps), maps);
      for (int map = 0; map < maps; map++) {
        values[map][row] = ofRow[map];
      }
    }
    return values;
  }
}
