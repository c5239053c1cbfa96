package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FeatureScaling;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import tools.jackson.databind.JsonNode;

/** What a fit left in a derivatives folder, read back. */
public final class SavedFit {
  private final Path file;
  private final JsonNode json;
  private final Optional<VoxelGrid> grid;
  private final EncodingModel model;

  private SavedFit(Path file, JsonNode json) throws IOException {
    this.file = file;
    this.json = json;
    if (json.path("layout").asInt(0) != ModelJson.LAYOUT) {
      throw InputException.in(
          file,
          "not a model of this version: layout %s where %d is expected. Fit the participant again"
              .formatted(json.path("layout"), ModelJson.LAYOUT));
    }
    Path signatures = file.resolveSibling(json.path("signatures").asString(""));
    JsonNode place = json.path("grid");
    this.grid = place.isObject() ? Optional.of(grid(signatures, place)) : Optional.empty();
    this.model =
        model(
            grid.isPresent()
                ? SignatureFiles.ofImage(signatures, grid.get())
                : SignatureFiles.ofTable(signatures));
  }

  /**
   * Reads the model of one participant.
   *
   * @param root the derivatives folder
   * @throws InputException if there is no such model, or one of its files is damaged
   */
  public static SavedFit read(Path root, String subject) throws IOException {
    Path file = file(root, subject);
    if (!Files.exists(file)) {
      throw InputException.in(
          file,
          "participant %s has not been fitted here%s. Fit it first: mitchell fit --subject %s"
              .formatted(subject, fittedHere(root), subject));
    }
    JsonNode json = Json.read(file);
    try {
      return new SavedFit(file, json);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw InputException.in(
          file, "damaged: " + e.getMessage() + ". Fit the participant again", e);
    }
  }

  /** Where the model of a participant is described. */
  public static Path file(Path root, String subject) {
    return BidsName.of(subject, Optional.empty()).plain(root, "model.json");
  }

