package org.mitchell.simulation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Heap;
import org.mitchell.text.Counted;

/**
 * Sets what a {@link Simulation} is made of, one thing after the other; stimuli and features are
 * needed.
 */
public final class SimulationBuilder {
  final String participant;
  private List<Stimulus> stimuli = List.of();
  private double[][] vectors = {};
  private int[] presentations = {6};
  List<String> featureNames = List.of();
  VoxelGrid grid = SimulatedBrain.cmu();
  int blobsPerFeature = 3;
  double blobFwhm = 12;
  final Map<String, double[]> signatures = new LinkedHashMap<>();
  double signalToNoise = 0.3;
  double noiseFwhm;
  double baselineSd = 1;
  double sharedSignal;
  boolean sharedSignatures;
  long seed = 1;
  long sharedSeed = 1;

  SimulationBuilder(String participant) {
    this.participant = ParticipantLabel.require(participant);
  }

  private SimulationBuilder(SimulationBuilder from) {
    participant = from.participant;
    featureNames = from.featureNames;
    grid = from.grid;
    blobsPerFeature = from.blobsPerFeature;
    blobFwhm = from.blobFwhm;
    signatures.putAll(from.signatures);
    signalToNoise = from.signalToNoise;
    noiseFwhm = from.noiseFwhm;
    baselineSd = from.baselineSd;
    sharedSignal = from.sharedSignal;
    sharedSignatures = from.sharedSignatures;
    seed = from.seed;
    sharedSeed = from.sharedSeed;
  }

  /** The words, in the order of the feature vectors. */
  public SimulationBuilder stimuli(List<Stimulus> newStimuli) {
    stimuli = List.copyOf(newStimuli);
    return this;
  }

  /**
   * The features, scaled to unit length here, word by word.
   *
   * @param names one a feature
   * @param wordsByFeatures words x features, words in the order of the stimuli
   */
  public SimulationBuilder features(List<String> names, double[][] wordsByFeatures) {
    featureNames = List.copyOf(names);
    vectors = Arrays.stream(wordsByFeatures).map(double[]::clone).toArray(double[][]::new);
    return this;
  }

  /**
   * How often the words are presented: one number for all, or one a word in the order of the
   * stimuli.
   */
  public SimulationBuilder presentations(int... numbers) {
    presentations = numbers.clone();
    return this;
  }

  public SimulationBuilder grid(VoxelGrid newGrid) {
    grid = newGrid;
    return this;
  }

  /**
   * How many blobs the signature of each feature has, and their full width at half maximum in mm.
   */
  public SimulationBuilder blobs(int perFeature, double fwhm) {
    blobsPerFeature = perFeature;
    blobFwhm = fwhm;
    return this;
  }

  /**
   * Gives the signature of one feature in place of drawn blobs, up to the gain that all signatures
   * share.
   *
   * @param feature its name
   * @param image a value a voxel column of the grid; see {@link Blob#on}
   */
  public SimulationBuilder signature(String feature, double[] image) {
    signatures.put(feature, image.clone());
    return this;
  }

  /**
   * See {@link Simulation#signalToNoise()}; 0 plants nothing. With the sixty nouns, the 25 verbs
   * and all other settings as they are, leave-two-out is right in about .7 to .85 of the pairs at
   * 0.08 and in practically all at 0.3.
   */
  public SimulationBuilder signalToNoise(double ratio) {
    signalToNoise = ratio;
    return this;
  }

  /** See {@link Simulation#noiseFwhm()}. */
  public SimulationBuilder noiseFwhm(double mm) {
    noiseFwhm = mm;
    return this;
  }

  /** See {@link Simulation#baselineSd()}. */
  public SimulationBuilder baselineSd(double sd) {
    baselineSd = sd;
    return this;
  }

  public SimulationBuilder seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /** See {@link Simulation#sharedSignal()}; 0 for none. */
  public SimulationBuilder sharedSignal(double sd) {
    sharedSignal = sd;
    return this;
  }

  /** Whether signatures are those of all participants with the same shared seed. */
  public SimulationBuilder sharedSignatures(boolean shared) {
    sharedSignatures = shared;
    return this;
  }

  /** The seed of what participants share: the response to words, and signatures where asked for. */
  public SimulationBuilder sharedSeed(long newSeed) {
    sharedSeed = newSeed;
    return this;
  }

  /**
   * The finished simulation.
   *
   * @throws InputException if something is missing, out of range or of the wrong shape, or more
   *     than the memory holds
   */
  public Simulation build() {
    requireNumbers();
    requireFeatureNames();
    SimulatedWords words = SimulatedWords.of(stimuli, vectors, featureNames.size(), presentations);
    requireSignatures();
    requireMemory(words);
    return new Simulation(new SimulationBuilder(this), words);
  }

  private void requireNumbers() {
    require(blobsPerFeature >= 0, "blobs per feature", blobsPerFeature, "0 or more");
    require(
        blobFwhm > 0 && Double.isFinite(blobFwhm),
        "width of a blob (FWHM, mm)",
        blobFwhm,
        "a positive number");
    require(
        signalToNoise >= 0 && Double.isFinite(signalToNoise),
        "signal to noise",
        signalToNoise,
        "0 or more");
    require(
        noiseFwhm >= 0 && noiseFwhm <= 100,
        "smoothness of the noise (FWHM, mm)",
        noiseFwhm,
        "0 to 100");
    require(
        baselineSd >= 0 && Double.isFinite(baselineSd),
        "sd of the mean image",
        baselineSd,
        "0 or more");
    require(
        sharedSignal >= 0 && Double.isFinite(sharedSignal),
        "sd of the response that participants share",
        sharedSignal,
        "0 or more");
  }

  private static void require(boolean holds, String what, Number got, String expected) {
    if (!holds) {
      throw new InputException(
          "simulation: %s: got %s where %s is expected".formatted(what, got, expected));
    }
  }

  private void requireFeatureNames() {
    var seen = new HashSet<String>();
    for (String name : featureNames) {
      if (name.isBlank() || !seen.add(name)) {
        throw new InputException(
            "simulation: feature '%s' has no name, or that of another. Each needs a name of its own"
                .formatted(name));
      }
    }
    if (featureNames.isEmpty()) {
      throw new InputException("simulation: there are no features. At least one is needed");
    }
  }

  private void requireSignatures() {
    signatures.forEach(
        (feature, image) -> {
          if (!featureNames.contains(feature)) {
            throw new InputException(
                "simulation: a signature is given for '%s', which is no feature. Known: %s"
                    .formatted(feature, String.join(", ", featureNames)));
          }
          if (image.length != grid.columns() || !Arrays.stream(image).allMatch(Double::isFinite)) {
            throw new InputException(
                "simulation: the signature of '%s' has %s where %,d finite ones, one a voxel, are expected"
                    .formatted(feature, Counted.of(image.length, "value"), grid.columns()));
          }
        });
  }

  private void requireMemory(SimulatedWords words) {
    long perVoxel = 4L * words.trials() + 4L * featureNames.size();
    Heap.require(
        "simulation: %s of %s"
            .formatted(Counted.of(words.trials(), "trial"), Counted.of(grid.columns(), "voxel")),
        perVoxel * grid.columns(),
        "fewer words, presentations or voxels");
  }
}
