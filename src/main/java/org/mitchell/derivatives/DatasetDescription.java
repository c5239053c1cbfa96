package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitchell.derivatives.contents.Dataset;
import org.mitchell.files.FullPath;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.JsonField;
import org.mitchell.files.Remedy;
import org.mitchell.provenance.BuildInfo;
import org.mitchell.provenance.Provenance;

/**
 * The {@code dataset_description.json} that makes a folder a BIDS derivative. It describes all that
 * is in the folder: where there was one before, its sources and what people added stay, and once
 * SIMULATED it stays so.
 */
final class DatasetDescription {
  private static final String SIMULATED = "SIMULATED";

  private DatasetDescription() {}

  static Path file(Path root) {
    return root.resolve("dataset_description.json");
  }

  /**
   * Its text.
   *
   * @param inputs the files that were read
   * @throws InputException if the folder's present description is no JSON
   */
  static String text(Path root, List<Path> inputs, boolean simulated) throws IOException {
    Optional<Dataset> earlier = earlier(root);
    var sources = new TreeMap<String, Dataset.Source>();
    for (Path input : inputs) {
      String folder = folderOf(input);
      sources.put(folder, new Dataset.Source(folder));
    }
    earlier.stream()
        .flatMap(dataset -> dataset.sources().stream())
        .forEach(source -> sources.put(source.url().orElse(""), source));
    sources.remove("");
    boolean wasSimulated =
        earlier.flatMap(Dataset::name).filter(name -> name.contains(SIMULATED)).isPresent();
    String label = simulated || wasSimulated ? " (" + SIMULATED + " participants)" : "";
    return Json.text(
        new Dataset(
            Optional.of("mitchell encoding models" + label),
            Optional.of("1.10.0"),
            Optional.of("derivative"),
            List.of(new Dataset.Generator(Provenance.TOOL, BuildInfo.current().version())),
            List.copyOf(sources.values()),
            earlier.map(Dataset::others).orElseGet(Map::of)));
  }

  /** With a slash at its end whether or not the folder is still there. */
  private static String folderOf(Path source) {
    String url = FullPath.of(source).getParent().toUri().toString();
    return url.endsWith("/") ? url : url + "/";
  }

  private static Optional<Dataset> earlier(Path root) throws IOException {
    if (!Files.exists(file(root))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonField.read(file(root), "").as(Dataset.class));
    } catch (InputException e) {
      throw InputException.in(
          file(root), "this folder's description is damaged", Remedy.REMOVE_OR_OTHER_FOLDER, e);
    }
  }
}
