package org.mitchell.figures.brain;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.mitchell.figures.Drawing;

/**
 * A brain of glass: on every way through it, the value that says most.
 *
 * @param views from where, side by side
 * @param outline whose brain is drawn in place of the map's own
 */
public record GlassPicture(
    BrainMap map,
    ValueColours colours,
    List<GlassView> views,
    Convention convention,
    Optional<BrainOutline> outline,
    PictureStyle style) {
  private static final double MARGIN = 3;

  /** How dark the glass is where it begins, and how much more where it is deepest. */
  private static final double THIN = 0.1;

  private static final double DEEP = 0.3;

  /** Of the line around the brain, in dots. */
  private static final double LINE = 2;

  public GlassPicture {
    views = List.copyOf(views);
  }

  public Drawing drawing() {
    Volume smooth = Silhouette.smooth(brain());
    List<Tile> tiles = views.stream().map(view -> tile(view, smooth)).toList();
    return new Sheet(style, colours.bar(style.unit(), style.theme()), List.of(tiles), notes())
        .drawing();
  }

  private Notes notes() {
    var notes = new Notes(map, colours, colours.shown(map), "voxel");
    boolean bothSides = views.stream().anyMatch(view -> view.view().across() == 0);
    notes.add(bothSides, convention.inWords());
    notes.add("coordinates in mm, %s", map.labels().space());
    notes.add(
        switch (colours.kind()) {
          case SIGNED -> "each dot: the value farthest from zero on the way through";
          case UNSIGNED -> "each dot: the largest value on the way through";
          case P -> "each dot: the smallest value on the way through";
        });
    outline.ifPresent(brain -> notes.add("outline: %s", brain.name()));
    return notes;
  }

  private Volume brain() {
    return outline.map(BrainOutline::brain).orElse(map.brain());
  }

  private Tile tile(GlassView glass, Volume smooth) {
    Extent all = map.brain().extent().with(brain().extent());
    View view = glass.view();
    boolean mirrored = glass.mirrored(convention);
    Extent box = all.grown(MARGIN);
    Extent part = glass.part(all);
    int axis = view.through();
    return new Tile(
        box.high()[view.across()] - box.low()[view.across()],
        box.high()[view.up()] - box.low()[view.up()],
        Caption.of(view, mirrored, glass.inWords(convention)),
        (columns, rows) ->
            paint(
                smooth,
                Plane.of(view, 0, box, mirrored, columns, rows),
                part.low()[axis],
                part.high()[axis]));
  }

  private BufferedImage paint(Volume smooth, Plane plane, double from, double to) {
    var projection = Projection.of(map.values(), plane, from, to, colours::strength);
    var shape = Silhouette.of(smooth, plane, from, to);
    var dots = new Dots(plane.columns(), plane.rows());
    float deepest = 0;
    for (float depth : shape.depths()) {
      deepest = Math.max(deepest, depth);
    }
    for (int i = 0; i < shape.depths().length; i++) {
      float value = projection.values()[i];
      Color within =
          colours.shows(value) ? colours.colour(value) : glass(shape.depths()[i] / deepest);
      double covered = colours.shows(value) ? 1 : shape.covered(i);
      Color plain = Dots.blend(style.theme().page(), within, covered);
      dots.set(i, Dots.blend(plain, style.theme().outline(), shape.line(i, LINE)));
    }
    return dots.image();
  }

  private Color glass(float depth) {
    return Dots.blend(style.theme().page(), style.theme().outline(), THIN + DEEP * depth);
  }
}
