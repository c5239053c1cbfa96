package org.mitchell.figures.brain;

/** From where a glass brain is looked through. */
public enum GlassView {
  /** The left half, from the left: the front is at the left. */
  LEFT(View.SAGITTAL, -1, true),
  /** Both halves, from behind where left is left. */
  CORONAL(View.CORONAL, 0, false),
  /** The right half, from the right. */
  RIGHT(View.SAGITTAL, 1, false),
  /** Both halves, from above where left is left. */
  AXIAL(View.AXIAL, 0, false),
  /** Both halves from the right. */
  SAGITTAL(View.SAGITTAL, 0, false);

  private final View view;
  private final int side;
  private final boolean mirrored;

  GlassView(View view, int side, boolean mirrored) {
    this.view = view;
    this.side = side;
    this.mirrored = mirrored;
  }

  View view() {
    return view;
  }

  boolean mirrored(Convention convention) {
    return mirrored || convention.mirrors(view);
  }

  /** What part of a box is looked through: for a half of the brain, that half. */
  Extent part(Extent box) {
    double[] low = box.low().clone();
    double[] high = box.high().clone();
    if (side < 0) {
      high[0] = Math.min(high[0], 0);
      low[0] = Math.min(low[0], high[0]);
    } else if (side > 0) {
      low[0] = Math.max(low[0], 0);
      high[0] = Math.max(high[0], low[0]);
    }
    return new Extent(low, high);
  }

  /** From where; where left is right, the brain is seen from the other side. */
  String inWords(Convention convention) {
    boolean turned = convention.mirrors(view);
    return switch (this) {
      case LEFT -> "left half";
      case RIGHT -> "right half";
      case CORONAL -> turned ? "from the front" : "from behind";
      case AXIAL -> turned ? "from below" : "from above";
      case SAGITTAL -> "from the right";
    };
  }
}
