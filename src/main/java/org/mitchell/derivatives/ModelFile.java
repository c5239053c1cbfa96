package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.derivatives.contents.Method;
import org.mitchell.derivatives.contents.Penalties;
import org.mitchell.derivatives.contents.Uninformative;
import org.mitchell.encoding.FeatureScaling;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.NamedSpace;
import org.mitchell.features.SideBySide;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.JsonField;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.Parcellation;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import tools.jackson.databind.JsonNode;

/**
 * What {@code model.json} says, read and checked as a whole: what follows may rely on it.
 *
 * @param signatures the name of the file of signatures, in the same folder
 * @param voxels how many each signature has
 * @param grid where they lie; nothing where they lie in no box
 * @param surfaces where they lie that are grayordinates
 * @param parcels whether each is the mean of a parcel of these
 * @param options of the fit and its evaluation
 * @param left what its cross-validation left out; models of earlier versions do not say
 * @param rank of the scaled features
 * @param scaling of the features
 * @param responses what was fitted
 * @param featureSource a file, or the name of a built-in space; of several spaces all of them
 * @param columns which of its columns were taken; empty for all
 * @param spaces the feature spaces that stand side by side; none where there is one
 * @param features their names
 * @param stimuli the training words
 * @param sha256 of the other files of the fit, by name; models of earlier versions do not say
 * @param told what readers of the model want to know, and the model does not need
 * @param others keys that are none of these
 */
