package org.mitchell.bids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.text.NaturalOrder;

/** Finds the runs of a participant in a BIDS dataset and its derivatives. */
public final class BidsDataset {
  private static final String BOLD = "bold";

  /** What tells runs apart. */
  private static final Set<String> OF_RUNS = Set.of("ses", "task", "run", "acq");

  /** What tells images of one run apart, but for what was done to them. */
  private static final Set<String> OF_IMAGES = Set.of("ses", "task", "run", "acq", "space", "res");

  private static final Comparator<BidsPath> BY_RUN =
      Comparator.comparing((BidsPath path) -> path.entity("ses"), new NaturalOrder())
          .thenComparing(path -> path.entity("run"), new NaturalOrder());

  private final BidsQuery query;
  private final BidsFolder raw;
  private final BidsFolder images;
  private final Consumer<String> notes;

  private BidsDataset(BidsQuery query, BidsFolder raw, BidsFolder images, Consumer<String> notes) {
    this.query = query;
    this.raw = raw;
    this.images = images;
    this.notes = notes;
  }

  /** The labels of the participants of a raw dataset. */
  public static List<String> subjects(Path root) throws IOException {
    requireFolder(root);
    if (OpenFmriFolder.isAt(root)) {
      return new OpenFmriFolder(root).subjects();
    }
    List<String> subjects = new BidsFolder(root).subjects();
    if (subjects.isEmpty()) {
      throw InputException.in(
          root, "there is no participant. A BIDS dataset has a folder sub-LABEL for each");
    }
    return subjects;
  }

  /**
   * The runs that are asked for, by session and run.
   *
   * @param notes takes sentences for the user on what was chosen
   * @throws InputException if there are none, or the question leaves a choice that only the user
   *     can make; the message lists what there is
   */
  public static List<BoldRun> runs(BidsQuery query, Consumer<String> notes) throws IOException {
    requireFolder(query.root());
    if (OpenFmriFolder.isAt(query.root())) {
      return new OpenFmriFolder(query.root()).runs(query, notes);
    }
    var raw = new BidsFolder(query.root());
    if (!raw.has(query.subject())) {
      throw InputException.in(
          query.root(),
          "there is no sub-%s. Participants here: %s"
              .formatted(query.subject(), listed(raw.subjects())));
    }
    return new BidsDataset(query, raw, imagesOf(query, raw, notes), notes).runs();
  }

  private static void requireFolder(Path root) {
    if (!Files.isDirectory(root)) {
      throw InputException.in(root, "there is no such folder. A BIDS dataset is expected");
    }
  }

  private static BidsFolder imagesOf(BidsQuery query, BidsFolder raw, Consumer<String> notes)
      throws IOException {
    if (query.derivatives().isPresent()) {
      var folder = new BidsFolder(query.derivatives().get());
      requireFolder(folder.root());
      if (!folder.has(query.subject())) {
        throw InputException.in(
            folder.root(), "there is no sub-%s in these derivatives".formatted(query.subject()));
      }
      return folder;
    }
    List<BidsFolder> found = pipelines(query);
    if (found.size() > 1) {
      throw InputException.in(
          query.root().resolve("derivatives"),
          "preprocessed images of sub-%s are in %s. Choose a folder of derivatives"
              .formatted(
                  query.subject(),
                  found.stream()
                      .map(folder -> folder.root().getFileName().toString())
                      .collect(Collectors.joining(", "))));
    }
    if (found.isEmpty()) {
      notes.accept("no derivatives: the raw images are taken, which nobody has preprocessed");
      return raw;
    }
    return found.get(0);
  }

  /** The folder of derivatives itself, where nobody made one for the program, and those in it. */
  private static List<BidsFolder> pipelines(BidsQuery query) throws IOException {
    Path derivatives = query.root().resolve("derivatives");
    var found = new ArrayList<BidsFolder>();
    if (!Files.isDirectory(derivatives)) {
      return found;
    }
    try (Stream<Path> folders = Stream.concat(Stream.of(derivatives), Files.list(derivatives))) {
      for (Path path : (Iterable<Path>) folders.sorted()::iterator) {
        var folder = new BidsFolder(path);
        if (folder.has(query.subject())
            && folder.functional(query.subject()).stream().anyMatch(BidsDataset::isBold)) {
          found.add(folder);
        }
      }
    }
    return found;
  }

  private static boolean isBold(BidsPath path) {
    return path.suffix().equals(BOLD) && path.isImage();
  }

