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

  public GlassPicture {
    views = List.copyOf(views);
  }

  public Drawing drawing() {
    List<Tile> tiles = views.stream().map(this::tile).toList();
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

  private Tile tile(GlassView glass) {
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
                Plane.of(view, 0, box, mirrored, columns, rows),
                part.low()[axis],
                part.high()[axis]));
  }

  private BufferedImage paint(Plane plane, double from, double to) {
    var projection = Projection.of(map.values(), brain(), plane, from, to, colours::strength);
    var dots = new Dots(plane.columns(), plane.rows());
    float[] depths = projection.depths();
    float deepest = 0;
    var inside = new boolean[depths.length];
    for (int i = 0; i < depths.length; i++) {
      deepest = Math.max(deepest, depths[i]);
      inside[i] = depths[i] > 0;
    }
    boolean[] line = Dots.outline(inside, plane.columns(), plane.rows());
    for (int i = 0; i < depths.length; i++) {
      float value = projection.values()[i];
      dots.set(
          i,
          colours.shows(value)
              ? colours.colour(value)
              : inside[i]
                  ? glass(depths[i] / deepest)
                  : line[i] ? style.theme().outline() : style.theme().page());
    }
    return dots.image();
  }

  private Color glass(float depth) {
    return Dots.blend(style.theme().page(), style.theme().outline(), THIN + DEEP * depth);
  }
}
