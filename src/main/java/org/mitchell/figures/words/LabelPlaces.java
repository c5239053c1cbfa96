package org.mitchell.figures.words;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for labels beside their points: of eight places around a point, the first that neither
 * leaves the area nor covers a point or a label that has its place already.
 */
final class LabelPlaces {
  /** Towards the right, the left, below, above, and between. */
  private static final int[][] SIDES = {
    {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}
  };

  private static final double GAP = 2;

  private final Rectangle2D area;
  private final List<Rectangle2D> taken = new ArrayList<>();
  private final List<Rectangle2D> shunned = new ArrayList<>();

  LabelPlaces(Rectangle2D area) {
    this.area = area;
  }

  /** A point and what is around it is not to be covered. */
  void keepFree(double x, double y, double radius) {
    taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** A place on a line, which labels cover only where they have no other room. */
  void shun(double x, double y, double radius) {
    shunned.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Room for a label of a point; nothing where there is none. */
  Optional<Rectangle2D> place(double x, double y, double radius, double width, double height) {
    return place(x, y, radius, width, height, shunned)
        .or(() -> place(x, y, radius, width, height, List.of()));
  }

  private Optional<Rectangle2D> place(
      double x, double y, double radius, double width, double height, List<Rectangle2D> lines) {
    for (int[] side : SIDES) {
      double middleX = x + side[0] * (radius + GAP + width / 2);
      double across = side[0] == 0 ? radius + GAP + height / 2 : height / 2;
      double middleY = y + side[1] * across;
      var label = new Rectangle2D.Double(middleX - width / 2, middleY - height / 2, width, height);
      if (area.contains(label)
          && taken.stream().noneMatch(label::intersects)
          && lines.stream().noneMatch(label::intersects)) {
        taken.add(label);
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }
}
