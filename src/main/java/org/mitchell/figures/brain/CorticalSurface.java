package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.SurfaceMesh;
import org.mitchell.gifti.VertexValues;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.nifti.NiftiXform;
import org.mitchell.text.Counted;

/**
 * One hemisphere, with the values of a map at its vertices.
 *
 * @param files where it was read from
 * @param hemisphere which
 * @param drawn the mesh to be drawn
 * @param values one a vertex; NaN where the map has none
 * @param depths sulcal depth of each vertex
 * @param cautions what the files say of other places of their points
 */
public record CorticalSurface(
    Files files,
    Hemisphere hemisphere,
    SurfaceMesh drawn,
    float[] values,
    Optional<double[]> depths,
    List<String> cautions) {
  public CorticalSurface {
    cautions = List.copyOf(cautions);
  }

  /**
   * The files of a hemisphere, whose vertices belong to each other.
   *
   * @param mesh where the map is sampled: the pial surface
   * @param white where the cortex ends
   * @param sulc sulcal depth
   * @param display the mesh to be drawn in place of {@code mesh}
   */
  public record Files(
      Path mesh, Optional<Path> white, Optional<Path> sulc, Optional<Path> display) {}

  /**
   * Reads the meshes, for a map that has a value a vertex.
   *
   * @throws InputException if files do not belong to each other, or the mesh is not the map's
   */
  public static CorticalSurface read(Files files, VertexMap map) throws IOException {
    SurfaceMesh mesh = SurfaceMesh.read(files.mesh(), "");
    SurfaceMesh drawn = another(files.display(), "", mesh).orElse(mesh);
    Hemisphere side = side(files, mesh);
    // Where the mesh lies has no part in what is shown on it.
    return new CorticalSurface(
        files, side, drawn, values(files.mesh(), side, mesh, map), depths(files, mesh), List.of());
  }

  /**
   * The hemispheres of a map that has a value a vertex, on their meshes.
   *
   * @throws InputException if a hemisphere has no mesh, or one that is not the map's
   */
  public static List<CorticalSurface> all(CorticalMeshes meshes, VertexMap map) {
    var surfaces = new ArrayList<CorticalSurface>();
    for (Hemisphere side : map.hemispheres()) {
      CorticalMeshes.Mesh mesh =
          meshes.all().stream()
              .filter(one -> one.side() == side)
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          "there is no mesh of the %s hemisphere".formatted(side.inWords()),
                          Remedy.MESHES));
      surfaces.add(of(mesh, map));
    }
    return List.copyOf(surfaces);
  }

  private static CorticalSurface of(CorticalMeshes.Mesh given, VertexMap map) {
    return new CorticalSurface(
        new Files(given.file(), Optional.empty(), Optional.empty(), Optional.empty()),
        given.side(),
        given.mesh(),
        values(given.file(), given.side(), given.mesh(), map),
        Optional.empty(),
        List.of());
  }

  private static float[] values(Path file, Hemisphere side, SurfaceMesh mesh, VertexMap map) {
    int vertices = map.of(side).length;
    if (vertices != mesh.vertices()) {
      throw InputException.in(
          file,
          "%s where the map has %,d of the %s hemisphere. Give the mesh that the map lies on"
              .formatted(Counted.of(mesh.vertices(), "vertex"), vertices, side.inWords()));
    }
    return map.on(side, mesh);
  }

  private static Optional<double[]> depths(Files files, SurfaceMesh mesh) throws IOException {
    return files.sulc().isPresent()
        ? Optional.of(VertexValues.read(files.sulc().get(), mesh.vertices()))
        : Optional.empty();
  }

  /**
   * Reads the meshes and samples a map at their vertices.
   *
   * @throws InputException if files do not belong to each other, or no vertex lies in the map
   */
  public static CorticalSurface read(Files files, BrainMap map) throws IOException {
    if (!map.labels().oriented()) {
      throw new InputException(
          "the NIfTI header of the map %s does not say where it lies (sform_code and qform_code), so that no vertex can be found in it. Write the affine that you know to be right into the map"
              .formatted(map.labels().file()));
    }
    String space = giftiSpace(map.labels().xform());
    SurfaceMesh mesh = SurfaceMesh.read(files.mesh(), space);
    Optional<SurfaceMesh> white = another(files.white(), space, mesh);
    // Where a mesh that is only drawn lies has no part in what is shown on it.
    SurfaceMesh drawn = another(files.display(), "", mesh).orElse(mesh);
    Optional<double[]> depths = depths(files, mesh);
    float[] values =
        white.isPresent()
            ? SurfaceSampling.ribbon(map.values(), white.get().points(), mesh.points())
            : SurfaceSampling.nearest(map.values(), mesh.points());
    if (count(values) == 0) {
      throw InputException.in(
          files.mesh(),
          "no vertex lies in the map: the mesh is at %s, the map's brain at %s. Are both in the same space?"
              .formatted(extent(mesh).inWords(), map.brain().extent().inWords()));
    }
    var cautions = new ArrayList<String>(said(files.mesh(), mesh));
    white.ifPresent(other -> cautions.addAll(said(files.white().orElseThrow(), other)));
    return new CorticalSurface(files, side(files, mesh), drawn, values, depths, cautions);
  }

  private static List<String> said(Path file, SurfaceMesh mesh) {
    return mesh.cautions().stream().map(caution -> file.getFileName() + ": " + caution).toList();
  }

  /** What GIFTI calls the space of a NIfTI code. */
  private static String giftiSpace(int code) {
    return switch (code) {
      case NiftiXform.SCANNER_ANAT -> "NIFTI_XFORM_SCANNER_ANAT";
      case NiftiXform.ALIGNED_ANAT -> "NIFTI_XFORM_ALIGNED_ANAT";
      case NiftiXform.TALAIRACH -> "NIFTI_XFORM_TALAIRACH";
      case NiftiXform.MNI_152 -> "NIFTI_XFORM_MNI_152";
      default -> "";
    };
  }

  public int vertices() {
    return values.length;
  }

  /** How many vertices have a value. */
  public int covered() {
    return count(values);
  }

  private static int count(float[] values) {
    int count = 0;
    for (float value : values) {
      count += Float.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  private static Optional<SurfaceMesh> another(Optional<Path> file, String space, SurfaceMesh mesh)
      throws IOException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    SurfaceMesh other = SurfaceMesh.read(file.get(), space);
    if (other.vertices() != mesh.vertices()) {
      throw InputException.in(
          file.get(),
          "%s where the mesh that is sampled has %,d. Give surfaces of one subject and one resolution"
              .formatted(Counted.of(other.vertices(), "vertex"), mesh.vertices()));
    }
    if (other.hemisphere().isPresent()
        && mesh.hemisphere().isPresent()
        && !other.hemisphere().equals(mesh.hemisphere())) {
      throw InputException.in(
          file.get(),
          "the %s hemisphere where the mesh that is sampled is the %s. Give the files in one order"
              .formatted(words(other), words(mesh)));
    }
    return Optional.of(other);
  }

  private static String words(SurfaceMesh mesh) {
    return mesh.hemisphere().orElseThrow() == Hemisphere.LEFT ? "left" : "right";
  }

  /** What the file or its name says; where they do not, the side that the mesh lies on. */
  private static Hemisphere side(Files files, SurfaceMesh mesh) {
    double sum = 0;
    for (int at = 0; at < mesh.points().length; at += 3) {
      sum += mesh.points()[at];
    }
    return mesh.hemisphere()
        .or(() -> Hemisphere.named(files.mesh()))
        .orElse(sum < 0 ? Hemisphere.LEFT : Hemisphere.RIGHT);
  }

  private static Extent extent(SurfaceMesh mesh) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int i = 0; i < mesh.points().length; i++) {
      low[i % 3] = Math.min(low[i % 3], mesh.points()[i]);
      high[i % 3] = Math.max(high[i % 3], mesh.points()[i]);
    }
    return new Extent(low, high);
  }
}
