package org.mitchell.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.bids.RunTables;
import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.BrainModels;
import org.mitchell.cifti.CiftiFile;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusTotals;
import org.mitchell.corpus.CountsFile;
import org.mitchell.corpus.WordList;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.local.LocalEngine;
import org.mitchell.derivatives.SavedAccuracy;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.SavedShares;
import org.mitchell.derivatives.contents.ClusterSidecar;
import org.mitchell.derivatives.contents.LeagueFigures;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.derivatives.contents.RegionSidecar;
import org.mitchell.encoders.Encoder;
import org.mitchell.encoders.StimulusTable;
import org.mitchell.encoders.tokens.Tokenizer;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.fmri.CategoryTable;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.fmri.ImageOptions.Labels;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.Space;
import org.mitchell.gifti.SurfaceMesh;
import org.mitchell.gifti.VertexMaps;
import org.mitchell.images.ImageFiles;
import org.mitchell.images.ParticipantImages;
import org.mitchell.images.WordNames;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.Atlas;
import org.mitchell.maps.atlas.AtlasRegions;
import org.mitchell.maps.atlas.VertexAtlas;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.norms.NormTable;
import org.mitchell.norms.WordFrequency;
import org.mitchell.tables.TableRules;
import org.mitchell.testing.EveryFormat;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.files.ReadingRules;
import org.mitchell.vectors.files.SubwordReader;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.VectorReader;
import org.mitchell.vectors.files.WantedWords;
import org.mitchell.vectors.questions.AnalogyQuestions;
import org.mitchell.vectors.questions.WordPairs;

/**
 * Every reader of files that users give. Its seeds are sound files, {@code
 * testdata/fuzz/seeds/NAME/}, and what it reads with them lies in {@code testdata/fuzz/beside}.
 */
public enum Reader {
  NIFTI(Family.IMAGES, "image.nii", file -> values(NiftiReader.read(file))),
  TRIALS(Family.IMAGES, "trials.nii", file -> trials(file, beside(file, "labels.tsv"), file)),
  ATLAS_IMAGE(
      Family.IMAGES, "labels.nii", file -> atlas(Atlas.read(file, beside(file, "names.txt")))),
  MESH(Family.SURFACES, "mesh.gii", file -> mesh(SurfaceMesh.read(file, ""))),
  VERTEX_MAPS(
      Family.SURFACES, "lh.maps.gii", file -> Arrays.deepToString(VertexMaps.read(file).maps())),
  CIFTI(Family.SURFACES, "maps.nii", file -> Arrays.deepToString(CiftiFile.read(file).maps())),
  ANNOTATION(Family.SURFACES, "lh.aparc.annot", file -> vertices(file)),
  LABEL_SURFACE(Family.SURFACES, "lh.label.gii", file -> vertices(file)),
  LABEL_MATRIX(Family.SURFACES, "atlas.dlabel.nii", file -> vertices(file)),
  RESPONSES_MAT(Family.MATLAB, "participant.mat", file -> responses(file, ReadOptions.DEFAULT)),
  GLMSINGLE(Family.MATLAB, "betas.hdf5", file -> trials(file, beside(file, "labels.tsv"), file)),
  SPM(Family.MATLAB, "SPM.mat", file -> analysis(file)),
  FEATURES(Family.TABLES, "features.tsv", file -> space(FeatureTable.read(file).space())),
  RESPONSES_TABLE(Family.TABLES, "responses.tsv", file -> responses(file, ReadOptions.DEFAULT)),
  LABELS(Family.TABLES, "order.tsv", file -> trials(beside(file, "six.nii"), file, file)),
  EVENTS(Family.TABLES, "events.tsv", file -> RunTables.events(file).toString()),
  CONFOUNDS(Family.TABLES, "confounds.tsv", file -> series(file)),
  COORDINATES(Family.TABLES, "coords.tsv", file -> placed(file)),
  CATEGORIES(
      Family.TABLES,
      "categories.tsv",
      file -> CategoryTable.read(file, TableRules.DEFAULT).toString()),
  WORD_LIST(Family.TABLES, "words.txt", file -> WordList.read(file, TableRules.DEFAULT).toString()),
  NORMS(Family.TABLES, "norms.tsv", file -> norms(file)),
  PAIRS(Family.TABLES, "pairs.tsv", file -> WordPairs.read(file, TableRules.DEFAULT).toString()),
  ANALOGIES(Family.TABLES, "questions.txt", file -> AnalogyQuestions.read(file).toString()),
  STIMULI(
      Family.TABLES,
      "sentences.tsv",
      file -> StimulusTable.read(file, TableRules.DEFAULT).toString()),
  ATLAS_NAMES(
      Family.TABLES, "regions.txt", file -> atlas(Atlas.read(beside(file, "atlas.nii"), file))),
  COUNTS(Family.TABLES, "counts.tsv", file -> counts(CountsFile.read(file))),
  FREQUENCY(Family.TABLES, "frequency.tsv", file -> frequency(file)),
  WORD_NAMES(
      Family.TABLES,
      "names-of-stimuli.tsv",
      file -> new TreeMap<>(WordNames.read(file, TableRules.DEFAULT)).toString()),
  SHARES(
      Family.TABLES,
      "sub-G1/sub-G1_task-nouns_desc-shares.tsv",
      file -> SavedShares.read(file.getParent().getParent(), "G1").toString()),
  FIT(Family.JSON, "sub-G1/sub-G1_task-nouns_model.json", file -> fit(file)),
  ACCURACY(Family.JSON, "sub-G1/sub-G1_task-nouns_evaluation.json", file -> accuracy(file)),
  MAP_SIDECAR(Family.JSON, "statmap.json", file -> MapSidecar.read(file).toString()),
  CLUSTERS(Family.JSON, "clusters.json", file -> ClusterSidecar.read(file).toString()),
  REGIONS(Family.JSON, "regions.json", file -> RegionSidecar.read(file).toString()),
  LEAGUE(Family.JSON, "comparison.json", file -> LeagueFigures.read(file).toString()),
  TOKENIZER(Family.JSON, "tokens.json", file -> tokens(file)),
  ONNX(Family.ENCODERS, "model.onnx", file -> encoder(file)),
  ENCODER_CONFIG(Family.ENCODERS, "config.json", file -> encoder(file)),
  VECTORS(Family.VECTORS, "vectors.bin", file -> vectors(VectorFile.of(file))),
  CORPUS(Family.CORPORA, "corpus.txt", file -> corpus(file));

