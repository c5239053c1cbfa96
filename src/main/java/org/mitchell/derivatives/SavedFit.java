package org.mitchell.derivatives;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.mitchell.files.InputFiles;
import org.mitchell.files.Json;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
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
    float[][] volumes;
    if (json.path("grid").isObject()) {
      NiftiImage image = NiftiReader.read(signatures);
      this.grid = Optional.of(grid(file.resolveSibling(maskName(signatures)), json.path("grid")));
      volumes = volumes(signatures, image, grid.get());
    } else {
      this.grid = Optional.empty();
      volumes = table(signatures);
    }
    this.model = model(volumes);
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
          "participant " + subject + " has not been fitted here" + fittedHere(root) + ". Fit it first: mitchell fit --subject "
              + subject);
    }
    JsonNode json = Json.read(file);
    try {
      return new SavedFit(file, json);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw InputException.in(file, "damaged: " + e.getMessage() + ". Fit the participant again", e);
    }
  }

  /** Where the model of a participant is described. */
  public static Path file(Path root, String subject) {
    return new BidsName(subject, Optional.empty()).plain(root, "model.json");
  }

  /** The labels of the participants that were fitted into a folder, in alphabetical order. */
  public static List<String> subjects(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .map(f -> f.getFileName().toString())
          .filter(name -> name.startsWith("sub-"))
          .map(name -> name.substring("sub-".length()))
          .filter(subject -> Files.exists(file(root, subject)))
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

  private EncodingModel model(float[][] signatures) {
    JsonNode options = json.path("options");
    JsonNode scaling = json.path("scaling");
    List<String> words =
        StreamSupport.stream(json.path("stimuli").spliterator(), false).map(s -> s.path("word").asString()).toList();
    List<String> features =
        StreamSupport.stream(json.path("features").spliterator(), false).map(JsonNode::asString).toList();
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
            options.path("ridge").asDouble()),
        new FeatureScaling(
            scaling.path("unitLength").asBoolean(), doubles(scaling.path("centre")), doubles(scaling.path("spread"))),
        signatures,
        json.path("rank").asInt());
  }

  private static <E extends Enum<E>> E named(Class<E> kind, JsonNode name) {
    return Enum.valueOf(kind, name.asString("").toUpperCase(Locale.ROOT));
  }

  private static String maskName(Path signatures) {
    return signatures.getFileName().toString().replace("_desc-signatures_statmap", "_desc-brain_mask");
  }

  private static VoxelGrid grid(Path mask, JsonNode grid) throws IOException {
    NiftiImage image = NiftiReader.read(mask);
    int[] dims = ints(grid.path("dims"));
    if (!Arrays.equals(image.dims(), dims)) {
      throw InputException.in(
          mask, "%s voxels where the model has %s".formatted(Arrays.toString(image.dims()), Arrays.toString(dims)));
    }
    long[] stored = image.toStoredLongs();
    var inMask = new boolean[stored.length];
    for (int index = 0; index < stored.length; index++) {
      inMask[index] = stored[index] != 0;
    }
    var space = new Space(grid.path("space").asString(), grid.path("xformCode").asInt());
    return VoxelGrid.ofMask(dims, ModelJson.affine(grid.path("affine")), space, inMask);
  }

  private static float[][] volumes(Path file, NiftiImage image, VoxelGrid grid) {
    int box = grid.boxSize();
    int count = Math.toIntExact(image.header().voxels() / box);
    if (image.header().voxels() != (long) count * box) {
      throw InputException.in(file, "volumes of another size than the model's grid");
    }
    var volumes = new float[count][grid.columns()];
    for (int t = 0; t < count; t++) {
      float[] values = image.floats(t * box, box);
      for (int column = 0; column < grid.columns(); column++) {
        volumes[t][column] = values[grid.linearIndex(column)];
      }
    }
    return volumes;
  }

  private static float[][] table(Path file) throws IOException {
    var columns = new ArrayList<float[]>();
    try (var csv =
        CsvReader.builder()
            .fieldSeparator('\t')
            .ofCsvRecord(new InputStreamReader(InputFiles.open(file), StandardCharsets.UTF_8))) {
      csv.stream()
          .skip(1)
          .forEach(
              row -> {
                var values = new float[row.getFieldCount() - 1];
                for (int f = 0; f < values.length; f++) {
                  values[f] = Float.parseFloat(row.getField(f + 1).replace("n/a", "NaN"));
                }
                columns.add(values);
              });
    }
    var volumes = new float[columns.get(0).length][columns.size()];
    for (int v = 0; v < columns.size(); v++) {
      for (int f = 0; f < volumes.length; f++) {
        volumes[f][v] = columns.get(v)[f];
      }
    }
    return volumes;
  }

  private static GridPlacement placement(JsonNode node) {
    var space = new Space(node.path("space").asString(), node.path("xformCode").asInt());
    Optional<int[]> dims = node.path("dims").isArray() ? Optional.of(ints(node.path("dims"))) : Optional.empty();
    return new GridPlacement(ModelJson.affine(node.path("affine")), space, dims);
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static String fittedHere(Path root) throws IOException {
    List<String> there = subjects(root);
    return there.isEmpty() ? "" : " (fitted here: " + String.join(", ", there) + ")";
  }
}
