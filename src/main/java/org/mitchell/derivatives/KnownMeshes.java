package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.derivatives.contents.Rule;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.JsonField;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.maps.grayordinates.CorticalMeshes;

/** The meshes that maps were made with, as the JSON beside them says. */
public final class KnownMeshes {
  private static final String SIDECAR = "_statmap.json";
  private static final String AGAIN = "Make the map again";

  private KnownMeshes() {}

  /** Those of the first of some maps that has any; none where no map has. */
  public static List<MeshFile> of(Collection<Rule> maps) {
    return maps.stream().flatMap(rule -> rule.meshes().stream()).findFirst().orElse(List.of());
  }

  /**
   * Those of the maps in the folder of a fit.
   *
   * @param fitted any file of the fit
   * @throws InputException if the JSON of a map is damaged
   */
  public static List<MeshFile> beside(Path fitted) throws IOException {
    List<Path> sidecars;
    try (Stream<Path> files = Files.list(fitted.getParent())) {
      sidecars = files.filter(file -> file.toString().endsWith(SIDECAR)).sorted().toList();
    }
    var rules = new ArrayList<Rule>();
    for (Path sidecar : sidecars) {
      rules.add(JsonField.read(sidecar, AGAIN).as(Rule.class));
    }
    return of(rules);
  }

  /**
   * Reads them, if they are what they were.
   *
   * @throws InputException if a file is no longer there, or is another by now
   */
  public static CorticalMeshes read(List<MeshFile> files) throws IOException {
    var given = new ArrayList<CorticalMeshes.Given>();
    for (MeshFile mesh : files) {
      Path file = Path.of(mesh.path());
      String what =
          "the mesh %s of the %s hemisphere, which map was given, is "
              .formatted(file.getFileName(), mesh.hemisphere());
      if (!Files.isRegularFile(file)) {
        throw new InputException(what + "no longer where it was");
      }
      if (!InputFiles.sha256(file).equals(mesh.sha256())) {
        throw new InputException(what + "another file by now");
      }
      given.add(new CorticalMeshes.Given(side(mesh), file));
    }
    return CorticalMeshes.read(given);
  }

  private static Optional<Hemisphere> side(MeshFile mesh) {
    return Stream.of(Hemisphere.values())
        .filter(side -> side.name().equals(mesh.hemisphere().toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
