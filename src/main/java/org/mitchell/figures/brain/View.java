package org.mitchell.figures.brain;

/** From where a brain is cut or looked through. */
public enum View {
  /** x across, y up. */
  AXIAL(0, 1, 2),
  /** x across, z up. */
  CORONAL(0, 2, 1),
  /** y across, z up: from the right. */
  SAGITTAL(1, 2, 0);

  private final int across;
  private final int up;
  private final int through;

  View(int across, int up, int through) {
    this.across = across;
    this.up = up;
    this.through = through;
  }

  /** The axis that runs to the right in the picture: 0 x, 1 y, 2 z. */
  int across() {
    return across;
  }

  /** The axis that runs up in the picture. */
  int up() {
    return up;
  }

  /** The axis that the picture is cut at. */
  int through() {
    return through;
  }

  /** x, y or z. */
  char letter() {
    return "xyz".charAt(through);
  }
}
