package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.analysis.LeftOut;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.Method;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureChoice;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.Parcellation;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Heap;
import org.mitchell.text.Counted;

/** What a fit left in a derivatives folder, read back. */
public final class SavedFit {
  private static final String MODEL = "model.json";

  /** Signatures are held that take no more than this part of what Java may use. */
  private static final int PART_OF_HEAP = 8;

  private final ModelFile file;
  private final Optional<VoxelPlaces> places;
  private final SavedSignatures signatures;
  private final EncodingModel model;

  private SavedFit(ModelFile file, long room) throws IOException {
    this.file = file;
    Path written = beside(file.signatures());
    requireWritten(written);
    this.places = places(written);
    this.signatures = new SavedSignatures(file, written, places, room);
    this.model =
        EncodingModel.of(
            file.stimuli().stream().map(ModelFile.Trained::word).toList(),
            file.features(),
            file.options().encoding(),
            file.scaling(),
            signatures,
            file.rank());
    if (!file.hasHashOf(written)) {
      signatures.forEach((feature, signature) -> {}); // nothing else says whether they are whole
    }
  }

  private Optional<VoxelPlaces> places(Path signatures) throws IOException {
    Optional<VoxelPlaces> voxels = voxels(signatures);
    if (voxels.isEmpty() || !file.parcels()) {
      return voxels;
    }
    Path labels = SignatureFiles.parcels(signatures);
    requireWritten(labels);
    float[] values = ImageOfColumns.read(labels, voxels, voxels.get().columns());
    var numbers = new int[values.length];
    for (int v = 0; v < numbers.length; v++) {
      numbers[v] = (int) values[v];
    }
    return Optional.of(Parcellation.of(voxels.get(), numbers));
  }

  private Optional<VoxelPlaces> voxels(Path signatures) throws IOException {
    if (file.surfaces().isPresent()) {
      requireWritten(SignatureFiles.mask(signatures));
      return Optional.of(SignatureFiles.places(signatures, file.surfaces().get()));
    }
    return file.grid().isPresent()
        ? Optional.of(grid(signatures, file.grid().get()))
        : Optional.empty();
  }

  /** A file of the fit, of two hemispheres both, is the one that was written with the model. */
  private void requireWritten(Path written) throws IOException {
    for (Path part : SignatureFiles.files(written, file.surfaces())) {
      file.require(part);
    }
  }

  /**
   * Reads the model of one participant.
   *
   * @param root the derivatives folder
   * @throws InputException if there is no such model, one of its files is damaged, or they are not
   *     of one fit
   */
  public static SavedFit read(Path root, String subject) throws IOException {
    return read(root, subject, Heap.allowed() / PART_OF_HEAP);
  }

  /**
   * As above.
   *
   * @param room bytes that the signatures may take in memory: where they are more, their file is
   *     gone over each time that they are asked for
   */
  static SavedFit read(Path root, String subject, long room) throws IOException {
    Path file = file(root, subject);
    if (!Files.exists(file)) {
      throw notFitted(root, subject);
    }
    return new SavedFit(ModelFile.read(file, subject), room);
  }

  /** What to say of a participant that is asked for and was not fitted into a folder. */
  public static InputException notFitted(Path root, String subject) throws IOException {
    return InputException.in(
        file(root, subject),
        "participant %s has not been fitted here%s. %s"
            .formatted(subject, fittedHere(root), Remedy.FIT_FIRST.words(subject)));
  }

  /** Where the model of a participant is described. */
  public static Path file(Path root, String subject) {
    return BidsName.found(root, subject, MODEL).plain(MODEL);
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
    return file.subject();
  }

  public String study() {
    return file.study();
  }

  /** The label of what the participant did, in the names of the files. */
  public Optional<String> task() {
    return BidsName.task(file.path());
  }

  public boolean simulated() {
    return file.simulated();
  }

  public EncodingModel model() {
    return model;
  }

  /**
   * The model with its voxel columns in the order of other places of the same voxels. Images do not
   * keep the order in which the responses had them.
   *
   * @throws InputException if these are other voxels
   */
  public EncodingModel modelOn(VoxelPlaces other) {
    int[] columns = columnsOn(other);
    if (Arrays.equals(columns, IntStream.range(0, columns.length).toArray())) {
      return model;
    }
    return model.at(columns);
  }

  /**
   * Reads the signatures of several fits into memory, where they stay: what asks for long and often
   * does not go over the files each time, and goes on by the models that were read.
   *
   * @throws InputException if Java may not use as much memory, or a file is another than was
   *     written
   */
  public static void hold(List<SavedFit> fits) {
    Heap.require(
        "what stays in memory of %s (signatures)".formatted(Counted.of(fits.size(), "fit")),
        fits.stream().mapToLong(fit -> fit.signatures.bytes()).sum(),
        "fewer participants, or fits of fewer features or voxels");
    fits.forEach(fit -> fit.signatures.hold());
  }

