package org.mitchell.bids;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mitchell.files.JsonField;

/** A dataset, raw or of derivatives, and the files that its participants have in it. */
final class BidsFolder {
  private final Path root;

  BidsFolder(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** What the dataset calls itself; empty where it does not say. */
  String name() throws IOException {
    Path description = root.resolve("dataset_description.json");
    return Files.isRegularFile(description)
        ? JsonField.read(description, "A description is a JSON object with BIDS's keys")
            .find("Name")
            .map(JsonField::text)
            .orElse("")
        : "";
  }

  /** Whether the participant has a folder here. */
  boolean has(String subject) {
    return Files.isDirectory(root.resolve("sub-" + subject));
  }

  /** The labels of all participants that have a folder here. */
  List<String> subjects() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.startsWith("sub-"))
          .map(name -> name.substring(4))
          .sorted()
          .toList();
    }
  }

  /** A participant's functional files, in the order of their names. */
  List<BidsPath> functional(String subject) throws IOException {
    var files = new ArrayList<BidsPath>();
    Path own = root.resolve("sub-" + subject);
    for (Path folder : folders(own)) {
      files.addAll(named(folder.resolve("func")));
    }
    return files;
  }

  /** The folder itself, then those of sessions. */
  private static List<Path> folders(Path own) throws IOException {
    var folders = new ArrayList<>(List.of(own));
    try (Stream<Path> entries = Files.list(own)) {
      entries
          .filter(path -> path.getFileName().toString().startsWith("ses-"))
          .sorted()
          .forEach(folders::add);
    }
    return folders;
  }

  private static List<BidsPath> named(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .sorted()
          .map(BidsPath::of)
          .flatMap(Optional::stream)
          .filter(path -> !path.file().getFileName().toString().startsWith("."))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * The file that applies to an image by the principle of inheritance: beside it or in a folder
   * above it in the dataset, with no entity that the image has not; the nearest one, and of these
   * the one that names most.
   */
  Optional<Path> inherited(BidsPath image, Predicate<BidsPath> wanted) throws IOException {
    return applying(image, wanted).stream().findFirst();
  }

  /** Nearest first: beside the image, then in the folders of session, participant and dataset. */
  private List<Path> applying(BidsPath image, Predicate<BidsPath> wanted) throws IOException {
    Path subject = root.resolve("sub-" + image.entity("sub"));
    Path own =
        image.entity("ses").isEmpty() ? subject : subject.resolve("ses-" + image.entity("ses"));
    var folders = new LinkedHashSet<>(List.of(own.resolve("func"), own, subject, root));
    var found = new ArrayList<Path>();
    for (Path folder : folders) {
      named(folder).stream()
          .filter(wanted)
          .filter(path -> path.appliesTo(image))
          .sorted(Comparator.comparingInt(path -> -path.entities().size()))
          .map(BidsPath::file)
          .forEach(found::add);
    }
    return found;
  }

  /**
   * A number that sidecars of an image give; the nearest one counts.
   *
   * @throws InputException if a sidecar is no JSON, or has something else under the key
   */
  Optional<Double> number(BidsPath image, String key) throws IOException {
    List<Path> sidecars =
        applying(
            image,
            path -> path.suffix().equals(image.suffix()) && path.extension().equals(".json"));
    for (Path sidecar : sidecars) {
      Optional<JsonField> field =
          JsonField.read(sidecar, "A sidecar is a JSON object with BIDS's keys").find(key);
      if (field.isPresent()) {
        return field.map(JsonField::number);
      }
    }
    return Optional.empty();
  }
}
