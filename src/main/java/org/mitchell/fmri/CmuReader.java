package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.matlab.MatFile;
import org.mitchell.matlab.MatValue;
import org.mitchell.text.Counted;

/**
 * Puts the trials of a CMU participant file together: which word, which presentation, which voxels,
 * and where. The version of the MATLAB file makes no difference here.
 */
final class CmuReader {
  private static final int MOST_LETTERS = 60;

  /** A wrong row of coordinates up to this long is shown. */
  private static final int MOST_SHOWN = 4;

  private static final Set<String> VARIABLES = Set.of("info", "data", "meta");

  private final Path file;
  private final CmuEntries info;
  private final CmuTrials data;
  private final CmuMeta meta;
  private final List<String> notes = new ArrayList<>();

  private CmuReader(Path file, MatFile mat) {
    this.file = file;
    MatValue entries = variable(mat, "info");
    MatValue trials = variable(mat, "data");
    this.info = CmuEntries.of(file, entries);
    this.data = CmuTrials.of(file, trials);
    this.meta = CmuMeta.of(file, mat.variable("meta"));
  }

  /**
   * @return nothing where the file is no MATLAB file
   * @throws InputException if it is one and is damaged or does not hold a participant
   */
  static Optional<Responses> read(Path file, String participant, ReadOptions options)
      throws IOException {
    Optional<MatFile> mat = MatFile.open(file, VARIABLES);
    if (mat.isEmpty()) {
      return Optional.empty();
    }
    try (MatFile open = mat.get()) {
      return Optional.of(new CmuReader(file, open).read(participant, options));
    }
  }

  private MatValue variable(MatFile mat, String name) {
    return mat.variable(name)
        .orElseThrow(
            () ->
                InputException.in(
                    file,
                    "there is no variable '%s'. A CMU participant file has info, data and meta"
                        .formatted(name)));
  }

  private Responses read(String participant, ReadOptions options) {
    data.require(info.count());
    Map<String, Word> words = words();
    Optional<VoxelGrid> grid =
        options.coordinates().isPresent() ? Optional.empty() : grid(options.placement());
    Images images = images(grid.isPresent() ? grid.get().columns() : declaredVoxels());
    var trials = new ArrayList<float[][]>();
    var stimuli = new ArrayList<Stimulus>();
    words.forEach(
        (name, word) -> {
          stimuli.add(new Stimulus(name, word.category));
          trials.add(
              word.trialOfEpoch.values().stream()
                  .map(t -> images.trials[t])
                  .toArray(float[][]::new));
        });
    return new Responses(
            participant,
            meta.text("study").orElse(""),
            stimuli,
            trials.toArray(float[][][]::new),
            grid,
            notes)
        .withOffsets(images.offsets);
  }

  /** One word's trials, by their epochs. */
  private static final class Word {
    final String category;
    final SortedMap<Double, Integer> trialOfEpoch = new TreeMap<>();

    Word(String category) {
      this.category = category;
    }
  }

  private Map<String, Word> words() {
    var words = new LinkedHashMap<String, Word>();
    int withoutCategory = 0;
    for (int trial = 0; trial < data.count(); trial++) {
      int number = trial + 1;
      String name = info.word(trial);
      Optional<String> known = info.category(trial);
      withoutCategory += known.isEmpty() ? 1 : 0;
      String category = known.orElse("");
      Word word = words.computeIfAbsent(name, w -> new Word(category));
      if (!word.category.equals(category)) {
        throw InputException.in(
            file,
            "trial %d: the word %s has category '%s' here and '%s' in an earlier trial"
                .formatted(number, shown(name), shown(category), shown(word.category)));
      }
      // Without epochs the order of the file is the order of presentation.
      double epoch = info.epoch(trial).orElse((double) word.trialOfEpoch.size() + 1);
      Integer former = word.trialOfEpoch.putIfAbsent(epoch, trial);
      if (former != null) {
        throw InputException.in(
            file,
            "trial %d: the word %s in epoch %s was already trial %d. Each word occurs once an epoch"
                .formatted(
                    number,
                    shown(name),
                    Double.toString(epoch).replaceAll("\\.0$", ""),
                    former + 1));
      }
    }
    if (withoutCategory > 0) {
      notes.add(
          "info.cond is no text in %,d of %s: their words have no category (%s)"
              .formatted(
                  withoutCategory,
                  Counted.of(data.count(), "trial"),
                  Remedy.GIVEN_BY_CATEGORIES.words()));
    }
    return words;
  }

