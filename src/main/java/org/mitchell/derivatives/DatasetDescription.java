package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mitchell.files.FullPath;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.provenance.BuildInfo;
import org.mitchell.provenance.Provenance;
import tools.jackson.databind.JsonNode;

/**
 * The {@code dataset_description.json} that makes a folder a BIDS derivative. It describes all that
 * is in the folder: where there was one before, its sources stay, and once SIMULATED it stays so.
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
    Optional<JsonNode> earlier = earlier(root);
    var sources = new TreeSet<String>();
    inputs.forEach(input -> sources.add(folderOf(input)));
    earlier.ifPresent(
        e -> e.path("SourceDatasets").forEach(s -> sources.add(s.path("URL").asString(""))));
    sources.remove("");
    boolean wasSimulated =
        earlier.filter(e -> e.path("Name").asString("").contains(SIMULATED)).isPresent();
    var generator = new LinkedHashMap<String, Object>();
    generator.put("Name", Provenance.TOOL);
    generator.put("Version", BuildInfo.current().version());
    var description = new LinkedHashMap<String, Object>();
    String label = simulated || wasSimulated ? " (" + SIMULATED + " participants)" : "";
    description.put("Name", "mitchell encoding models" + label);
    description.put("BIDSVersion", "1.10.0");
    description.put("DatasetType", "derivative");
    description.put("GeneratedBy", List.of(generator));
    description.put("SourceDatasets", sources.stream().map(url -> Map.of("URL", url)).toList());
    return Json.text(description);
  }

  /** With a slash at its end whether or not the folder is still there. */
  private static String folderOf(Path source) {
    String url = FullPath.of(source).getParent().toUri().toString();
    return url.endsWith("/") ? url : url + "/";
  }

  private static Optional<JsonNode> earlier(Path root) throws IOException {
    if (!Files.exists(file(root))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(file(root)));
    } catch (InputException e) {
      throw InputException.in(
          file(root),
          "this folder's description is damaged. Remove it, or choose another folder with --out",
          e);
    }
  }
}
