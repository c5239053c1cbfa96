package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mitchell.files.InputException;

/**
 * Puts the trials of a CMU participant file together: which word, which presentation, which voxels,
 * and where.
 */
final class CmuReader {
  private final Path file;
  private final CmuFile cmu;
  private final List<String> notes = new ArrayList<>();

  CmuReader(Path file, CmuFile cmu) {
    this.file = file;
    this.cmu = cmu;
  }

  Responses read(String participant, ReadOptions options) throws IOException {
    requireTrials();
    Map<String, Word> words = words();
    Optional<VoxelGrid> grid =
        options.coordinates().isPresent() ? Optional.empty() : grid(options.placement());
    float[][] images = images(grid.isPresent() ? grid.get().columns() : declaredVoxels());
    var trials = new ArrayList<float[][]>();
    var stimuli = new ArrayList<Stimulus>();
    words.forEach(
        (name, word) -> {
          stimuli.add(new Stimulus(name, word.category));
          trials.add(
              word.trialOfEpoch.values().stream().map(t -> images[t]).toArray(float[][]::new));
        });
    return new Responses(
        participant,
        cmu.metaText("study").orElse(""),
        stimuli,
        trials.toArray(float[][][]::new),
        grid,
        notes);
  }

  /** One word's trials, by their epochs. */
  private static final class Word {
    final String category;
    final SortedMap<Double, Integer> trialOfEpoch = new TreeMap<>();

    Word(String category) {
      this.category = category;
    }
  }

  private void requireTrials() {
    if (cmu.trials() == 0) {
      throw InputException.in(file, "data has no trials");
    }
    if (cmu.trials() != cmu.infoEntries()) {
      throw InputException.in(
          file,
          "info has %,d entries where data has %,d trials: they must agree"
              .formatted(cmu.infoEntries(), cmu.trials()));
    }
  }

  private Map<String, Word> words() throws IOException {
    var words = new LinkedHashMap<String, Word>();
    for (int trial = 0; trial < cmu.trials(); trial++) {
      int number = trial + 1;
      String name =
          cmu.infoText("word", trial)
              .filter(w -> !w.isBlank())
              .orElseThrow(
                  () ->
                      InputException.in(
                          file, "trial " + number + ": info.word is missing or is not text"));
      String category = cmu.infoText("cond", trial).orElse("");
      Word word = words.computeIfAbsent(name, w -> new Word(category));
      if (!word.category.equals(category)) {
        throw InputException.in(
            file,
            "trial %d: the word %s has category '%s' here and '%s' in an earlier trial"
                .formatted(number, name, category, word.category));
      }
      // Without epochs the order of the file is the order of presentation.
      double epoch = cmu.infoNumber("epoch", trial).orElse((double) word.trialOfEpoch.size() + 1);
      Integer former = word.trialOfEpoch.putIfAbsent(epoch, trial);
      if (former != null) {
        throw InputException.in(
            file,
            "trial %d: the word %s in epoch %s was already trial %d. Each word occurs once an epoch"
                .formatted(
                    number, name, Double.toString(epoch).replaceAll("\\.0$", ""), former + 1));
      }
    }
    return words;
  }

  private int declaredVoxels() throws IOException {
    Optional<Double> declared = cmu.metaNumber("nvoxels");
    return declared.isPresent() ? declared.get().intValue() : cmu.image(0).length;
  }

  private float[][] images(int voxels) throws IOException {
    if (voxels < 1) {
      throw InputException.in(file, "data has no voxels");
    }
    var images = new float[cmu.trials()][];
    for (int trial = 0; trial < images.length; trial++) {
      images[trial] = cmu.image(trial);
      if (images[trial].length != voxels) {
        throw InputException.in(
            file,
            "trial %d: %,d values where %,d voxels are declared"
                .formatted(trial + 1, images[trial].length, voxels));
      }
    }
    return images;
  }

  private Optional<VoxelGrid> grid(Optional<GridPlacement> placement) throws IOException {
    Optional<double[][]> colToCoord = cmu.metaMatrix("colToCoord");
    if (colToCoord.isEmpty()) {
      notes.add(
          "no meta.colToCoord in the file: the voxels have no coordinates (--coords FILE gives"
              + " them)");
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
  private GridPlacement placementInFile(int[][] voxels) throws IOException {
    Optional<double[][]> affine = cmu.metaMatrix("affine");
    if (affine.isPresent()) {
      return placementInFile(affine.get(), cmu.metaText("space"));
    }
    if (!Arrays.equals(dims(voxels), GridPlacement.CMU.dims().orElseThrow())) {
      notes.add(
          "the grid of %s voxels is not CMU's 51 x 61 x 23; CMU's formula gave the mm all the same (--affine: another)"
              .formatted(Arrays.toString(dims(voxels))));
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

  private int[] dims(int[][] voxels) throws IOException {
    var dims = new int[3];
    String[] fields = {"dimx", "dimy", "dimz"};
    for (int axis = 0; axis < 3; axis++) {
      int a = axis;
      int needed = Arrays.stream(voxels).mapToInt(v -> v[a] + 1).max().orElse(1);
      dims[axis] = cmu.metaNumber(fields[axis]).map(Double::intValue).orElse(needed);
    }
    return dims;
  }
}