  /** Text of the file in a message: a damaged file may have any number of any letters. */
  private static String shown(String text) {
    String start = text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  private int declaredVoxels() {
    Optional<Double> declared = meta.number("nvoxels");
    return declared.isPresent() ? declared.get().intValue() : data.image(0).length;
  }

  /** All trials in single precision, and what was taken off every voxel before. */
  private record Images(float[][] trials, Optional<double[]> offsets) {}

  private Images images(int voxels) {
    if (voxels < 1) {
      throw InputException.in(file, "data has no voxels");
    }
    var precision = new SinglePrecision(voxels);
    var images = new float[data.count()][];
    for (int trial = 0; trial < images.length; trial++) {
      double[] image = data.image(trial);
      if (image.length != voxels) {
        throw InputException.in(
            file,
            "trial %d: %s where %,d voxels are declared"
                .formatted(trial + 1, Counted.of(image.length, "value"), voxels));
      }
      precision.show(image);
      images[trial] = SinglePrecision.rounded(image);
    }
    precision.caution().ifPresent(notes::add);
    Optional<double[]> offsets = precision.offsets();
    if (offsets.isPresent()) {
      for (int trial = 0; trial < images.length; trial++) {
        images[trial] = SinglePrecision.rounded(data.image(trial), offsets.get());
      }
    }
    return new Images(images, offsets);
  }

  private Optional<VoxelGrid> grid(Optional<GridPlacement> placement) {
    Optional<double[][]> colToCoord = meta.matrix("colToCoord");
    if (colToCoord.isEmpty()) {
      notes.add(
          "no meta.colToCoord in the file: the voxels have no coordinates (%s)"
              .formatted(Remedy.GIVEN_BY_COORDINATES.words()));
      return Optional.empty();
    }
    int[][] voxels = zeroBased(colToCoord.get());
    GridPlacement place = placement.isPresent() ? placement.get() : placementInFile(voxels);
    int[] dims = placement.flatMap(GridPlacement::dims).orElse(dims(voxels));
    try {
      return Optional.of(VoxelGrid.of(dims, place.affine(), place.space(), voxels));
    } catch (IllegalArgumentException e) {
      throw InputException.in(file, "meta.colToCoord: " + e.getMessage(), e);
    }
  }

  /**
   * Files of other grids than CMU's say where they lie in {@code meta.affine} and {@code
   * meta.space}.
   */
  private GridPlacement placementInFile(int[][] voxels) {
    Optional<double[][]> affine = meta.matrix("affine");
    if (affine.isPresent()) {
      return placementInFile(affine.get(), meta.text("space"));
    }
    if (!Arrays.equals(dims(voxels), GridPlacement.CMU.dims().orElseThrow())) {
      notes.add(
          "the grid of %s voxels is not CMU's 51 x 61 x 23; CMU's formula gave the mm all the same (%s)"
              .formatted(Arrays.toString(dims(voxels)), Remedy.ANOTHER_AFFINE.words()));
    }
    return GridPlacement.CMU;
  }

  private GridPlacement placementInFile(double[][] affine, Optional<String> space) {
    try {
      Space its = space.map(Space::of).orElse(Space.INDIVIDUAL);
      return new GridPlacement(Affine.of(affine), its, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw InputException.in(file, "meta.affine or meta.space: " + e.getMessage(), e);
    }
  }

  private int[][] zeroBased(double[][] colToCoord) {
    int columns = colToCoord[0].length;
    if (columns != 3 && (colToCoord.length == 3 || columns > MOST_SHOWN)) {
      throw InputException.in(
          file,
          "meta.colToCoord is %,d x %,d%s"
              .formatted(
                  colToCoord.length,
                  columns,
                  colToCoord.length == 3
                      ? ": transpose it, to a row (i, j, k) a voxel"
                      : " where a row (i, j, k) a voxel is expected"));
    }
    var voxels = new int[colToCoord.length][3];
    for (int column = 0; column < voxels.length; column++) {
      double[] row = colToCoord[column];
      if (row.length != 3 || Arrays.stream(row).anyMatch(c -> c != Math.rint(c) || c < 1)) {
        throw InputException.in(
            file,
            "meta.colToCoord: row %d is %s where three whole numbers (i, j, k, counted from 1) are expected"
                .formatted(column + 1, Arrays.toString(row)));
      }
      for (int axis = 0; axis < 3; axis++) {
        voxels[column][axis] = (int) row[axis] - 1;
      }
    }
    return voxels;
  }

  private int[] dims(int[][] voxels) {
    var dims = new int[3];
    String[] fields = {"dimx", "dimy", "dimz"};
    for (int axis = 0; axis < 3; axis++) {
      int a = axis;
      int needed = Arrays.stream(voxels).mapToInt(v -> v[a] + 1).max().orElse(1);
      dims[axis] = meta.number(fields[axis]).map(Double::intValue).orElse(needed);
    }
    return dims;
  }
}
