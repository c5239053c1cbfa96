package org.mitchell.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.derivatives.KnownMeshes;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.derivatives.contents.Rule;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.CorticalSurface;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.SurfacePicture;
import org.mitchell.figures.brain.SurfaceView;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.figures.brain.VertexMap;
import org.mitchell.maps.grayordinates.CorticalMeshes;

/**
 * Maps of vertices on their meshes: those that the report is given, or else those that any map of
 * the participant was made with.
 */
final class SurfaceMaps {
  private static final List<SurfaceView> VIEWS = List.of(SurfaceView.LATERAL, SurfaceView.MEDIAL);

  private final FitFiles files;
  private final Optional<CorticalMeshes> given;

  SurfaceMaps(FitFiles files, Optional<CorticalMeshes> given) {
    this.files = files;
    this.given = given;
  }

  /** Whether the user says which meshes. */
  boolean areGiven() {
    return given.isPresent();
  }

  /** A map on its meshes; the pictures of both themes come from it. */
  record OnMesh(VertexMap map, List<CorticalSurface> surfaces) {
    Drawing drawing(ValueColours colours, PictureStyle style) {
      return new SurfacePicture(map, colours, surfaces, VIEWS, SurfacePicture.OF_VERTICES, style)
          .drawing();
    }

    Drawing drawing(ValueColours colours, Theme theme, boolean narrow, String title) {
      return drawing(
          colours,
          new PictureStyle(theme, GlassBrains.width(narrow), title, map.labels().statistic()));
    }
  }

  /**
   * @return nothing where no mesh is known
   * @throws org.mitchell.files.InputException if a mesh is not the map's, or no longer where it was
   */
  Optional<OnMesh> of(MapFile file) throws IOException {
    Optional<CorticalMeshes> meshes = meshes(file);
    if (meshes.isEmpty()) {
      return Optional.empty();
    }
    VertexMap map = VertexMap.read(file.image(), Optional.empty(), Optional.empty());
    List<CorticalSurface> surfaces = CorticalSurface.all(meshes.get(), map);
    return Optional.of(new OnMesh(map.on(surfaces), surfaces));
  }

  private Optional<CorticalMeshes> meshes(MapFile file) throws IOException {
    if (given.isPresent()) {
      return given;
    }
    List<Rule> rules =
        Stream.concat(Stream.of(file), files.maps().stream())
            .filter(map -> map.owner().equals(file.owner()))
            .map(map -> map.sidecar().rule())
            .toList();
    List<MeshFile> known = KnownMeshes.of(rules);
    return known.isEmpty() ? Optional.empty() : Optional.of(KnownMeshes.read(known));
  }
}