public record ModelFile(
    Path path,
    String subject,
    String study,
    boolean simulated,
    String signatures,
    int voxels,
    Optional<GridPlacement> grid,
    Optional<Surfaces> surfaces,
    boolean parcels,
    EvaluationOptions options,
    Optional<LeftOut> left,
    int rank,
    FeatureScaling scaling,
    FittedFile responses,
    String featureSource,
    String columns,
    List<Space> spaces,
    List<String> features,
    List<Trained> stimuli,
    Map<String, String> sha256,
    Told told,
    Map<String, JsonNode> others) {

  /** Raised when a reader of the old layout would misread the new one. */
  private static final int LAYOUT = 1;

  /** With several feature spaces, each scaled by itself. */
  private static final int LAYOUT_OF_SPACES = 2;

  private static final Set<String> KEYS =
      Set.of(
          "layout",
          "subject",
          "study",
          "simulated",
          "signatures",
          "files",
          "voxels",
          "grid",
          "surfaces",
          "parcels",
          "options",
          "cv",
          "penalties",
          "rank",
          "scaling",
          "responses",
          "featureSource",
          "columns",
          "spaces",
          "features",
          "stimuli",
          "droppedWords",
          "otherSpellings",
          "uninformative",
          "provenance");

  static final String AGAIN = "Fit the participant again";
  private static final int MOST = 100_000_000;

  public ModelFile {
    spaces = List.copyOf(spaces);
    features = List.copyOf(features);
    stimuli = List.copyOf(stimuli);
    sha256 = Collections.unmodifiableMap(new LinkedHashMap<>(sha256));
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** What readers of a model want to know; models of earlier versions say less. */
  public record Told(
      Optional<Penalties> penalties,
      Map<String, String> droppedWords,
      Map<String, String> otherSpellings,
      Optional<Uninformative> uninformative,
      Optional<MadeBy> provenance) {}

  /** The file of the responses as it was at fit, and how it was read. */
  public record FittedFile(Path file, String sha256, ReadOptions options) {}

  /**
   * One of several feature spaces.
   *
   * @param label what it is called, and before the dot the names of its features
   * @param source a file, or the name of a built-in space
   * @param columns which of its columns were taken; empty for all
   * @param features how many there are, side by side with those of the others
   */
  public record Space(String label, String source, String columns, int features) {}

  /**
   * A training word.
   *
   * @param features its unscaled vector
   */
  public record Trained(String word, Optional<String> category, double[] features) {}

  /**
   * @param subject the participant whose model it is to be
   * @throws InputException if the file is damaged; the message names the key
   */
  public static ModelFile read(Path path, String subject) throws IOException {
    JsonField json = JsonField.read(path, AGAIN);
    int layout = json.find("layout").map(field -> field.whole(0, MOST)).orElse(0);
    if (layout != LAYOUT && layout != LAYOUT_OF_SPACES) {
      throw InputException.in(
          path,
          "not a model of this version: layout %d where %d or %d is expected. Fit the participant again"
              .formatted(layout, LAYOUT, LAYOUT_OF_SPACES));
    }
    if (!WordLabels.plain(json.at("subject").text()).equals(WordLabels.plain(subject))) {
      throw json.at("subject").wrong("'" + subject + "'");
    }
    List<String> features = json.at("features").texts();
    if (features.isEmpty()) {
      throw json.at("features").wrong("at least one feature");
    }
    List<Space> spaces = layout == LAYOUT ? List.of() : spaces(json.at("spaces"), features.size());
    List<Integer> widths =
        spaces.isEmpty() ? List.of(features.size()) : spaces.stream().map(Space::features).toList();
    return new ModelFile(
        path,
        json.at("subject").text(),
        json.find("study").map(JsonField::text).orElse(""),
        json.at("simulated").flag(),
        fileName(json.at("signatures")),
        json.at("voxels").whole(1, MOST),
        json.find("grid").map(ResponsesJson::boxed),
        json.find("surfaces").map(Surfaces::read),
        json.find("parcels").map(JsonField::flag).orElse(false),
        OptionsJson.read(json.at("options"), spaces.isEmpty() ? List.of() : widths),
        json.find("cv").map(ModelFile::left),
        json.at("rank").whole(0, MOST),
        scaling(json.at("scaling"), widths),
        ResponsesJson.read(json.at("responses")),
        source(json.at("featureSource")),
        json.find("columns").map(JsonField::text).orElse(""),
        spaces,
        features,
        stimuli(json.at("stimuli"), features.size()),
        hashes(json),
        json.as(Told.class),
        json.without(KEYS));
  }

  /**
   * The model of a fit.
   *
   * @param path where it will be
   * @param sha256 of the other files of the fit
   */
  static ModelFile of(FitRecord record, Path path, Path signatures, Map<Path, String> sha256) {
    ParticipantFit fit = record.fit();
    Responses responses = fit.words().responses();
    var hashes = new LinkedHashMap<String, String>();
    sha256.forEach((file, hash) -> hashes.put(file.getFileName().toString(), hash));
    return new ModelFile(
        path,
        responses.participant(),
        responses.study(),
        responses.simulated(),
        signatures.getFileName().toString(),
        responses.voxels(),
        responses.places().flatMap(ModelFile::placement),
        responses.places().map(VoxelPlaces::voxels).flatMap(Surfaces::of),
        responses.places().filter(Parcellation.class::isInstance).isPresent(),
        fit.options(),
        Optional.of(fit.left()),
        fit.model().rank(),
        fit.model().scaling(),
        new FittedFile(record.source(), record.sourceSha256(), record.readOptions()),
        record.features().fromAnywhere(),
        record.features().columns(),
        spaces(record),
        fit.model().featureNames(),
        responses.stimuli().stream()
            .map(word -> trained(word, fit.words().featureSpace()))
            .toList(),
        hashes,
        new Told(
            OptionsJson.chosen(fit),
            fit.words().dropped(),
            fit.words().featureSpace().spellings(),
            Optional.of(FitSummary.uninformative(fit.uninformative())),
            Optional.of(MadeBy.of(record.provenance()))),
        Map.of());
  }

  private static LeftOut left(JsonField json) {
    return LeftOut.named(json.text()).orElseThrow(() -> json.wrong("pair, word, run, fold or k:N"));
  }

  private static List<Space> spaces(FitRecord record) {
    List<SideBySide.Part> parts = record.fit().words().featureSpace().parts().parts();
    List<NamedSpace> named = record.features().spacesFromAnywhere();
    return IntStream.range(0, parts.size())
        .mapToObj(
            p ->
                new Space(
                    parts.get(p).label(),
                    named.get(p).source(),
                    named.get(p).columns(),
                    parts.get(p).width()))
        .toList();
  }

  private static Optional<GridPlacement> placement(VoxelPlaces places) {
    return places.voxels() instanceof VoxelGrid grid
        ? Optional.of(new GridPlacement(grid.affine(), grid.space(), Optional.of(grid.dims())))
        : Optional.empty();
  }

  private static Trained trained(Stimulus stimulus, FeatureSpace space) {
    return new Trained(
        stimulus.word(),
        stimulus.hasCategory() ? Optional.of(stimulus.category()) : Optional.empty(),
        space.vector(stimulus.word()).orElseThrow());
  }

  /** What the file says. */
  Map<String, Object> content() {
    var json = new LinkedHashMap<String, Object>();
    json.put("layout", spaces.isEmpty() ? LAYOUT : LAYOUT_OF_SPACES);
    json.put("subject", subject);
    json.put("study", study);
    json.put("simulated", simulated);
    json.put("signatures", signatures);
    json.put(
        "files", sha256.entrySet().stream().map(f -> new Hash(f.getKey(), f.getValue())).toList());
    json.put("voxels", voxels);
    json.put("grid", grid.map(ResponsesJson::grid).orElse(null));
    surfaces.ifPresent(own -> json.put("surfaces", own.content()));
    if (parcels) {
      json.put("parcels", true);
    }
    json.put("options", OptionsJson.of(options));
    left.filter(own -> !own.isPairs()).ifPresent(own -> json.put("cv", own.label()));
    told.penalties.ifPresent(chosen -> json.put("penalties", chosen));
    json.put("rank", rank);
    json.put("scaling", new Scaling(scaling.unitLength(), scaling.centre(), scaling.spread()));
    json.put("responses", ResponsesJson.of(responses));
    json.put("featureSource", featureSource);
    json.put("columns", columns);
    if (!spaces.isEmpty()) {
      json.put("spaces", spaces);
    }
    json.put("features", features);
    json.put("stimuli", stimuli);
    json.put("droppedWords", told.droppedWords);
    json.put("otherSpellings", told.otherSpellings);
    told.uninformative.ifPresent(nothing -> json.put("uninformative", nothing));
    told.provenance.ifPresent(made -> json.put("provenance", made));
    json.putAll(others);
    return json;
  }

  private record Hash(String name, String sha256) {}

  private record Scaling(boolean unitLength, double[] centre, double[] spread) {}

  /** The features as they are found again. */
  public FeatureChoice choice() {
    return spaces.isEmpty()
        ? new FeatureChoice(featureSource, columns)
        : FeatureChoice.sideBySide(
            spaces.stream()
                .map(space -> new NamedSpace(space.label, space.source, space.columns))
                .toList());
  }

  /** How the model was made, options by the names that files have for them. */
  public Method method() {
    return OptionsJson.of(options);
  }

  /** The training words. */
  public List<String> words() {
    return stimuli.stream().map(Trained::word).toList();
  }

  /**
   * Sees that a file of the fit is the one that was written with this model. A fit that was killed
   * while it gave its files their names leaves some of the new and some of the old.
   *
   * @throws InputException if it is another, or not there
   */
  Path require(Path file) throws IOException {
    if (hasHashOf(file)) {
      require(file, InputFiles.sha256(file));
    }
    return file;
  }

  /** As {@link #require(Path)}, of a file that has been read and whose SHA-256 is known. */
  void require(Path file, String hash) {
    if (hasHashOf(file) && !hash.equals(sha256.get(file.getFileName().toString()))) {
      throw InputException.in(
          file,
          "not the file that was written with %s (its SHA-256 differs): a fit was broken off, or the file was changed. %s"
              .formatted(path.getFileName(), AGAIN));
    }
  }

  /** Models of the first versions have none of their files. */
  boolean hasHashOf(Path file) {
    return sha256.containsKey(file.getFileName().toString());
  }

  /** A file, or the name of a built-in space. */
  private static String source(JsonField field) {
    if (field.text().indexOf('\0') >= 0) {
      throw field.wrong("the name of a file or of a space");
    }
    return field.text();
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

  private static List<Space> spaces(JsonField json, int features) {
    List<Space> spaces =
        json.list().stream()
            .map(
                space ->
                    new Space(
                        space.at("label").text(),
                        source(space.at("source")),
                        space.at("columns").text(),
                        space.at("features").whole(1, features)))
            .toList();
    if (spaces.size() < 2 || spaces.stream().mapToInt(Space::features).sum() != features) {
      throw json.wrong("two feature spaces or more, of %,d features together,".formatted(features));
    }
    return spaces;
  }

  private static FeatureScaling scaling(JsonField json, List<Integer> widths) {
    int features = widths.stream().mapToInt(width -> width).sum();
    double[] spread = numbers(json.at("spread"), features);
    if (Arrays.stream(spread).anyMatch(s -> !(s > 0))) {
      throw json.at("spread").wrong("numbers above 0");
    }
    return new FeatureScaling(
        json.at("unitLength").flag(), numbers(json.at("centre"), features), spread, widths);
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
}