  /** The labels of the participants that were fitted into a folder, in alphabetical order. */
  public static List<String> subjects(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .filter(name -> name.startsWith("sub-"))
          .map(name -> name.substring("sub-".length()))
          // One that must not be looked at is none to be left out without a word.
          .filter(subject -> !Files.notExists(file(root, subject)))
          .sorted()
          .toList();
    }
  }

  public String subject() {
    return json.path("subject").asString();
  }

  public String study() {
    return json.path("study").asString("");
  }

  public boolean simulated() {
    return json.path("simulated").asBoolean();
  }

  public EncodingModel model() {
    return model;
  }

  /**
   * The model with its voxel columns in the order of another grid of the same voxels. Images do not
   * keep the order in which the responses had them.
   *
   * @throws InputException if the grid has other voxels
   */
  public EncodingModel modelOn(VoxelGrid other) {
    int[] columns = columnsOn(other);
    float[][] signatures = model.signatures();
    var ordered = new float[signatures.length][columns.length];
    for (int f = 0; f < ordered.length; f++) {
      for (int column = 0; column < columns.length; column++) {
        ordered[f][column] = signatures[f][columns[column]];
      }
    }
    return EncodingModel.of(
        model.words(),
        model.featureNames(),
        model.options(),
        model.scaling(),
        ordered,
        model.rank());
  }

  /** The model's own voxels; nothing where they have no coordinates. */
  public Optional<VoxelGrid> grid() {
    return grid;
  }

  public EvaluationOptions options() {
    JsonNode options = json.path("options");
    JsonNode voxels = options.path("voxels");
    return new EvaluationOptions(
        model.options(),
        voxels.isNumber() ? OptionalInt.of(voxels.asInt()) : OptionalInt.empty(),
        named(Metric.class, options.path("metric")),
        named(MatchRule.class, options.path("match")));
  }

  /**
   * The stability of every voxel over all words, as the fit wrote it (in single precision); nothing
   * where it wrote none, because the words had one presentation.
   *
   * @throws InputException if the map is damaged or of other voxels
   */
  public Optional<double[]> stability() throws IOException {
    Path map = SignatureFiles.stability(file.resolveSibling(json.path("signatures").asString("")));
    if (!Files.exists(map)) {
      return Optional.empty();
    }
    float[] values = ImageOfColumns.read(map, grid, model.voxels());
    var stability = new double[values.length];
    for (int v = 0; v < values.length; v++) {
      stability[v] = values[v];
    }
    return Optional.of(stability);
  }

  /** What gave the features: a file, or the name of a built-in space. */
  public String featureSource() {
    return json.path("featureSource").asString();
  }

  /** Which of its columns were taken; empty for all. */
  public String columns() {
    return json.path("columns").asString("");
  }

  /** The unscaled vectors of the training words, words x features, words as in the model. */
  public double[][] rawFeatures() {
    return StreamSupport.stream(json.path("stimuli").spliterator(), false)
        .map(stimulus -> doubles(stimulus.path("features")))
        .toArray(double[][]::new);
  }

  /** The categories that the training words had, of those that had one. */
  public Map<String, String> categories() {
    var categories = new LinkedHashMap<String, String>();
    for (JsonNode stimulus : json.path("stimuli")) {
      if (stimulus.path("category").isString()) {
        categories.put(stimulus.path("word").asString(), stimulus.path("category").asString());
      }
    }
    return categories;
  }

  /** The file that the responses were read from. */
  public Path responsesFile() {
    return Path.of(json.path("responses").path("file").asString());
  }

  /** The SHA-256 that it had. */
  public String responsesSha256() {
    return json.path("responses").path("sha256").asString();
  }

  /** How it was read. */
  public ReadOptions readOptions() {
    JsonNode responses = json.path("responses");
    JsonNode coordinates = responses.path("coordinates");
    JsonNode placement = responses.path("placement");
    return new ReadOptions(
        responses.path("dropNan").asBoolean(),
        coordinates.isString() ? Optional.of(Path.of(coordinates.asString())) : Optional.empty(),
        placement.isObject() ? Optional.of(placement(placement)) : Optional.empty());
  }

  /**
   * For every column of another grid of the same voxels, the model's own column of that voxel.
   *
   * @throws InputException if the grid has other voxels
   */
  public int[] columnsOn(VoxelGrid other) {
    VoxelGrid own =
        grid.orElseThrow(
            () -> new IllegalStateException("voxels without coordinates keep their order"));
    var columnAt = new int[own.boxSize()];
    Arrays.fill(columnAt, -1);
    for (int column = 0; column < own.columns(); column++) {
      columnAt[own.linearIndex(column)] = column;
    }
    boolean same = Arrays.equals(own.dims(), other.dims()) && own.columns() == other.columns();
    var columns = new int[other.columns()];
    for (int column = 0; same && column < columns.length; column++) {
      columns[column] = columnAt[other.linearIndex(column)];
      same = columns[column] >= 0;
    }
    if (!same) {
      throw InputException.in(
          file,
          "the responses have other voxels than the model. Fit participant "
              + subject()
              + " again");
    }
    return columns;
  }

  private EncodingModel model(float[][] signatures) {
    JsonNode options = json.path("options");
    JsonNode scaling = json.path("scaling");
    List<String> words =
        StreamSupport.stream(json.path("stimuli").spliterator(), false)
            .map(s -> s.path("word").asString())
            .toList();
    List<String> features =
        StreamSupport.stream(json.path("features").spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    if (signatures.length != features.size()) {
      throw new IllegalArgumentException(
          "%d signatures for %d features".formatted(signatures.length, features.size()));
    }
    return EncodingModel.of(
        words,
        features,
        new EncodingOptions(
            named(Preset.class, options.path("preset")),
            named(Scale.class, options.path("scale")),
            PenaltyJson.read(options)),
        new FeatureScaling(
            scaling.path("unitLength").asBoolean(),
            doubles(scaling.path("centre")),
            doubles(scaling.path("spread"))),
        signatures,
        json.path("rank").asInt());
  }

  static <E extends Enum<E>> E named(Class<E> kind, JsonNode name) {
    return Enum.valueOf(kind, name.asString("").toUpperCase(Locale.ROOT));
  }

  private static VoxelGrid grid(Path signatures, JsonNode place) throws IOException {
    var affine = ModelJson.affine(place.path("affine"));
    return SignatureFiles.grid(signatures, ints(place.path("dims")), affine, space(place));
  }

  private static GridPlacement placement(JsonNode node) {
    Optional<int[]> dims =
        node.path("dims").isArray() ? Optional.of(ints(node.path("dims"))) : Optional.empty();
    return new GridPlacement(ModelJson.affine(node.path("affine")), space(node), dims);
  }

  private static Space space(JsonNode node) {
    return new Space(node.path("space").asString(), node.path("xformCode").asInt());
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static String fittedHere(Path root) throws IOException {
    List<String> there = subjects(root);
    return there.isEmpty() ? "" : " (fitted here: " + String.join(", ", there) + ")";
  }
}
