package org.mitchell.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * What a simulated participant is made of. Immutable; {@link #run} makes the participant.
 *
 * <p>The response of voxel v in trial t of word w is
 *
 * <pre>y_vwt = b_v + sum_i c_vi f_i(w) + s_vw + e_vwt</pre>
 *
 * <p>with a mean image b common to all words, a signature c_.i for each feature, the feature vector
 * f(w) scaled to unit length, and normal noise e of sd {@link #NOISE_SD}, independent between
 * trials. The response s to the word itself has nothing to do with its features; participants with
 * the same shared seed have the same (see {@link SharedResponse}), and it is 0 unless {@link
 * #sharedSignal()} is asked for. Without it that is the model of Mitchell et al. (2008), so that it
 * holds exactly for analyses that scale feature rows to unit length.
 *
 * <p>A feature's signature is a number of {@link Blob}s of height 1 or -1 at places drawn from the
 * brain, or an image that was given. One gain multiplies all signatures, such that over the voxels
 * with signal the root mean square of (sd over words of the planted response / sd of one trial's
 * noise) is {@link #signalToNoise()}. The sd over words divides by the number of words.
 */
public final class Simulation {
  /** The sd of one trial's noise in every voxel, percent signal change. */
  public static final double NOISE_SD = 1;

  private final SimulationBuilder from;
  private final SimulatedWords words;

  Simulation(SimulationBuilder from, SimulatedWords words) {
    this.from = from;
    this.words = words;
  }

  /**
   * Begins a simulation: six presentations, the ellipsoid of {@link SimulatedBrain#cmu()}, three
   * blobs a feature of FWHM 12 mm, signal to noise 0.3, white noise, a mean image of sd 1, seed 1.
   *
   * @param participant a label of letters and digits, with or without {@code sub-}
   * @throws org.mitchell.files.InputException if that is the label of a real participant, P1 to P9
   */
  public static SimulationBuilder builder(String participant) {
    return new SimulationBuilder(participant);
  }

  /**
   * Makes the participant. The same simulation gives the same numbers with any number of threads.
   *
   * @throws org.mitchell.files.InputException if signal is asked for where the planted responses
   *     cannot differ between words
   */
  public SimulatedParticipant run(Workers workers) {
    PlantedTruth truth = new Planting(this).plant(workers);
    return new SimulatedParticipant(
        this, new TrialSimulator(truth, this).responses(workers), truth);
  }

  /** The label, without {@code sub-}. */
  public String participant() {
    return from.participant;
  }

  /** The stimuli in alphabetical order of their words. */
  public List<Stimulus> stimuli() {
    return words.stimuli();
  }

  /** How often a word of {@link #stimuli()} is presented. */
  public int presentations(int word) {
    return words.presentations()[word];
  }

  public List<String> featureNames() {
    return from.featureNames;
  }

  /** The feature vector of a word of {@link #stimuli()}, scaled to unit length. A copy. */
  public double[] features(int word) {
    return words.features()[word].clone();
  }

  public VoxelGrid grid() {
    return from.grid;
  }

  /** Blobs in the signature of each feature that has no given signature. */
  public int blobsPerFeature() {
    return from.blobsPerFeature;
  }

  /** Full width at half maximum of those blobs, mm. */
  public double blobFwhm() {
    return from.blobFwhm;
  }

  /**
   * Root mean square, over voxels with signal, of sd over words of the planted response by sd of a
   * trial's noise.
   */
  public double signalToNoise() {
    return from.signalToNoise;
  }

  /**
   * FWHM in mm of the Gaussian filter that the noise has passed; 0 for noise independent between
   * voxels.
   */
  public double noiseFwhm() {
    return from.noiseFwhm;
  }

  /** The sd over voxels that the mean image is drawn with, percent signal change; 0 for none. */
  public double baselineSd() {
    return from.baselineSd;
  }

  /**
   * The sd, over words and voxels, of the response to words that participants share and features
   * have no part in, by the sd of a trial's noise.
   */
  public double sharedSignal() {
    return from.sharedSignal;
  }

  /** Whether the signatures are those of all participants with the same shared seed. */
  public boolean sharedSignatures() {
    return from.sharedSignatures;
  }

  /** The seed of what participants share. */
  public long sharedSeed() {
    return from.sharedSeed;
  }

  public long seed() {
    return from.seed;
  }

  /** The names of the features whose signature was given. */
  public List<String> givenSignatures() {
    return from.featureNames.stream().filter(givenImages()::containsKey).toList();
  }

  Optional<double[]> givenSignature(int feature) {
    return Optional.ofNullable(givenImages().get(from.featureNames.get(feature)));
  }

  RandomStreams streams() {
    return new RandomStreams(from.seed);
  }

  /** The streams of what participants share. */
  RandomStreams sharedStreams() {
    return new RandomStreams(from.sharedSeed);
  }

  private Map<String, double[]> givenImages() {
    return from.signatures;
  }
}