  /**
   * What the cross-validation of the fit left out. Models of earlier versions leave it to the
   * figures beside them.
   */
  public LeftOut left() throws IOException {
    if (file.left().isPresent()) {
      return file.left().get();
    }
    String name = file.path().getFileName().toString();
    Path figures = beside(name.replaceFirst("model\\.json$", "evaluation.json"));
    return Files.exists(figures)
        ? FitFigures.read(figures).cv().flatMap(LeftOut::named).orElse(LeftOut.PAIRS)
        : LeftOut.PAIRS;
  }

  /** Where the model's own voxels lie; nothing where that is not known. */
  public Optional<VoxelPlaces> places() {
    return places;
  }

  /** The box that they lie in; nothing for surfaces, and where places are not known. */
  public Optional<VoxelGrid> grid() {
    return places.filter(VoxelGrid.class::isInstance).map(VoxelGrid.class::cast);
  }

  /** How the model was fitted, for readers of a picture, thing by thing. */
  public List<String> settings() {
    Method method = OptionsJson.of(options());
    return List.of(
        "preset " + method.preset(),
        "ridge " + method.ridge(),
        "voxels " + method.voxels(),
        Counted.of(model().words().size(), "word"));
  }

  public EvaluationOptions options() {
    return file.options();
  }

  /**
   * The stability of every voxel over all words, as the fit wrote it (in single precision); nothing
   * where it wrote none, because the words had one presentation.
   *
   * @throws InputException if the map is damaged or of other voxels
   */
  public Optional<double[]> stability() throws IOException {
    Path map = SignatureFiles.stability(beside(file.signatures()));
    if (!Files.exists(map)) {
      return Optional.empty();
    }
    file.require(map);
    float[] values = ImageOfColumns.read(map, places, model.voxels());
    var stability = new double[values.length];
    for (int v = 0; v < values.length; v++) {
      stability[v] = values[v];
    }
    return Optional.of(stability);
  }

  /** Which features they are. */
  public FeatureChoice features() {
    return file.choice();
  }

  /** What they are, without folders. */
  public String featuresInShort() {
    return features().inShort();
  }

  /** What gave the features: a file, or the name of a built-in space; of several all of them. */
  public String featureSource() {
    return file.featureSource();
  }

  /** Which of its columns were taken; empty for all. */
  public String columns() {
    return file.columns();
  }

  /** The unscaled vectors of the training words, words x features, words as in the model. */
  public double[][] rawFeatures() {
    return file.stimuli().stream()
        .map(stimulus -> stimulus.features().clone())
        .toArray(double[][]::new);
  }

  /** The categories that the training words had, of those that had one. */
  public Map<String, String> categories() {
    var categories = new LinkedHashMap<String, String>();
    for (ModelFile.Trained stimulus : file.stimuli()) {
      stimulus.category().ifPresent(category -> categories.put(stimulus.word(), category));
    }
    return categories;
  }

  /** Where its model's file is. */
  public Path modelFile() {
    return file.path();
  }

  /** The file that the responses were read from. */
  public Path responsesFile() {
    return file.responses().file();
  }

  /** The SHA-256 that it had. */
  public String responsesSha256() {
    return file.responses().sha256();
  }

  /**
   * Sees that the responses have every word that the model was trained on.
   *
   * @throws InputException if one is missing
   */
  public void requireWords(Responses responses) {
    var there = new HashSet<>(responses.words());
    for (String word : model.words()) {
      if (!there.contains(word)) {
        throw InputException.in(
            file.path(),
            "the model was trained on '%s', to which %s has no responses. Fit the participant again"
                .formatted(word, file.responses().file()));
      }
    }
  }

  /** How it was read. */
  public ReadOptions readOptions() {
    return file.responses().options();
  }

  /** The encoding of the tables of text that it was made of, where they are not UTF-8. */
  public Optional<Charset> encoding() {
    return readOptions().encoding();
  }

  /**
   * For every column of other places of the same voxels, the model's own column of that voxel.
   *
   * @throws InputException if these are other voxels
   */
  public int[] columnsOn(VoxelPlaces others) {
    VoxelPlaces mine = places.orElseThrow(this::otherVoxels);
    if (mine instanceof VoxelGrid own && others instanceof VoxelGrid other) {
      return columnsOn(own, other);
    }
    // Others are in the order of their files.
    boolean same = mine.isSame(others);
    if (!same) {
      throw otherVoxels();
    }
    return IntStream.range(0, mine.columns()).toArray();
  }

  private int[] columnsOn(VoxelGrid own, VoxelGrid other) {
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
      throw otherVoxels();
    }
    return columns;
  }

  private InputException otherVoxels() {
    return InputException.in(
        file.path(),
        "the responses have other voxels than the model. Fit participant " + subject() + " again");
  }

  private VoxelGrid grid(Path signatures, GridPlacement place) throws IOException {
    file.require(SignatureFiles.mask(signatures));
    return SignatureFiles.grid(
        signatures, place.dims().orElseThrow(), place.affine(), place.space());
  }

  private Path beside(String name) {
    return file.path().resolveSibling(name);
  }

  private static String fittedHere(Path root) throws IOException {
    List<String> there = subjects(root);
    return there.isEmpty() ? "" : " (fitted here: " + String.join(", ", there) + ")";
  }
}
