package org.mitchell.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputFiles;
import org.mitchell.provenance.Provenance;

/** What a command says of the files that it read: each is read once for its SHA-256. */
public final class InputRecords {
  private final Map<Path, Provenance.Input> known = new HashMap<>();

  /** Takes over what the reader of a table of features found out. */
  public void know(FeatureSpace features) throws IOException {
    String file = features.provenance().get("file");
    String sha256 = features.provenance().get("sha256");
    if (file != null && sha256 != null) {
      Path path = Path.of(file);
      known.put(path, new Provenance.Input(file, Files.size(path), sha256));
    }
  }

  public Provenance.Input of(Path file) throws IOException {
    Provenance.Input input = known.get(file);
    if (input == null) {
      input = Provenance.Input.of(file);
      known.put(file, input);
    }
    return input;
  }

  public List<Provenance.Input> of(Collection<Path> files) throws IOException {
    var inputs = new ArrayList<Provenance.Input>();
    for (Path file : files) {
      inputs.add(of(file));
    }
    return inputs;
  }

  /** Reads files that nobody has asked for before. */
  static List<Provenance.Input> read(List<Path> files) throws IOException {
    var inputs = new ArrayList<Provenance.Input>();
    for (Path file : files) {
      inputs.add(Provenance.Input.of(file));
    }
    return inputs;
  }

  /** The SHA-256 of a file; of several that of the lines with theirs, in their order. */
  static String sha256(List<Provenance.Input> files) {
    if (files.size() == 1) {
      return files.get(0).sha256();
    }
    var lines = new StringBuilder();
    files.forEach(file -> lines.append(file.sha256()).append('\n'));
    return InputFiles.sha256(lines.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
