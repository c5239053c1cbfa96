package org.mitchell.figures.brain;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;

/**
 * A map on the cortical surface: each hemisphere from several sides.
 *
 * @param sampling how the values came to the vertices, in words
 */
public record SurfacePicture(
    ShownMap map,
    ValueColours colours,
    List<CorticalSurface> surfaces,
    List<SurfaceView> views,
    String sampling,
    PictureStyle style) {
  private static final double MARGIN = 3;

  public SurfacePicture {
    surfaces = List.copyOf(surfaces);
    views = List.copyOf(views);
  }

  /** What {@code sampling} says of nearest voxels. */
  public static final String NEAREST = "values of the voxel at each vertex";

  /** What {@code sampling} says of maps of vertices. */
  public static final String OF_VERTICES = "values of the vertices";

  /** What {@code sampling} says of the ribbon. */
  public static final String RIBBON =
      "mean of the voxels at "
          + SurfaceSampling.DEPTHS
          + " points from the white to the pial surface";

  public Drawing drawing() {
    return new Sheet(style, colours.bar(style.unit(), style.theme()), List.of(tiles()), notes())
        .drawing();
  }

  /** Every hemisphere from every side. */
  List<Tile> tiles() {
    var tiles = new ArrayList<Tile>();
    for (int s = 0; s < surfaces.size(); s++) {
      for (int v = 0; v < views.size(); v++) {
        // The second hemisphere mirrors the first, so that the two inner sides are neighbours.
        int view = s == 0 ? v : views.size() - 1 - v;
        tiles.add(tile(surfaces.get(s), views.get(view)));
      }
    }
    return tiles;
  }

  /** How many vertices have a value that is shown. */
  public Shown shown() {
    return surfaces.stream()
        .map(surface -> colours.shown(surface.values()))
        .reduce(new Shown(0, 0), Shown::with);
  }

  private Notes notes() {
    var notes = new Notes(map, colours, shown(), "vertex");
    notes.add(true, sampling);
    notes.add(true, "meshes: " + names(surface -> Optional.of(surface.files().mesh())));
    String display = names(surface -> surface.files().display());
    notes.add(!display.isEmpty(), "drawn on: " + display);
    notes.add(true, "between vertices in proportion");
    notes.add("coordinates in mm, %s", map.labels().space());
    surfaces.stream()
        .flatMap(s -> s.cautions().stream())
        .forEach(caution -> notes.add(true, caution));
    int vertices = surfaces.stream().mapToInt(CorticalSurface::vertices).sum();
    int covered = surfaces.stream().mapToInt(CorticalSurface::covered).sum();
    notes.add(
        covered < vertices,
        "%.0f%% of the vertices lie in the map; darkest grey: no data"
            .formatted(100.0 * covered / vertices));
    return notes;
  }

  private String names(Function<CorticalSurface, Optional<Path>> file) {
    return surfaces.stream()
        .flatMap(surface -> file.apply(surface).stream())
        .map(path -> path.getFileName().toString())
        .collect(Collectors.joining(", "));
  }

  private Tile tile(CorticalSurface surface, SurfaceView view) {
    var camera = view.camera(surface.hemisphere());
    var frame = MeshView.Frame.of(surface.drawn(), camera, MARGIN);
    return new Tile(
        frame.width(),
        frame.height(),
        view.caption(surface.hemisphere()),
        (columns, rows) -> paint(surface, camera, frame, columns, rows));
  }

  private BufferedImage paint(
      CorticalSurface surface,
      SurfaceView.Camera camera,
      MeshView.Frame frame,
      int columns,
      int rows) {
    int fine = SurfaceShading.FINER;
    var seen = new MeshView(surface.drawn(), camera, frame, fine * columns, fine * rows);
    var shading = new SurfaceShading(surface, camera, colours, style.theme());
    var dots = new Dots(columns, rows);
    for (int dot = 0; dot < columns * rows; dot++) {
      int corner = dot / columns * fine * fine * columns + dot % columns * fine;
      dots.set(dot, mean(seen, shading, corner, fine * columns, style.theme()));
    }
    return dots.image();
  }

  /** The mean colour of the finer dots that make one. */
  private static Color mean(
      MeshView seen, SurfaceShading shading, int corner, int columns, Theme theme) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int count = SurfaceShading.FINER * SurfaceShading.FINER;
    for (int i = 0; i < count; i++) {
      int dot = corner + i / SurfaceShading.FINER * columns + i % SurfaceShading.FINER;
      Color colour = seen.hits(dot) ? shading.colour(seen, dot) : theme.page();
      red += colour.getRed();
      green += colour.getGreen();
      blue += colour.getBlue();
    }
    return new Color(red / count, green / count, blue / count);
  }
}
