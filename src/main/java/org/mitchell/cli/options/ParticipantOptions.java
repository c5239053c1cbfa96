package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Space;
import org.mitchell.images.WordNames;
import org.mitchell.maps.volumes.VolumePlace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which participants, where their files are, and how they are read. */
public final class ParticipantOptions {
  /** Where participants' files are looked for by default. */
  public static final Path DATA = ParticipantFiles.DEFAULT_FOLDER;

  /** Whose images are looked at, where nobody says it. */
  private static final String UNNAMED = "01";

  /** What numbers with commas between them are made of, and names of files are not. */
  private static final String NUMBERS = "-+.0123456789eE \t\n,";

  @Option(
      names = "--subject",
      required = true,
      paramLabel = "LABEL",
      description = "participant, or several: P1,P2 or P1..P9 or all")
  private String subject;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "folder with the participants' files, or one file (default: data)")
  private Path data;

  @Mixin private ImageInputOptions images;

  @Option(
      names = "--coords",
      paramLabel = "FILE",
      description =
          "voxel coordinates of a table, a row a voxel column: x_mm y_mm z_mm, or i j k from 1")
  private Path coords;

  @Option(
      names = "--affine",
      paramLabel = "AFFINE",
      description =
          "where the voxel grid lies, in place of CMU's formula, or of GLMsingle's arrays, which do"
              + " not say it: 12 numbers with commas (rows of the matrix from 0-based voxel to mm),"
              + " or a NIfTI file on the same grid")
  private String affine;

  @Option(
      names = "--space",
      paramLabel = "LABEL",
      description =
          "BIDS label of the maps' space (default: MNI152Lin on CMU's grid, what images say, else"
              + " individual); with --bids of the images to take")
  private String space;

  @Option(
      names = "--drop-nan",
      description = "leave out voxels with NaN or infinite values, otherwise an error")
  private boolean dropNan;

  /**
   * Where a command needs no label, images and a file whose name has none are of somebody, and
   * files of all that there are.
   */
  private String asked() {
    if (subject == null) {
      return images.given() || isUnnamedFile() ? UNNAMED : "all";
    }
    return subject.strip();
  }

  private boolean isUnnamedFile() {
    return Files.isRegularFile(folder()) && ParticipantFiles.label(folder()).isEmpty();
  }

  private Path folder() {
    return data == null ? DATA : data;
  }

  private List<String> subjects() throws IOException {
    return SubjectLabels.parse(asked(), folder());
  }

  /** The file of every participant by its label: all are looked for before the first is read. */
  public Map<String, Path> files(CommonOptions common) throws IOException {
    var files = new LinkedHashMap<String, Path>();
    Optional<ImageOptions> own = images.checked();
    if (own.isPresent()) {
      files.put(oneSubject(), own.get().images().get(0));
      return files;
    }
    for (String label : subjects()) {
      files.put(label, file(label, common));
    }
    return files;
  }

  private String oneSubject() throws IOException {
    if (data != null) {
      throw new UsageException("--data: not with --images, which are the participant's data");
    }
    if (coords != null || affine != null && !images.takeAffine()) {
      throw new UsageException(
          (coords != null ? "--coords" : "--affine")
              + ": not with --images, which say where their voxels lie");
    }
    List<String> labels = asked().equals("all") ? List.of() : SubjectLabels.parse(asked(), DATA);
    if (labels.size() != 1) {
      throw new UsageException("--subject: --images are of one participant. Give one label");
    }
    return labels.get(0);
  }

  /** The file of a participant; says which was taken when several could be. */
  private Path file(String label, CommonOptions common) throws IOException {
    ParticipantFiles.Found found = ParticipantFiles.find(folder(), label);
    if (!found.alternatives().isEmpty()) {
      common.note(
          "%s: read from %s; also there: %s (--data FILE takes another)"
              .formatted(
                  label,
                  found.file().path(),
                  String.join(
                      ", ",
                      found.alternatives().stream()
                          .map(f -> f.getFileName().toString())
                          .toList())));
    }
    return found.file().path();
  }

  /**
   * The participants of a dataset that are asked for, each with the dataset.
   *
   * @param all the dataset's own
   */
  public Map<String, Path> of(List<String> all, Path dataset) throws IOException {
    if (data != null || images.given() || coords != null || affine != null) {
      throw new UsageException(
          "--bids: in place of --data, --images, --coords and --affine, not beside them");
    }
    images.refuseFiles();
    var files = new LinkedHashMap<String, Path>();
    String asked = asked().replaceAll("(^|,)\\s*sub(-|(?=[0-9]))", "$1");
    for (String label : asked.strip().equals("all") ? all : SubjectLabels.parse(asked, DATA)) {
      files.put(label, dataset);
    }
    return files;
  }

  /** The label of a space that is asked for. */
  public Optional<String> spaceLabel() {
    return Optional.ofNullable(space);
  }

  /** What stimuli of a BIDS dataset are called. */
  public Map<String, String> words(TableOptions tables, CommonOptions common) throws IOException {
    Optional<Path> words = images.words();
    return words.isPresent() ? WordNames.read(words.get(), tables.rules(common)) : Map.of();
  }

  /** Trials whose mean is taken off, where somebody says so. */
  public Optional<ImageOptions.Within> centre() {
    return images.centre();
  }

  /** Trials whose standard deviation becomes 1. */
  public ImageOptions.Within zscore() {
    return images.zscore();
  }

  /** How the files are read; without {@code --affine} a file's own grid keeps its place. */
  public ReadOptions readOptions(TableOptions tables, CommonOptions common) throws IOException {
    return new ReadOptions(
        dropNan,
        Optional.ofNullable(coords),
        placement(common),
        tables.encoding(),
        images.given() ? images.checked() : Optional.empty(),
        Optional.empty());
  }

  /** The space to name in place of the file's own. */
  public Optional<Space> space() {
    return Optional.ofNullable(space).map(ParticipantOptions::space);
  }

  /** The files beside the responses that say where the voxels lie. */
  public List<Path> otherFiles() {
    var files = new ArrayList<Path>();
    if (coords != null) {
      files.add(coords);
    }
    if (affine != null && numbers(affine).isEmpty()) {
      files.add(Path.of(affine));
    }
    return files;
  }

  private Optional<GridPlacement> placement(CommonOptions common) throws IOException {
    if (affine == null) {
      return Optional.empty();
    }
    Optional<double[][]> numbers = numbers(affine);
    if (numbers.isPresent()) {
      return Optional.of(
          new GridPlacement(
              affineOf(numbers.get()), space().orElse(Space.INDIVIDUAL), Optional.empty()));
    }
    VolumePlace place = VolumePlace.read(Path.of(affine)).stated();
    place.cautions().forEach(caution -> common.note(affine + ": " + caution));
    return Optional.of(
        new GridPlacement(
            place.affine(), space().orElseGet(place::space), Optional.of(place.dims())));
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

  /** The matrix, or nothing where the text is the name of a file. */
  private static Optional<double[][]> numbers(String text) {
    String[] parts = text.split(",", -1);
    boolean numbers =
        parts.length > 1
            && !parts[0].isEmpty()
            && text.chars().allMatch(c -> NUMBERS.indexOf(c) >= 0);
    if (!numbers) {
      return Optional.empty();
    }
    var matrix = new double[3][4];
    for (int i = 0; i < parts.length && parts.length == 12; i++) {
      try {
        matrix[i / 4][i % 4] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        throw new UsageException(
            "--affine: got '%s' where a number is expected, the %d. of 12"
                .formatted(parts[i], i + 1));
      }
    }
    if (parts.length != 12) {
      throw new UsageException(
          "--affine: got %d numbers where 12 are expected, the rows of the matrix from 0-based voxel to mm"
              .formatted(parts.length));
    }
    return Optional.of(matrix);
  }
}