  private List<BoldRun> runs() throws IOException {
    List<BidsPath> all =
        images.functional(query.subject()).stream().filter(BidsDataset::isBold).toList();
    List<BidsPath> chosen = chosen(all).stream().sorted(BY_RUN).toList();
    var runs = new ArrayList<BoldRun>();
    for (BidsPath bold : chosen) {
      for (BoldRun other : runs) {
        if (BidsPath.sameLabel(other.session(), bold.entity("ses"))
            && BidsPath.sameLabel(other.run(), bold.entity("run"))) {
          throw InputException.in(
              images.root(),
              "%s and %s are images of one run. Say which are wanted"
                  .formatted(other.bold().getFileName(), bold.file().getFileName()));
        }
      }
      runs.add(run(bold));
    }
    return runs;
  }

  private List<BidsPath> chosen(List<BidsPath> all) {
    List<BidsPath> left = all;
    left = of(left, "task", query.task());
    if (query.task().isEmpty()) {
      left = only(left, "task");
    }
    left = of(left, "ses", query.session());
    left = of(left, "run", query.run());
    left = of(left, "desc", query.desc());
    if (query.space().isPresent()) {
      return of(left, "space", query.space());
    }
    List<BidsPath> unlabelled =
        left.stream().filter(path -> path.entity("space").isEmpty()).toList();
    return unlabelled.isEmpty() ? only(left, "space") : unlabelled;
  }

  private List<BidsPath> of(List<BidsPath> files, String key, Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return files;
    }
    List<BidsPath> left =
        files.stream().filter(path -> BidsPath.sameLabel(path.entity(key), wanted.get())).toList();
    if (left.isEmpty()) {
      throw InputException.in(
          images.root(),
          "sub-%s has no BOLD images with %s-%s. There is: %s"
              .formatted(query.subject(), key, wanted.get(), listed(labels(files, key))));
    }
    return left;
  }

  /** Those of the one label that there is. */
  private List<BidsPath> only(List<BidsPath> files, String key) {
    if (files.isEmpty()) {
      throw InputException.in(
          images.root(), "sub-%s has no BOLD images (*_bold.nii.gz)".formatted(query.subject()));
    }
    List<String> labels = labels(files, key);
    if (labels.size() > 1) {
      throw InputException.in(
          images.root(),
          "sub-%s has images of %s %s. Choose one"
              .formatted(
                  query.subject(), key.equals("ses") ? "sessions" : key + "s", listed(labels)));
    }
    if (!labels.get(0).isEmpty()) {
      notes.accept("%s-%s, the only one there is".formatted(key, labels.get(0)));
    }
    return files;
  }

  private static List<String> labels(List<BidsPath> files, String key) {
    return List.copyOf(new TreeSet<>(files.stream().map(path -> path.entity(key)).toList()));
  }

  private static String listed(List<String> labels) {
    return labels.isEmpty()
        ? "none"
        : labels.stream()
            .map(l -> l.isEmpty() ? "(no label)" : l)
            .collect(Collectors.joining(", "));
  }

  private BoldRun run(BidsPath bold) throws IOException {
    Optional<Path> events = events(bold);
    if (events.isEmpty()) {
      throw InputException.in(
          bold.file(),
          "no events of this run in %s (*_task-%s_..._events.tsv)"
              .formatted(raw.root(), bold.entity("task")));
    }
    Optional<Path> timeseries = confounds(bold, "timeseries");
    Optional<Double> tr = images.number(bold, "RepetitionTime");
    return new BoldRun(
        raw.name(),
        bold.entity("ses"),
        bold.entity("run"),
        bold.entity("space"),
        bold.file(),
        new RunEvents.Table(events.get()),
        timeseries.isPresent() ? timeseries : confounds(bold, "regressors"),
        mask(bold),
        tr.isPresent() ? tr : raw.number(bold, "RepetitionTime"),
        images.number(bold, "StartTime"));
  }

  private Optional<Path> events(BidsPath bold) throws IOException {
    return raw.inherited(
        bold, path -> path.suffix().equals("events") && path.extension().equals(".tsv"));
  }

  private Optional<Path> confounds(BidsPath bold, String suffix) throws IOException {
    return sibling(
        bold,
        path ->
            path.suffix().equals(suffix)
                && path.extension().equals(".tsv")
                && path.entity("desc").equals("confounds")
                && path.agrees(bold, OF_RUNS));
  }

  private Optional<Path> mask(BidsPath bold) throws IOException {
    return sibling(
        bold,
        path ->
            path.suffix().equals("mask")
                && path.isImage()
                && path.entity("desc").equals("brain")
                && path.agrees(bold, OF_IMAGES));
  }

  private Optional<Path> sibling(BidsPath bold, Predicate<BidsPath> wanted) throws IOException {
    return images.functional(query.subject()).stream()
        .filter(wanted)
        .map(BidsPath::file)
        .findFirst();
  }
}
