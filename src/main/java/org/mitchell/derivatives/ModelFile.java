package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FeatureScaling;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.JsonField;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Space;

/**
 * What {@code model.json} says, read and checked as a whole: what follows may rely on it.
 *
 * @param signatures the name of the file of signatures, in the same folder
 * @param voxels how many each signature has
 * @param grid where they lie; nothing where they have no coordinates
 * @param options of the fit and its evaluation
 * @param rank of the scaled features
 * @param scaling of the features
 * @param responses what was fitted
 * @param featureSource a file, or the name of a built-in space
 * @param columns which of its columns were taken; empty for all
 * @param features their names
 * @param stimuli the training words
 * @param sha256 of the other files of the fit, by name; models of earlier versions do not say
 */
record ModelFile(
    Path path,
    String subject,
    String study,
    boolean simulated,
    String signatures,
    int voxels,
    Optional<GridPlacement> grid,
    EvaluationOptions options,
    int rank,
    FeatureScaling scaling,
    FittedFile responses,
    String featureSource,
    String columns,
    List<String> features,
    List<Trained> stimuli,
    Map<String, String> sha256) {

  private static final String AGAIN = "Fit the participant again";
  private static final int MOST = 100_000_000;

  /** The longest edge of a NIfTI-1 image. */
  private static final int LONGEST_EDGE = Short.MAX_VALUE;

  /** The file of the responses as it was at fit, and how it was read. */
  record FittedFile(Path file, String sha256, ReadOptions options) {}

  /**
   * A training word.
   *
   * @param features its unscaled vector
   */
  record Trained(String word, Optional<String> category, double[] features) {}

  /**
   * @param subject the participant whose model it is to be
   * @throws InputException if the file is damaged; the message names the key
   */
  static ModelFile read(Path path, String subject) throws IOException {
    JsonField json = JsonField.read(path, AGAIN);
    int layout = json.find("layout").map(field -> field.whole(0, MOST)).orElse(0);
    if (layout != ModelJson.LAYOUT) {
      throw InputException.in(
          path,
          "not a model of this version: layout %d where %d is expected. Fit the participant again"
              .formatted(layout, ModelJson.LAYOUT));
    }
    if (!WordLabels.plain(json.at("subject").text()).equals(WordLabels.plain(subject))) {
      throw json.at("subject").wrong("'" + subject + "'");
    }
    List<String> features = json.at("features").texts();
    if (features.isEmpty()) {
      throw json.at("features").wrong("at least one feature");
    }
    return new ModelFile(
        path,
        json.at("subject").text(),
        json.find("study").map(JsonField::text).orElse(""),
        json.at("simulated").flag(),
        fileName(json.at("signatures")),
        json.at("voxels").whole(1, MOST),
        json.find("grid").map(ModelFile::boxed),
        options(json.at("options")),
        json.at("rank").whole(0, MOST),
        scaling(json.at("scaling"), features.size()),
        responses(json.at("responses")),
        json.at("featureSource").text(),
        json.find("columns").map(JsonField::text).orElse(""),
        features,
        stimuli(json.at("stimuli"), features.size()),
        hashes(json));
  }

  /**
   * Sees that a file of the fit is the one that was written with this model. A fit that was killed
   * while it gave its files their names leaves some of the new and some of the old.
   *
   * @throws InputException if it is another
   */
  Path require(Path file) throws IOException {
    String expected = sha256.get(file.getFileName().toString());
    if (expected != null && Files.exists(file) && !InputFiles.sha256(file).equals(expected)) {
      throw InputException.in(
          file,
          "not the file that was written with %s (its SHA-256 differs): a fit was broken off, or the file was changed. %s"
              .formatted(path.getFileName(), AGAIN));
    }
    return file;
  }

  private static String fileName(JsonField field) {
    String name = field.text();
    if (name.isBlank() || name.matches("(?s).*[/\\\\\\p{Cntrl}].*") || name.startsWith(".")) {
      throw field.wrong("the name of a file in the same folder");
    }
    return name;
  }

  private static Map<String, String> hashes(JsonField json) {
    var hashes = new LinkedHashMap<String, String>();
    json.find("files")
        .map(JsonField::list)
        .orElse(List.of())
        .forEach(file -> hashes.put(file.at("name").text(), file.at("sha256").text()));
    return hashes;
  }

  private static EvaluationOptions options(JsonField json) {
    JsonField voxels = json.at("voxels");
    boolean all = voxels.isText() && voxels.text().equals("all");
    return new EvaluationOptions(
        new EncodingOptions(
            json.at("preset").oneOf(Preset.class),
            json.at("scale").oneOf(Scale.class),
            penalty(json)),
        all ? OptionalInt.empty() : OptionalInt.of(voxels.whole(1, MOST)),
        json.at("metric").oneOf(Metric.class),
        json.at("match").oneOf(MatchRule.class));
  }

  private static Penalty penalty(JsonField json) {
    JsonField ridge = json.at(PenaltyJson.RIDGE);
    if (!ridge.isText()) {
      return checked(ridge, "a penalty from 0 up", () -> new Penalty.Fixed(ridge.number()));
    }
    if (!ridge.text().equals(PenaltyJson.AUTO)) {
      throw ridge.wrong("a penalty, or auto,");
    }
    return new Penalty.Chosen(
        json.find(PenaltyJson.GRID)
            .map(
                grid -> checked(grid, "ascending penalties", () -> PenaltyGrid.of(grid.numbers()))),
        json.at(PenaltyJson.PER).oneOf(Penalty.Per.class),
        json.find(PenaltyJson.ERROR)
            .map(error -> error.oneOf(Penalty.Error.class))
            .orElse(Penalty.Error.RAW));
  }

  private static FeatureScaling scaling(JsonField json, int features) {
    double[] spread = numbers(json.at("spread"), features);
    if (Arrays.stream(spread).anyMatch(s -> !(s > 0))) {
      throw json.at("spread").wrong("numbers above 0");
    }
    return new FeatureScaling(
        json.at("unitLength").flag(), numbers(json.at("centre"), features), spread);
  }

  private static double[] numbers(JsonField json, int count) {
    double[] numbers = json.numbers();
    if (numbers.length != count) {
      throw json.wrong("%,d numbers, one a feature,".formatted(count));
    }
    return numbers;
  }

  private static List<Trained> stimuli(JsonField json, int features) {
    var seen = new HashSet<String>();
    List<Trained> stimuli =
        json.list().stream()
            .map(
                stimulus -> {
                  if (!seen.add(stimulus.at("word").text())) {
                    throw stimulus.at("word").wrong("another word than those before");
                  }
                  return new Trained(
                      stimulus.at("word").text(),
                      stimulus.find("category").map(JsonField::text),
                      numbers(stimulus.at("features"), features));
                })
            .toList();
    if (stimuli.isEmpty()) {
      throw json.wrong("at least one word");
    }
    return stimuli;
  }

  private static FittedFile responses(JsonField json) {
    return new FittedFile(
        path(json.at("file")),
        json.at("sha256").text(),
        new ReadOptions(
            json.at("dropNan").flag(),
            json.find("coordinates").map(ModelFile::path),
            json.find("placement").map(ModelFile::placement),
            json.find("encoding").map(ModelFile::encoding)));
  }

  private static Charset encoding(JsonField json) {
    return checked(json, "the name of an encoding", () -> Charset.forName(json.text()));
  }

  private static Path path(JsonField json) {
    try {
      return Path.of(json.text());
    } catch (InvalidPathException e) {
      throw json.wrong("the name of a file");
    }
  }

  private static GridPlacement placement(JsonField json) {
    return new GridPlacement(
        affine(json.at("affine")), space(json), json.find("dims").map(ModelFile::dims));
  }

  /** The grid of a model has a box, always. */
  private static GridPlacement boxed(JsonField json) {
    return new GridPlacement(
        affine(json.at("affine")), space(json), Optional.of(dims(json.at("dims"))));
  }

  private static int[] dims(JsonField json) {
    int[] dims = json.list().stream().mapToInt(edge -> edge.whole(1, LONGEST_EDGE)).toArray();
    long box = Arrays.stream(dims).asLongStream().reduce(1, (a, b) -> a * b);
    if (dims.length != 3 || box > MOST) {
      throw json.wrong("three numbers of voxels, %,d in all at most,".formatted(MOST));
    }
    return dims;
  }

  private static Space space(JsonField json) {
    JsonField label = json.at("space");
    int code = json.at("xformCode").whole(0, Short.MAX_VALUE);
    return checked(label, "a label of letters and digits", () -> new Space(label.text(), code));
  }

  private static Affine affine(JsonField json) {
    double[][] rows = json.list().stream().map(JsonField::numbers).toArray(double[][]::new);
    return checked(json, "an affine, four rows of four numbers,", () -> Affine.of(rows));
  }

  /** What a type itself refuses is no value that a fit writes. */
  private static <T> T checked(JsonField json, String expected, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw json.wrong(expected);
    }
  }
}
