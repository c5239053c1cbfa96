package org.mitchell.derivatives;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.provenance.BuildInfo;
import tools.jackson.databind.JsonNode;

/** The {@code dataset_description.json} that makes a folder a BIDS derivative. */
final class DatasetDescription {
  private DatasetDescription() {}

  static Path file(Path root) {
    return root.resolve("dataset_description.json");
  }

  /** Its text, with the source added to those that are already in the folder's description. */
  static String text(Path root, Path source, boolean simulated) throws IOException {
    var sources = new TreeSet<String>();
    sources.add(folderOf(source).toString());
    if (Files.exists(file(root))) {
      sources.addAll(earlierSources(root));
    }
    var description = new LinkedHashMap<String, Object>();
    description.put("Name", "mitchell encoding models" + (simulated ? " (SIMULATED participants)" : ""));
    description.put("BIDSVersion", "1.10.0");
    description.put("DatasetType", "derivative");
    description.put(
        "GeneratedBy",
        List.of(Map.of("Name", "mitchell", "Version", BuildInfo.current().version())));
    description.put("SourceDatasets", sources.stream().map(url -> Map.of("URL", url)).toList());
    return Json.text(description);
  }

  private static URI folderOf(Path source) {
    return source.toAbsolutePath().normalize().getParent().toUri();
  }

  private static TreeSet<String> earlierSources(Path root) throws IOException {
    var sources = new TreeSet<String>();
    JsonNode description;
    try {
      description = Json.read(file(root));
    } catch (InputException e) {
      throw InputException.in(
          file(root), "this folder's description is damaged. Remove it, or choose another folder with --out", e);
    }
    for (JsonNode source : description.path("SourceDatasets")) {
      sources.add(source.path("URL").asString(""));
    }
    sources.remove("");
    return sources;
  }
}