  /** Readers that are fuzzed in one process. */
  public enum Family {
    IMAGES,
    SURFACES,
    MATLAB,
    TABLES,
    JSON,
    ENCODERS,
    VECTORS,
    CORPORA
  }

  /** What was read of a file, in a text: equal for equal contents. */
  @FunctionalInterface
  interface Content {
    String of(Path file) throws IOException;
  }

  static final Path FOLDER = Path.of("testdata/fuzz");
  private static final int MOST_VERTICES = 16;
  private static final int FRAMES = 3;

  private final Family family;
  private final String file;
  private final Content content;

  Reader(Family family, String file, Content content) {
    this.family = family;
    this.file = file;
    this.content = content;
  }

  Family family() {
    return family;
  }

  /** The name of its file, below the folder of a case. */
  String file() {
    return file;
  }

  /** Reads a file. */
  String read(Path given) throws IOException {
    return content.of(given);
  }

  /** Sound files, in the order of their names. */
  List<Path> seeds() throws IOException {
    Path folder =
        FOLDER.resolve("seeds").resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static List<Reader> of(Family family) {
    return Arrays.stream(values()).filter(reader -> reader.family == family).toList();
  }

  private static Path beside(Path file, String name) {
    return file.resolveSibling(name);
  }

  private static String values(NiftiImage image) {
    return Arrays.toString(image.dims())
        + Arrays.deepToString(image.affine())
        + Arrays.toString(image.toDoubles());
  }

  private static String trials(Path images, Path labels, Path fuzzed) throws IOException {
    return trials(List.of(images), labels, fuzzed);
  }

  private static String trials(List<Path> images, Path labels, Path fuzzed) throws IOException {
    var options =
        new ImageOptions(
            images,
            new Labels(Optional.of(labels), Optional.empty(), Optional.empty(), Optional.empty()),
            fuzzed.toString().endsWith("hdf5") ? Brain.of(beside(fuzzed, "mask.nii")) : Brain.WHOLE,
            1,
            Optional.empty(),
            Within.NONE,
            Optional.empty());
    return ofAll(ParticipantImages.read(images.get(0), "F", ReadOptions.DEFAULT.with(options)));
  }

  private static String analysis(Path file) throws IOException {
    ImageFiles found = ImageFiles.named(List.of(file));
    return trials(found.images(), file, file);
  }

  private static String responses(Path file, ReadOptions options) throws IOException {
    return ofAll(ResponsesReader.read(file, "F", options));
  }

  private static String ofAll(Responses responses) {
    var all = new StringJoiner("\n");
    for (int w = 0; w < responses.words().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        all.add(responses.words().get(w) + Arrays.toString(responses.trial(w, p)));
      }
    }
    return all.toString();
  }

