package org.mitchell.bids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.NaturalOrder;

/**
 * A dataset in the layout that OpenFMRI had before BIDS.
 *
 * <p>Images are {@code sub001/BOLD/task001_run001/bold.nii.gz}, or {@code bold_LABEL.nii.gz} where
 * there are several of a run; onsets {@code
 * sub001/model/model001/onsets/task001_run001/cond001.txt}, whose names are in {@code
 * condition_key.txt}; the TR in {@code scan_key.txt}. A mask is looked for at {@code
 * sub001/masks/LABEL/brain.nii.gz}.
 */
final class OpenFmriFolder {
  private static final Pattern SUBJECT = Pattern.compile("sub([0-9]+)");
  private static final Pattern RUN = Pattern.compile("task([0-9]+)_run([0-9]+)");
  private static final Pattern BOLD = Pattern.compile("bold(?:_([^.]+))?\\.nii(?:\\.gz)?");
  private static final Pattern CONDITION = Pattern.compile("(cond[0-9]+)\\.txt");

  private final Path root;

  OpenFmriFolder(Path root) {
    this.root = root;
  }

  /** Whether a folder has participants in this layout. */
  static boolean isAt(Path root) throws IOException {
    for (Path folder : entries(root)) {
      if (SUBJECT.matcher(name(folder)).matches() && Files.isDirectory(folder.resolve("BOLD"))) {
        return true;
      }
    }
    return false;
  }

  /** The labels of the participants: what follows sub. */
  List<String> subjects() throws IOException {
    var subjects = new ArrayList<String>();
    for (Path folder : entries(root)) {
      Matcher subject = SUBJECT.matcher(name(folder));
      if (subject.matches() && Files.isDirectory(folder.resolve("BOLD"))) {
        subjects.add(subject.group(1));
      }
    }
    return subjects;
  }

  /**
   * The runs that are asked for, in the order of their numbers.
   *
   * @param notes takes sentences for the user on what was chosen
   * @throws InputException if there are none, or the question leaves a choice
   */
  List<BoldRun> runs(BidsQuery query, Consumer<String> notes) throws IOException {
    requireNone(query.session(), "sessions");
    requireNone(query.space(), "spaces");
    requireNone(query.derivatives().map(Path::toString), "folders of derivatives");
    Path subject = root.resolve("sub" + query.subject());
    if (!Files.isDirectory(subject)) {
      throw InputException.in(
          root,
          "there is no sub%s. Participants here: %s"
              .formatted(query.subject(), String.join(", ", subjects())));
    }
    List<Folder> folders = folders(subject, query);
    String label = label(folders, query, notes);
    Optional<Double> tr = repetitionTime();
    Path mask = subject.resolve("masks").resolve(label).resolve("brain.nii.gz");
    var runs = new ArrayList<BoldRun>();
    for (Folder folder : folders) {
      runs.add(
          new BoldRun(
              "",
              "",
              folder.run,
              "",
              folder.image(label),
              events(subject, folder),
              Optional.empty(),
              Optional.of(mask).filter(Files::exists),
              tr,
              Optional.empty()));
    }
    return runs;
  }

  private void requireNone(Optional<String> wanted, String what) {
    if (wanted.isPresent()) {
      throw InputException.in(
          root,
          "'%s' is asked for, and OpenFMRI's old layout has no %s".formatted(wanted.get(), what));
    }
  }

  /** A run's folder, with its images by the label in their names. */
  private record Folder(Path path, String task, String run, Map<String, Path> images) {
    Path image(String label) {
      if (!images.containsKey(label)) {
        throw InputException.in(
            path,
            "there is no %s. Images here: %s"
                .formatted(
                    label.isEmpty() ? "bold.nii.gz" : "bold_" + label + ".nii.gz",
                    String.join(
                        ", ", images.values().stream().map(OpenFmriFolder::name).toList())));
      }
      return images.get(label);
    }
  }

  private List<Folder> folders(Path subject, BidsQuery query) throws IOException {
    var folders = new ArrayList<Folder>();
    var tasks = new TreeSet<String>();
    for (Path path : entries(subject.resolve("BOLD"))) {
      Matcher run = RUN.matcher(name(path));
      if (!run.matches()) {
        continue;
      }
      tasks.add(run.group(1));
      boolean wanted =
          query.task().map(task -> isTask(run.group(1), task)).orElse(true)
              && query.run().map(number -> BidsPath.sameLabel(number, run.group(2))).orElse(true);
      Map<String, Path> images = images(path);
      if (wanted && !images.isEmpty()) {
        folders.add(new Folder(path, run.group(1), run.group(2), images));
      }
    }
    if (folders.isEmpty()) {
      throw InputException.in(
          subject.resolve("BOLD"),
          "no run is as asked for (taskNNN_runNNN/bold.nii.gz). Tasks here: "
              + String.join(", ", tasks));
    }
    if (folders.stream().map(Folder::task).distinct().count() > 1) {
      throw InputException.in(
          subject.resolve("BOLD"),
          "there are tasks %s. Choose one".formatted(String.join(", ", tasks)));
    }
    return folders;
  }

