package org.mitchell.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mitchell.provenance.TypedCommand;

/** The commands that add what a folder does not have, to be copied as they stand. */
final class NextCommands {
  private static final String SUBJECT = "--subject";

  /** As in {@code --mesh}. */
  static final String MESHES = "LEFT.surf.gii,RIGHT.surf.gii";

  private static final Path USUAL_ROOT = Path.of("derivatives/mitchell");

  private final FitFiles files;
  private final Path root;

  NextCommands(FitFiles files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * A command that reads responses as a fit does, with the options that the first participant was
   * fitted with.
   *
   * @param command its name
   */
  String asFitted(String command, List<String> subjects) {
    List<String> fit =
        files.participants().get(0).model().told().provenance().stream()
            .flatMap(made -> made.arguments().stream())
            .toList();
    var words = new ArrayList<>(List.of(command, SUBJECT));
    words.add(String.join(",", subjects));
    for (int i = 1; i < fit.size(); i++) {
      if (fit.get(i).equals(SUBJECT)) {
        i++;
      } else if (!fit.get(i).startsWith(SUBJECT + "=")) {
        words.add(fit.get(i));
      }
    }
    addRoot(words, "--out");
    return TypedCommand.forFiles(words).toString();
  }

  /**
   * A command that reads fits.
   *
   * @param words its name and what it is to do, as typed
   */
  String ofFits(String... words) {
    var all = new ArrayList<>(List.of(words[0], SUBJECT, files.subjectOption()));
    all.addAll(List.of(words).subList(1, words.length));
    addRoot(all, "--model");
    return TypedCommand.forFiles(all).toString();
  }

  /** What names regions, as typed: files of surfaces have the names inside. */
  String[] withAtlas(String... words) {
    List<String> atlas =
        files.areOfSurfaces()
            ? List.of("--atlas", "ATLAS.dlabel.nii")
            : List.of("--atlas", "ATLAS.nii.gz", "--atlas-names", "NAMES.txt");
    return Stream.concat(Stream.of(words), atlas.stream()).toArray(String[]::new);
  }

  /** The command that finds clusters and names them. */
  String clusters() {
    return ofFits(files.areOfSurfaces() ? withAtlas("map", "--mesh", MESHES) : withAtlas("map"));
  }

  private void addRoot(List<String> words, String option) {
    if (!root.normalize().equals(USUAL_ROOT)) {
      words.addAll(List.of(option, root.toString()));
    }
  }
}
