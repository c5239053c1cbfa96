package org.mitchell.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.derivatives.AskedWords;
import org.mitchell.derivatives.AskedWords.Asked;
import org.mitchell.derivatives.ComparedVoxels;
import org.mitchell.derivatives.ImageOfColumns;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.UnseenWords;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.evaluation.ranks.CandidateWords;
import org.mitchell.evaluation.ranks.Identification;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.study.ImageIdentifier;
import org.mitchell.words.WordSum;

/** One participant's fit, as the page asks about it. */
public final class ViewedFit {
  private final SavedFit fit;
  private final Optional<VoxelGrid> grid;
  private final Optional<Cortex> cortex;
  private final ResponsesReading reading;
  private final Optional<AnatomyBelow> below;
  private final Workers workers;
  private final UnseenWords unseen;
  private final AskedWords words;
  private Optional<ScannedWords> scanned = Optional.empty();
  private boolean read;
  private String whyNoResponses = "";

  /** Reads the responses that a fit was made of; nothing where they are no longer to be had. */
  @FunctionalInterface
  public interface ResponsesReading {
    Optional<Responses> read() throws IOException;
  }

  /**
   * @param reading is called once, and not before {@link #readResponses} or the first question that
   *     needs them
   * @param below the anatomy that its brains are shown on, else they are shown on its voxels
   * @throws InputException if the voxels of the fit have no coordinates
   */
  public ViewedFit(
      SavedFit fit, ResponsesReading reading, Optional<AnatomyBelow> below, Workers workers) {
    this(
        fit,
        Optional.of(fit.grid().orElseThrow(() -> notInABox(fit))),
        Optional.empty(),
        reading,
        below,
        workers);
  }

  /**
   * A participant on surfaces, whose images are drawn on meshes.
   *
   * @param reading as above
   * @throws InputException if the meshes are not those of the fit's vertices
   */
  public static ViewedFit onMeshes(
      SavedFit fit, ResponsesReading reading, CorticalMeshes meshes, Workers workers) {
    if (!(fit.places().orElse(null) instanceof Grayordinates places)) {
      throw notInABox(fit);
    }
    var cortex = new Cortex(fit, places, meshes);
    return new ViewedFit(
        fit, Optional.empty(), Optional.of(cortex), reading, Optional.empty(), workers);
  }

  private ViewedFit(
      SavedFit fit,
      Optional<VoxelGrid> grid,
      Optional<Cortex> cortex,
      ResponsesReading reading,
      Optional<AnatomyBelow> below,
      Workers workers) {
    this.fit = fit;
    this.below = below;
    this.grid = grid;
    this.cortex = cortex;
    this.reading = reading;
    this.workers = workers;
    this.unseen = new UnseenWords(fit, workers);
    this.words = new AskedWords(fit, unseen);
  }

  private static InputException notInABox(SavedFit fit) {
    return fit.places().isPresent()
        ? fit.places().get().noBox("the page", fit.subject())
        : new InputException(
            "the voxels of participant %s have no coordinates, so there is no brain to view"
                .formatted(fit.subject()),
            Remedy.COORDINATES);
  }

  SavedFit fit() {
    return fit;
  }

  EncodingModel model() {
    return fit.model();
  }

  Optional<AnatomyBelow> below() {
    return below;
  }

  /**
   * @throws Refusal if the participant is on surfaces
   */
  VoxelGrid grid() {
    return grid.orElseThrow(
        () ->
            new Refusal(
                Refusal.CANNOT_BE_USED,
                "participant %s is on surfaces, which have pictures alone"
                    .formatted(fit.subject())));
  }

  /** The meshes of a participant on surfaces. */
  Optional<Cortex> cortex() {
    return cortex;
  }

  /** The unscaled features of the words of the fit, words x features, not to be changed. */
  double[][] features() {
    return words.rawFeatures();
  }

  /** Reads the responses and predicts every word by the model of the others, ahead of questions. */
  public void readResponses() {
    scanned().ifPresent(ScannedWords::finish);
  }

  /** Why there are no observed images; empty where there are. */
  synchronized String whyNoResponses() {
    scanned();
    return whyNoResponses;
  }

  /** Responses that cannot be read take nothing from what the model alone can answer. */
  private synchronized Optional<ScannedWords> scanned() {
    if (!read) {
      read = true;
      whyNoResponses = "The responses could not be read.";
      try {
        Optional<Responses> responses = reading.read();
        scanned =
            responses.isPresent()
                ? Optional.of(ScannedWords.of(fit, responses.get(), workers))
                : Optional.empty();
        whyNoResponses = "";
        if (scanned.isEmpty()) {
          whyNoResponses =
              "The responses are no longer at %s. %s."
                  .formatted(fit.responsesFile(), Remedy.RESPONSES_ARE_ELSEWHERE.words());
        }
      } catch (IOException | InputException e) {
        whyNoResponses = e.getMessage();
      }
    }
    return scanned;
  }

  /** A word that was typed, and what the user should know of how it was found. */
  record Typed(Asked word, List<String> notes) {}

  /**
   * The word that a typed one stands for, with its features: of the fit, whatever its case, or from
   * where the fit had its features.
   *
   * @throws InputException if there are none, or it can be taken for several
   */
  Typed typed(String word) throws IOException {
    AskedWords.Found found = words.known(List.of(word));
    if (found.words().isEmpty()) {
      throw new InputException(
          "No brain for \u201c%s\u201d: %s.".formatted(word, found.dropped().get(word)));
    }
    return new Typed(found.words().get(0), found.notes());
  }

