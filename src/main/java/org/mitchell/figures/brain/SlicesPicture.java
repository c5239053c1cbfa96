package org.mitchell.figures.brain;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.mitchell.figures.Drawing;

/**
 * Slices of a map, over an anatomy or in the outline of the brain.
 *
 * <p>A slice is a raster, in SVG too, where it is a PNG inside the file: as boxes, the dots of an
 * anatomy would be more than programs for SVG bear.
 *
 * @param cuts where; a row begins with each view
 * @param underlay the anatomy
 * @param clusters labels whose borders are drawn
 */
public record SlicesPicture(
    BrainMap map,
    ValueColours colours,
    List<Cut> cuts,
    Convention convention,
    Optional<Underlay> underlay,
    Optional<Clusters> clusters,
    PictureStyle style) {
  /** Around what is shown, in mm, so that its outline is whole. */
  private static final double MARGIN = 3;

  /** A slice is through the peak that is so near to it, mm. */
  private static final double CROSSHAIR_SLACK = 1e-6;

  /** Between the peak and the lines that lead to it, mm. */
  private static final double CROSSHAIR_GAP = 10;

  public SlicesPicture {
    cuts = List.copyOf(cuts);
  }

  /** Regions of a map. */
  public static final class Clusters {
    private final Volume labels;
    private final List<String> cautions;

    private Clusters(BrainMapReader.Companion read) {
      this.labels = read.volume();
      this.cautions = List.copyOf(read.cautions());
    }

    /**
     * Reads a 3-D image of labels, 0 outside, that lies where a map does.
     *
     * @throws org.mitchell.files.InputException if it does not
     */
    public static Clusters read(Path file, BrainMap map) throws IOException {
      BrainMapReader.Companion read = BrainMapReader.beside(map, file);
      Underlay.requireMeeting(file, read.volume(), map);
      return new Clusters(read);
    }

    /** What must be known of where they lie. */
    public List<String> cautions() {
      return cautions;
    }
  }

  public Drawing drawing() {
    Extent box = box();
    var groups = new LinkedHashMap<View, List<Tile>>();
    for (Cut cut : cuts) {
      groups.computeIfAbsent(cut.view(), view -> new ArrayList<>()).add(tile(cut, box));
    }
    return new Sheet(
            style, colours.bar(style.unit(), style.theme()), List.copyOf(groups.values()), notes())
        .drawing();
  }

  private Notes notes() {
    var notes = new Notes(map, colours, colours.shown(map), "voxel");
    notes.add(cuts.stream().anyMatch(cut -> cut.view().across() == 0), convention.inWords());
    notes.add("coordinates in mm, %s", map.labels().space());
    notes.add("values of the nearest voxel");
    double[] peak = CutChoice.peak(map, colours.kind());
    notes.add(
        cuts.stream()
            .anyMatch(c -> Math.abs(peak[c.view().through()] - c.place()) <= CROSSHAIR_SLACK),
        "lines lead to the peak at %s, %s, %s"
            .formatted(
                Millimetres.label(peak[0]),
                Millimetres.label(peak[1]),
                Millimetres.label(peak[2])));
    underlay.ifPresent(anatomy -> notes.add("over %s", anatomy.name()));
    notes.add(clusters.isPresent(), "lines: borders of clusters");
    return notes;
  }

  Extent box() {
    Extent brain = map.brain().extent();
    return underlay.map(anatomy -> anatomy.extent().with(brain)).orElse(brain).grown(MARGIN);
  }

  /** One slice, with its place below it, and lines to the peak where it goes through it. */
  Tile tile(Cut cut, Extent box) {
    return tile(cut, box, true);
  }

  /** One slice of several images beside each other, whose peaks lie elsewhere. */
  Tile tileWithoutPeak(Cut cut, Extent box) {
    return tile(cut, box, false);
  }

  private Tile tile(Cut cut, Extent box, boolean peak) {
    View view = cut.view();
    boolean mirrored = convention.mirrors(view);
    return new Tile(
        box.high()[view.across()] - box.low()[view.across()],
        box.high()[view.up()] - box.low()[view.up()],
        Caption.of(view, mirrored, cut.label()),
        (columns, rows) -> paint(Plane.of(view, cut.place(), box, mirrored, columns, rows), peak));
  }

  private BufferedImage paint(Plane plane, boolean peak) {
    float[] values = plane.sample(map.values()::nearest);
    var dots = new Dots(plane.columns(), plane.rows());
    if (underlay.isPresent()) {
      paintAnatomy(dots, underlay.get().greys(plane));
    } else {
      paintBrain(dots, plane);
    }
    for (int i = 0; i < values.length; i++) {
      if (colours.shows(values[i])) {
        dots.set(i, colours.colour(values[i]));
      }
    }
    clusters.ifPresent(regions -> paintBorders(dots, plane, regions.labels));
    if (peak) {
      paintCrosshair(dots, plane);
    }
    return dots.image();
  }

  /** Lines through the peak, with a gap around it so that it is seen; only in slices through it. */
  private void paintCrosshair(Dots dots, Plane plane) {
    double[] peak = CutChoice.peak(map, colours.kind());
    View view = plane.view();
    if (Math.abs(peak[view.through()] - plane.place()) > CROSSHAIR_SLACK) {
      return;
    }
    int column = (int) Math.round((peak[view.across()] - plane.left()) / plane.stepAcross());
    int row = (int) Math.round((plane.top() - peak[view.up()]) / plane.stepDown());
    int gap = (int) Math.round(CROSSHAIR_GAP / plane.stepDown());
    for (int i = 0; i < plane.columns() * plane.rows(); i++) {
      int across = Math.abs(i % plane.columns() - column);
      int down = Math.abs(i / plane.columns() - row);
      boolean line = across == 0 && down > gap || down == 0 && across > gap;
      if (line) {
        dots.set(i, style.theme().quiet());
      }
    }
  }

  private void paintAnatomy(Dots dots, float[] greys) {
    for (int i = 0; i < greys.length; i++) {
      dots.set(i, Float.isNaN(greys[i]) ? style.theme().page() : Underlay.colour(greys[i]));
    }
  }

  private void paintBrain(Dots dots, Plane plane) {
    float[] brain = plane.sample(map.brain()::nearest);
    var inside = new boolean[brain.length];
    for (int i = 0; i < brain.length; i++) {
      inside[i] = !Float.isNaN(brain[i]);
    }
    boolean[] outline = Dots.outline(inside, plane.columns(), plane.rows());
    for (int i = 0; i < brain.length; i++) {
      dots.set(
          i,
          inside[i]
              ? style.theme().tissue()
              : outline[i] ? style.theme().outline() : style.theme().page());
    }
  }

  private void paintBorders(Dots dots, Plane plane, Volume labels) {
    float[] label = plane.sample(labels::nearest);
    int columns = plane.columns();
    for (int i = 0; i < label.length; i++) {
      boolean left = i % columns >= Dots.A_PIXEL && label[i - Dots.A_PIXEL] != label[i];
      boolean right = i % columns < columns - Dots.A_PIXEL && label[i + Dots.A_PIXEL] != label[i];
      boolean above = i >= Dots.A_PIXEL * columns && label[i - Dots.A_PIXEL * columns] != label[i];
      boolean below =
          i + Dots.A_PIXEL * columns < label.length
              && label[i + Dots.A_PIXEL * columns] != label[i];
      if (label[i] > 0 && (left || right || above || below)) {
        dots.set(i, style.theme().ink());
      }
    }
  }
}
