package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.data.Template;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.CorticalSurface;
import org.mitchell.figures.brain.ShownMap;
import org.mitchell.figures.brain.SurfacePicture;
import org.mitchell.figures.brain.SurfaceView;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.figures.brain.VertexMap;
import org.mitchell.files.InputException;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell figure surface}: a map on the cortex. */
@Command(
    name = "surface",
    description = "Draw a map on the cortical surface: GIFTI meshes in the map's space.",
    footer = {
      "",
      "A map of vertices (.func.gii, the other hemisphere's beside it; .dscalar.nii) is drawn on"
          + " the mesh that it lies on. Of a map of voxels a vertex"
          + " has the value of the voxel that it lies in. With --white it has the"
          + " mean over 5 points from the white surface to the mesh (the cortical ribbon). The"
          + " picture says which. Coordinates are taken as they stand in the files, unless a file"
          + " has the transform into the map's space; other transforms and FreeSurfer's c_ras are"
          + " told. fsaverage's coordinates are MNI305, a few mm from MNI152. All lists have one"
          + " order."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureSurfaceCommand implements Callable<Integer> {
  private static final String FSAVERAGE5 = "fsaverage5";

  @Mixin private FigureOptions figure;

  @Option(
      names = "--mesh",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "LEFT[,RIGHT]",
      description =
          "the pial surface of one hemisphere or both (.gii, .gii.gz) (default: those of fsaverage5"
              + " with its sulci, where 'data get template' has brought it to data/templates)")
  private List<Path> meshes = List.of();

  @Option(
      names = "--white",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "LEFT[,RIGHT]",
      description = "the white surface of each: take the mean from there to the mesh")
  private List<Path> whites = List.of();

  @Option(
      names = "--sulc",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "LEFT[,RIGHT]",
      description = "the sulcal depth of each, positive in sulci: draws them darker")
  private List<Path> depths = List.of();

  @Option(
      names = "--display",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "LEFT[,RIGHT]",
      description = "a surface of each to draw in place of the mesh, such as the inflated one")
  private List<Path> displays = List.of();

  @Option(
      names = "--view",
      paramLabel = "VIEW,...",
      split = ",",
      hideParamSyntax = true,
      description = "one or several of ${COMPLETION-CANDIDATES} (default: lateral,medial)")
  private List<SurfaceView> views = List.of(SurfaceView.LATERAL, SurfaceView.MEDIAL);

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    if (meshes.isEmpty()) {
      takeTemplate();
    }
    requireAsManyAsMeshes();
    figure.check(
        Stream.of(meshes, whites, depths, displays).flatMap(List::stream).toList(), common);
    if (figure.isOfVertices()) {
      if (!whites.isEmpty()) {
        throw new UsageException("--white: the map has values of vertices, and none between them");
      }
      VertexMap map = figure.vertexMap(common);
      List<CorticalSurface> surfaces = surfaces(files -> CorticalSurface.read(files, map));
      VertexMap on = map.on(surfaces);
      on.cautions().stream().skip(map.cautions().size()).forEach(common::note);
      draw(on, surfaces, SurfacePicture.OF_VERTICES);
    } else {
      BrainMap map = figure.map(common);
      draw(
          map,
          surfaces(files -> CorticalSurface.read(files, map)),
          whites.isEmpty() ? SurfacePicture.NEAREST : SurfacePicture.RIBBON);
    }
    return 0;
  }

  private void takeTemplate() throws IOException {
    Template template = Template.named(FSAVERAGE5).orElseThrow();
    if (!template.isIn(ParticipantOptions.DATA)) {
      throw new UsageException(
          "--mesh LEFT[,RIGHT] is missing, and fsaverage5, which would be taken, is not in %s. Get it with: %s"
              .formatted(
                  template.in(ParticipantOptions.DATA),
                  TypedCommand.mitchell("data", "get", "template", FSAVERAGE5)));
    }
    meshes = template.surfaces(ParticipantOptions.DATA, "pial");
    depths = depths.isEmpty() ? template.surfaces(ParticipantOptions.DATA, "sulc") : depths;
    if (whites.isEmpty() && !figure.isOfVertices()) {
      whites = template.surfaces(ParticipantOptions.DATA, "white");
    }
  }

  /** How a map comes to the vertices of a mesh. */
  private interface Surface {
    CorticalSurface read(CorticalSurface.Files files) throws IOException;
  }

  private void draw(ShownMap map, List<CorticalSurface> surfaces, String sampling)
      throws IOException {
    ValueColours colours = figure.colours(map);
    var picture =
        new SurfacePicture(map, colours, surfaces, views, sampling, figure.style(map.labels()));
    figure.write(
        picture.drawing(),
        map,
        colours,
        picture.shown(),
        "vertex",
        details(surfaces, sampling),
        common);
  }

  private List<CorticalSurface> surfaces(Surface surface) throws IOException {
    var surfaces = new ArrayList<CorticalSurface>();
    for (int i = 0; i < meshes.size(); i++) {
      var files =
          new CorticalSurface.Files(
              meshes.get(i), file(whites, i), file(depths, i), file(displays, i));
      surfaces.add(surface.read(files));
    }
    surfaces.stream().flatMap(s -> s.cautions().stream()).forEach(common::note);
    if (surfaces.size() == 2 && surfaces.get(0).hemisphere() == surfaces.get(1).hemisphere()) {
      throw new InputException(
          "--mesh: both files are the %s hemisphere. Give the left and the right one"
              .formatted(word(surfaces.get(0))));
    }
    return surfaces;
  }

  private Map<String, Object> details(List<CorticalSurface> surfaces, String sampling) {
    var details = new LinkedHashMap<String, Object>();
    details.put("sampling", sampling);
    details.put("meshes", meshes.stream().map(Path::toString).toList());
    details.put("surfaces", surfaces.stream().map(FigureSurfaceCommand::json).toList());
    return details;
  }

  private static Map<String, Object> json(CorticalSurface surface) {
    var json = new LinkedHashMap<String, Object>();
    json.put("hemisphere", word(surface));
    json.put("vertices", surface.vertices());
    json.put("verticesInMap", surface.covered());
    return json;
  }

  private static String word(CorticalSurface surface) {
    return surface.hemisphere().name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Path> file(List<Path> files, int index) {
    return files.isEmpty() ? Optional.empty() : Optional.of(files.get(index));
  }

  private void requireAsManyAsMeshes() {
    if (meshes.size() > 2) {
      throw new UsageException(
          "--mesh: got " + meshes.size() + " files where one or two are expected");
    }
    requireAsMany("--white", whites);
    requireAsMany("--sulc", depths);
    requireAsMany("--display", displays);
  }

  private void requireAsMany(String option, List<Path> files) {
    if (!files.isEmpty() && files.size() != meshes.size()) {
      throw new UsageException(
          "%s: got %d where --mesh has %d: a file for each is expected"
              .formatted(option, files.size(), meshes.size()));
    }
  }
}