  private static String placed(Path file) throws IOException {
    Path table = beside(file, "two-voxels.tsv");
    return responses(
        table, new ReadOptions(false, Optional.of(file), Optional.of(GridPlacement.CMU)));
  }

  private static String atlas(Atlas atlas) {
    return IntStream.range(0, 8)
        .mapToObj(
            v -> "" + atlas.labelAt(10 - 3 * (v & 1), -20 + 3 * (v >> 1 & 1), 5 + 4 * (v >> 2)))
        .toList()
        .toString();
  }

  /** An atlas of vertices has its regions on a mesh of their number. */
  private static String vertices(Path file) throws IOException {
    VertexAtlas atlas = VertexAtlas.read(file, Optional.empty());
    for (int vertices = 1; vertices <= MOST_VERTICES; vertices++) {
      var mesh = List.of(BrainModel.ofSurface(BrainModel.LEFT, vertices));
      var places =
          Grayordinates.of(
              Grayordinates.Form.GIFTI,
              new BrainModels(mesh, Optional.empty()),
              Space.INDIVIDUAL,
              IntStream.range(0, vertices).toArray());
      try {
        AtlasRegions regions = atlas.regions(places);
        return IntStream.range(0, vertices)
            .mapToObj(vertex -> regions.label(vertex) + " " + regions.name(vertex))
            .toList()
            .toString();
      } catch (InputException e) {
        // It is of another number of vertices.
      }
    }
    return "no regions of so few vertices";
  }

  private static String frequency(Path file) throws IOException {
    return Arrays.toString(
        WordFrequency.read(file, TableRules.DEFAULT).of(List.of("ant", "bee", "cat")));
  }

  private static String mesh(SurfaceMesh mesh) {
    return Arrays.toString(mesh.points()) + Arrays.toString(mesh.triangles());
  }

  private static String space(FeatureSpace space) {
    var all = new StringJoiner("\n").add(space.features().toString());
    for (int w = 0; w < space.words().size(); w++) {
      all.add(space.words().get(w) + Arrays.toString(space.row(w)));
    }
    return all.toString();
  }

  private static String series(Path file) throws IOException {
    var all = new StringJoiner("\n");
    RunTables.confounds(file, FRAMES).forEach((name, s) -> all.add(name + Arrays.toString(s)));
    return all.toString();
  }

  private static String norms(Path file) throws IOException {
    return NormTable.read(file, List.of(), TableRules.DEFAULT).stream()
        .map(norm -> norm.name() + norm.words() + Arrays.toString(norm.values()))
        .toList()
        .toString();
  }

  private static String counts(Cooccurrences counts) {
    var all = new StringJoiner("\n").add(counts.nouns().toString()).add(counts.verbs().toString());
    for (int n = 0; n < counts.nouns().size(); n++) {
      for (int v = 0; v < counts.verbs().size(); v++) {
        all.add("" + counts.count(n, v));
      }
    }
    return all.toString();
  }

  private static String fit(Path file) throws IOException {
    SavedFit fit = SavedFit.read(file.getParent().getParent(), "G1");
    return fit.subject() + fit.study() + Arrays.deepToString(fit.rawFeatures()) + fit.options();
  }

  private static String accuracy(Path file) throws IOException {
    return SavedAccuracy.read(file.getParent().getParent(), "G1").toString();
  }

  private static String tokens(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Tokenizer.of(Json.parse(bytes, file.toString()), file.toString())
        .tokens("the caf\u00e9, celery", 10)
        .toString();
  }

  private static String encoder(Path file) throws IOException {
    try (var encoder = Encoder.open(file.getParent().toString())) {
      return encoder.name();
    }
  }

  private static String vectors(VectorFile file) throws IOException {
    WordVectors vectors = VectorReader.read(file, WantedWords.all(), ReadingRules.DEFAULT);
    var all = new StringJoiner("\n").add(vectors.words() + Arrays.toString(vectors.rows()));
    if (file.hasSubwords()) {
      SubwordReader.read(
          file,
          ReadingRules.DEFAULT,
          List.of("ants"),
          (word, row, values) -> all.add(Arrays.toString(values)));
    }
    return all.toString();
  }

  private static String corpus(Path file) throws IOException {
    try (var workers = new Workers(1)) {
      var engine = new LocalEngine(EveryFormat.COUNTING, ReadingOptions.DEFAULT, Damage.FAIL);
      Cooccurrences counted = engine.count(List.of(new CorpusFile(file)), workers, Progress.NONE);
      CorpusTotals totals = counted.totals();
      return totals.documents() + " " + totals.tokens() + " " + totals.pairs() + counts(counted);
    }
  }
}