  /**
   * What is near a typed word, or a sum; its own words are not among it.
   *
   * @throws InputException if the word has no features, or those of others cannot be read
   */
  UnseenWords.Near near(String word, int most) throws IOException {
    Asked asked = typed(word).word();
    var without = new ArrayList<String>(List.of(asked.word(), asked.asked()));
    WordSum.parse(asked.word()).ifPresent(sum -> without.addAll(sum.words()));
    return unseen.near(asked.rawVector(), without, most);
  }

  /** The observed image of a word of the fit; nothing of other words, or without responses. */
  Optional<float[]> observed(String word) throws IOException {
    return words.trained(word).flatMap(this::trained).flatMap(WordPrediction::observed);
  }

  /** What is known of a word if it is one of the fit; nothing for other words. */
  Optional<WordPrediction> trained(Asked word) {
    if (!word.trained()) {
      return Optional.empty();
    }
    return scanned()
        .map(scannedWords -> scannedWords.prediction(word.word()))
        .or(
            () ->
                Optional.of(
                    WordPrediction.unobserved(
                        word.word(),
                        WordPrediction.Source.TRAINED_ON_THE_WORD,
                        model().predict(word.rawVector()))));
  }

  /** Where an image has its largest magnitude, in mm. */
  double[] peak(float[] image) {
    int peak = 0;
    for (int column = 0; column < image.length; column++) {
      peak = Math.abs(image[column]) > Math.abs(image[peak]) ? column : peak;
    }
    return grid().mm(peak);
  }

  /** A voxel: what it weighs, and what it responds to. */
  record Voxel(
      int[] ijk, double[] mm, Map<String, Float> coefficients, boolean observed, List<Best> best) {
    /** A word and the response to it, as its deviation from the mean over words. */
    record Best(String word, float response) {}
  }

  /**
   * The voxel at a place of the box, nothing outside the brain.
   *
   * @param most how many words it is to name
   */
  Optional<Voxel> voxel(int[] ijk, int most) {
    int column = column(ijk);
    if (column < 0) {
      return Optional.empty();
    }
    var coefficients = new float[model().featureNames().size()];
    model().signatures().forEach((f, signature) -> coefficients[f] = signature[column]);
    var named = new LinkedHashMap<String, Float>();
    for (int f = 0; f < coefficients.length; f++) {
      named.put(model().featureNames().get(f), coefficients[f]);
    }
    Optional<ScannedWords> seen = scanned();
    float[] responses =
        seen.map(w -> column(w.images(), column)).orElseGet(() -> predicted(coefficients));
    List<Voxel.Best> best =
        IntStream.range(0, responses.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer w) -> -responses[w]))
            .limit(most)
            .map(w -> new Voxel.Best(model().words().get(w), responses[w]))
            .toList();
    return Optional.of(new Voxel(ijk, grid().mm(column), named, seen.isPresent(), best));
  }

  private static float[] column(float[][] images, int column) {
    var values = new float[images.length];
    for (int w = 0; w < values.length; w++) {
      values[w] = images[w][column];
    }
    return values;
  }

  /** The responses to the words of the fit at a voxel of these coefficients. */
  private float[] predicted(float[] coefficients) {
    var values = new float[features().length];
    for (int w = 0; w < values.length; w++) {
      double[] scaled = model().scaling().apply(features()[w]);
      double sum = 0;
      for (int f = 0; f < scaled.length; f++) {
        sum += scaled[f] * coefficients[f];
      }
      values[w] = (float) sum;
    }
    return values;
  }

  /** -1 where the brain is not. */
  private int column(int[] ijk) {
    int[] dims = grid().dims();
    for (int axis = 0; axis < 3; axis++) {
      if (ijk[axis] < 0 || ijk[axis] >= dims[axis]) {
        return -1;
      }
    }
    int index = ijk[0] + dims[0] * (ijk[1] + dims[1] * ijk[2]);
    return IntStream.range(0, grid().columns())
        .filter(column -> grid().linearIndex(column) == index)
        .findFirst()
        .orElse(-1);
  }

  /** What {@link #identify} finds, and over how many voxels it compares. */
  record Found(Identification.Identified identified, int voxels) {}

  /**
   * Ranks the words of the fit by how alike the images that the model predicts of them are to an
   * image, as the command {@code identify} does.
   *
   * @param image a NIfTI file on the grid of the fit
   * @param name what messages call it
   * @throws InputException if it is no such image
   */
  Found identify(InputStream image, Path name) throws IOException {
    float[] values = ImageOfColumns.read(image, name, grid());
    Optional<ScannedWords> seen = scanned();
    int[] columns =
        seen.isPresent()
            ? seen.get().compared()
            : ComparedVoxels.of(fit, fit.options().voxels(), Optional.empty(), -1, workers);
    var identifier =
        new ImageIdentifier(
            Identification.by(
                model(),
                new CandidateWords(model().words(), features()),
                columns,
                fit.options().metric(),
                workers));
    return new Found(identifier.identify(values, name, Softmax.DEFAULT), identifier.voxels());
  }
}
