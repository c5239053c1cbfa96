package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import picocli.CommandLine.Option;

/** The meshes that images of surfaces lie on. */
public final class MeshOptions {
  @Option(
      names = "--mesh",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "LEFT[,RIGHT]",
      description =
          "of images on surfaces: the mesh of each hemisphere (.surf.gii), whose edges say which"
              + " vertices are neighbours; left=FILE where neither the file nor its name says it")
  private List<String> meshes = List.of();

  /**
   * @return nothing where none is given
   */
  public Optional<CorticalMeshes> read(CommonOptions common) throws IOException {
    if (meshes.isEmpty()) {
      return Optional.empty();
    }
    if (meshes.size() > 2) {
      throw new UsageException(
          "--mesh: got " + meshes.size() + " files where one or two are expected");
    }
    var given = new ArrayList<CorticalMeshes.Given>();
    for (String mesh : meshes) {
      given.add(given(mesh));
    }
    CorticalMeshes read = CorticalMeshes.read(given);
    read.cautions().forEach(common::note);
    return Optional.of(read);
  }

  private static CorticalMeshes.Given given(String mesh) {
    for (Hemisphere side : Hemisphere.values()) {
      String front = side.name().toLowerCase(Locale.ROOT) + "=";
      if (mesh.equals(front)) {
        throw new UsageException("--mesh: got '%s' where %1$sFILE is expected".formatted(mesh));
      }
      if (mesh.startsWith(front)) {
        return new CorticalMeshes.Given(Optional.of(side), Path.of(mesh.substring(front.length())));
      }
    }
    return new CorticalMeshes.Given(Optional.empty(), Path.of(mesh));
  }
}
