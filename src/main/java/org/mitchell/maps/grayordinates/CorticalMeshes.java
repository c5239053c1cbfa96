package org.mitchell.maps.grayordinates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.cifti.BrainModel;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.SurfaceMesh;
import org.mitchell.text.Counted;

/**
 * The meshes that vertices of the hemispheres belong to: which are neighbours, and where they lie.
 */
public final class CorticalMeshes {
  private final Map<Hemisphere, Mesh> meshes;

  /** The mesh of a hemisphere, with what it was read from. */
  public record Mesh(Hemisphere side, Path file, SurfaceMesh mesh) {
    /** For sentences: left, right. */
    public String hemisphere() {
      return side.inWords();
    }
  }

  private CorticalMeshes(Map<Hemisphere, Mesh> meshes) {
    this.meshes = meshes;
  }

  /**
   * A file of a mesh.
   *
   * @param side which hemisphere it is said to be; nothing where the file or its name has to say it
   */
  public record Given(Optional<Hemisphere> side, Path file) {}

  /**
   * Reads a mesh a hemisphere.
   *
   * @throws InputException if a file is damaged or no mesh, does not say which hemisphere it is, or
   *     is said to be another, or two are of the same
   */
  public static CorticalMeshes read(List<Given> files) throws IOException {
    var meshes = new EnumMap<Hemisphere, Mesh>(Hemisphere.class);
    for (Given given : files) {
      SurfaceMesh mesh = SurfaceMesh.read(given.file, "");
      Hemisphere side = side(given, mesh);
      Mesh former = meshes.put(side, new Mesh(side, given.file, mesh));
      if (former != null) {
        throw InputException.in(
            given.file,
            "the %s hemisphere, as %s is. Give the left and the right one"
                .formatted(side.inWords(), former.file));
      }
    }
    return new CorticalMeshes(meshes);
  }

  private static Hemisphere side(Given given, SurfaceMesh mesh) {
    Optional<Hemisphere> said = mesh.hemisphere();
    if (said.isPresent() && given.side.isPresent() && !said.equals(given.side)) {
      throw InputException.in(
          given.file,
          "its AnatomicalStructurePrimary says the %s hemisphere where the %s one is expected"
              .formatted(said.get().inWords(), given.side.get().inWords()));
    }
    return given
        .side
        .or(() -> said)
        .or(() -> Hemisphere.named(given.file))
        .orElseThrow(
            () ->
                InputException.in(
                    given.file,
                    "neither the file (AnatomicalStructurePrimary) nor its name (hemi-L, lh, .L.) says which hemisphere it is of. Say it in front: left=%s"
                        .formatted(given.file)));
  }

  /** What they were read from. */
  public List<Path> files() {
    return meshes.values().stream().map(Mesh::file).toList();
  }

  /** All of them, the left hemisphere first. */
  public List<Mesh> all() {
    return List.copyOf(meshes.values());
  }

  /** What the files say of other places of their points. */
  public List<String> cautions() {
    var cautions = new ArrayList<String>();
    meshes
        .values()
        .forEach(
            read ->
                read.mesh.cautions().forEach(caution -> cautions.add(read.file + ": " + caution)));
    return cautions;
  }

  /**
   * That every hemisphere of some places has its mesh.
   *
   * @throws InputException if there is none, or it has another number of vertices
   */
  public void requireOf(Grayordinates places) {
    places.models().models().stream().filter(BrainModel::isSurface).forEach(this::of);
  }

  /**
   * The mesh of a structure.
   *
   * @param model a surface
   * @throws InputException if there is none, or it has another number of vertices
   */
  public SurfaceMesh of(BrainModel model) {
    Mesh read =
        GrayordinateImages.hemisphereOf(model)
            .map(meshes::get)
            .orElseThrow(
                () ->
                    new InputException(
                        "no mesh of %s, where images have vertices".formatted(model.name()),
                        Remedy.MESHES));
    if (read.mesh.vertices() != model.vertices()) {
      throw InputException.in(
          read.file,
          "%s where the images have %,d of %s. Give the mesh that the images lie on"
              .formatted(
                  Counted.of(read.mesh.vertices(), "vertex"), model.vertices(), model.name()));
    }
    return read.mesh;
  }
}
