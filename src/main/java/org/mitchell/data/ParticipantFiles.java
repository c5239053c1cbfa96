package org.mitchell.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.text.NaturalOrder;

/**
 * Finds the file with a participant's responses.
 *
 * <p>In a folder, the responses of P1 are in {@code data-science-P1.mat}, or in a table whose name
 * starts with P1 and a character that is neither letter nor digit and ends with {@code .txt},
 * {@code .csv} or {@code .tsv}, or one of these and {@code .gz}. Tables of voxel coordinates
 * ({@code P1_voxels.tsv.gz}, {@code P1_coords.csv}) are not responses. Subfolders are not searched.
 */
public final class ParticipantFiles {
  /** Where participants' files are, unless something else is said. */
  public static final Path DEFAULT_FOLDER = Path.of("data");

  private static final Comparator<ParticipantFile> BEST_FIRST =
      Comparator.comparing((ParticipantFile file) -> file.format() != ParticipantFile.Format.MATLAB)
          .thenComparing(file -> file.path().getFileName().toString());
  private static final Comparator<ParticipantFile> BY_PARTICIPANT =
      Comparator.comparing(ParticipantFile::label, new NaturalOrder()).thenComparing(BEST_FIRST);

  private ParticipantFiles() {}

  /**
   * What was found for a participant.
   *
   * @param file the file to read
   * @param alternatives the other files that match, in order; empty when the choice was clear
   */
  public record Found(ParticipantFile file, List<Path> alternatives) {
    public Found {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * Finds the responses of one participant. When several files of a folder match, the .mat is
   * taken, else the first by name.
   *
   * @param data a folder to look in, or the file itself: then {@code label} only names it
   * @param label the participant's label, letters and digits
   * @throws InputException if the label is not one or there is no such file; the message says where
   *     to get it
   * @throws IOException if the folder cannot be read
   */
  public static Found find(Path data, String label) throws IOException {
    requireLabel(label);
    if (!Files.exists(data)) {
      throw InputException.in(data, "there is no such file or folder. " + whereToGet(data, label));
    }
    if (!Files.isDirectory(data)) {
      return new Found(describe(label, data), List.of());
    }
    List<ParticipantFile> matching =
        scan(
            data,
            name -> Optional.of(label).filter(wanted -> FileNames.holdsResponsesOf(wanted, name)));
    if (matching.isEmpty()) {
      throw InputException.in(data, notHere(data, label));
    }
    matching.sort(BEST_FIRST);
    List<Path> others = matching.stream().skip(1).map(ParticipantFile::path).toList();
    return new Found(matching.get(0), others);
  }

  /**
   * The participants' files in a folder: by label in natural order (P2 before P10), for one label
   * the one that {@link #find} takes first. A table counts when its name starts with a label that
   * ends in a digit.
   *
   * @throws InputException if there is no such folder
   * @throws IOException if the folder cannot be read
   */
  public static List<ParticipantFile> list(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw InputException.in(folder, "there is no such folder. " + whereToGet(folder, "P1"));
    }
    if (!Files.isDirectory(folder)) {
      throw InputException.in(folder, "this is a file where a folder is expected");
    }
    List<ParticipantFile> files = scan(folder, FileNames::label);
    files.sort(BY_PARTICIPANT);
    return List.copyOf(files);
  }

  /** Whose responses a file holds by its name, where that says it, as a folder's are listed. */
  public static Optional<String> label(Path file) {
    return FileNames.label(file.getFileName().toString());
  }

  /** The labels of the participants in a folder, each once, in natural order. */
  static List<String> labels(Path folder) throws IOException {
    return list(folder).stream().map(ParticipantFile::label).distinct().toList();
  }

  /** What to type to get the responses of a participant into {@code folder}. */
  static String whereToGet(Path folder, String label) {
    boolean meantAsFile = ParticipantFile.Format.of(folder) != ParticipantFile.Format.UNKNOWN;
    return Labels.PAPER.contains(label) && !meantAsFile
        ? Remedy.DOWNLOAD_OR_SIMULATE.words(label, folder)
        : Remedy.CHECK_DATA_OR_SIMULATE.words();
  }

  private static List<ParticipantFile> scan(Path folder, Function<String, Optional<String>> labelOf)
      throws IOException {
    try (var entries = Files.list(folder)) {
      var files = new ArrayList<ParticipantFile>();
      for (Path path : (Iterable<Path>) entries::iterator) {
        Optional<String> label = labelOf.apply(path.getFileName().toString());
        if (label.isPresent() && Files.isRegularFile(path)) {
          files.add(describe(label.get(), path));
        }
      }
      return files;
    } catch (AccessDeniedException e) {
      throw InputException.in(folder, "no permission to read this folder", e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ParticipantFile describe(String label, Path path) throws IOException {
    return new ParticipantFile(label, path, Files.size(path), ParticipantFile.Format.of(path));
  }

  private static void requireLabel(String label) {
    try {
      Labels.checked(label);
    } catch (IllegalArgumentException e) {
      throw new InputException(e.getMessage(), e);
    }
  }

  private static String notHere(Path folder, String label) throws IOException {
    String looked =
        "no responses of "
            + label
            + " here: neither "
            + FileNames.matlab(label)
            + " nor a table "
            + label
            + "*.txt, .csv or .tsv. ";
    List<String> labels = labels(folder);
    String here = labels.isEmpty() ? "" : "Participants here: " + String.join(", ", labels) + ". ";
    return looked + here + whereToGet(folder, label);
  }
}
