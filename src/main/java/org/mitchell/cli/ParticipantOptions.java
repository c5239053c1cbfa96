package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.data.Subjects;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Space;
import org.mitchell.maps.MaskGrid;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiReader;
import picocli.CommandLine.Option;

/** Which participants, where their files are, and how they are read. */
final class ParticipantOptions {
  @Option(
      names = "--subject",
      required = true,
      paramLabel = "LABEL",
      description = "participant, or several: P1,P2 or P1..P9 or all")
  private String subject;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "folder with the participants' files, or one file (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--coords",
      paramLabel = "FILE",
      description = "voxel coordinates of a table, a row a voxel column: x_mm y_mm z_mm, or i j k from 1")
  private Path coords;

  @Option(
      names = "--affine",
      paramLabel = "AFFINE",
      description =
          "where the voxel grid lies, in place of CMU's formula: 12 numbers with commas (rows of the matrix from 0-based"
              + " voxel to mm), or a NIfTI file on the same grid")
  private String affine;

  @Option(
      names = "--space",
      paramLabel = "LABEL",
      description = "BIDS label of the maps' space (default: MNI152Lin on CMU's grid, else individual)")
  private String space;

  @Option(names = "--drop-nan", description = "leave out voxels with NaN or infinite values, otherwise an error")
  private boolean dropNan;

  Path data() {
    return data;
  }

  List<String> subjects() throws IOException {
    return Subjects.parse(subject, data);
  }

  /** The file of a participant; says which was taken when several could be. */
  Path file(String label, CommonOptions common) throws IOException {
    ParticipantFiles.Found found = ParticipantFiles.find(data, label);
    if (!found.alternatives().isEmpty()) {
      common.note(
          "%s: read from %s; also there: %s (--data FILE takes another)"
              .formatted(label, found.file().path(), found.alternatives()));
    }
    return found.file().path();
  }

  ReadOptions readOptions() throws IOException {
    return new ReadOptions(dropNan, Optional.ofNullable(coords), placement());
  }

  private Optional<GridPlacement> placement() throws IOException {
    if (affine == null) {
      return Optional.ofNullable(space)
          .map(label -> new GridPlacement(Affine.CMU, space(label), Optional.empty()));
    }
    Optional<double[][]> numbers = numbers(affine);
    if (numbers.isPresent()) {
      Space its = space == null ? Space.INDIVIDUAL : space(space);
      return Optional.of(new GridPlacement(affineOf(numbers.get()), its, Optional.empty()));
    }
    NiftiHeader header = NiftiReader.readHeader(Path.of(affine));
    Space its = space == null ? MaskGrid.space(header) : space(space);
    return Optional.of(
        new GridPlacement(affineOf(header.affine()), its, Optional.of(Arrays.copyOf(header.dims(), 3))));
  }

  private static Space space(String label) {
    try {
      return Space.of(label);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--space: " + e.getMessage());
    }
  }

  private static Affine affineOf(double[][] matrix) {
    try {
      return Affine.of(matrix);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--affine: " + e.getMessage());
    }
  }

  private static Optional<double[][]> numbers(String text) {
    String[] parts = text.split(",");
    if (parts.length != 12) {
      return Optional.empty();
    }
    var matrix = new double[3][4];
    try {
      for (int i = 0; i < 12; i++) {
        matrix[i / 4][i % 4] = Double.parseDouble(parts[i].strip());
      }
    } catch (NumberFormatException e) {
      throw new UsageException("--affine: '" + text + "' where 12 numbers with commas are expected");
    }
    return Optional.of(matrix);
  }
}