  private static boolean isTask(String number, String wanted) {
    return BidsPath.sameLabel(wanted.replaceFirst("^task(?=[0-9])", ""), number);
  }

  private static Map<String, Path> images(Path folder) throws IOException {
    var images = new LinkedHashMap<String, Path>();
    for (Path file : entries(folder)) {
      Matcher bold = BOLD.matcher(name(file));
      if (bold.matches()) {
        images.put(bold.group(1) == null ? "" : bold.group(1), file);
      }
    }
    return images;
  }

  /** Which of the images of each run are meant. */
  private static String label(List<Folder> folders, BidsQuery query, Consumer<String> notes) {
    if (query.desc().isPresent()) {
      return query.desc().get();
    }
    Map<String, Path> first = folders.get(0).images;
    if (first.containsKey("")) {
      return "";
    }
    if (first.size() > 1) {
      throw InputException.in(
          folders.get(0).path,
          "there are images %s of a run. Choose a description"
              .formatted(String.join(", ", first.keySet())));
    }
    String only = first.keySet().iterator().next();
    notes.accept("images bold_%s, the only ones there are".formatted(only));
    return only;
  }

  private RunEvents events(Path subject, Folder run) throws IOException {
    Path models = subject.resolve("model");
    for (Path model : Files.isDirectory(models) ? entries(models) : List.<Path>of()) {
      Path onsets = model.resolve("onsets").resolve(name(run.path));
      if (Files.isDirectory(onsets)) {
        return new RunEvents.OfConditions(onsets, conditions(onsets, name(model), run.task));
      }
    }
    throw InputException.in(
        run.path,
        "no onsets of this run in %s/model/modelNNN/onsets/%s"
            .formatted(name(subject), name(run.path)));
  }

  private Map<Path, String> conditions(Path onsets, String model, String task) throws IOException {
    Map<String, String> names = conditionNames(model, task);
    var conditions = new LinkedHashMap<Path, String>();
    for (Path file : entries(onsets)) {
      Matcher condition = CONDITION.matcher(name(file));
      if (condition.matches()) {
        conditions.put(file, names.getOrDefault(condition.group(1), condition.group(1)));
      }
    }
    if (conditions.isEmpty()) {
      throw InputException.in(onsets, "no onsets (condNNN.txt)");
    }
    return conditions;
  }

  /** By condition, from lines such as {@code task001 cond001 house}. */
  private Map<String, String> conditionNames(String model, String task) throws IOException {
    Path key = root.resolve("models").resolve(model).resolve("condition_key.txt");
    var names = new LinkedHashMap<String, String>();
    for (List<String> cells : key(key)) {
      if (cells.size() > 2 && cells.get(0).equals("task" + task)) {
        names.put(cells.get(1), String.join(" ", cells.subList(2, cells.size())));
      }
    }
    return names;
  }

  /** In seconds, from the line {@code TR 2.5}. */
  private Optional<Double> repetitionTime() throws IOException {
    Path key = root.resolve("scan_key.txt");
    for (List<String> cells : key(key)) {
      if (cells.get(0).equals("TR") && cells.size() > 1) {
        try {
          return Optional.of(Double.valueOf(cells.get(1)));
        } catch (NumberFormatException e) {
          throw InputException.in(
              key, "TR is '%s' where seconds are expected".formatted(cells.get(1)), e);
        }
      }
    }
    return Optional.empty();
  }

  private static List<List<String>> key(Path file) throws IOException {
    var rows = new ArrayList<List<String>>();
    if (Files.exists(file)) {
      Optional<TextTable> table = TextTable.open(file, TableRules.DEFAULT, TableKind.LIST);
      if (table.isPresent()) {
        table.get().rows(row -> rows.add(List.of(String.join(" ", row.cells()).split("\\s+"))));
      }
    }
    return rows;
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .sorted(Comparator.comparing(OpenFmriFolder::name, new NaturalOrder()))
          .toList();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
