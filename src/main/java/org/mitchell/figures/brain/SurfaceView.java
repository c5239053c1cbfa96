package org.mitchell.figures.brain;

import java.util.Locale;
import org.mitchell.gifti.Hemisphere;

/** From where a hemisphere is seen. */
public enum SurfaceView {
  /** From its own side. */
  LATERAL,
  /** From the other hemisphere. */
  MEDIAL,
  /** From above, the front at the top. */
  DORSAL,
  /** From below, the front at the top. */
  VENTRAL;

  /** How a hemisphere is seen from here. */
  Camera camera(Hemisphere hemisphere) {
    boolean left = hemisphere == Hemisphere.LEFT;
    return switch (this) {
      case LATERAL -> left ? Camera.FROM_LEFT : Camera.FROM_RIGHT;
      case MEDIAL -> left ? Camera.FROM_RIGHT : Camera.FROM_LEFT;
      case DORSAL -> Camera.FROM_ABOVE;
      case VENTRAL -> Camera.FROM_BELOW;
    };
  }

  Caption caption(Hemisphere hemisphere) {
    String words = (hemisphere + ", " + this).toLowerCase(Locale.ROOT);
    return switch (camera(hemisphere)) {
      case FROM_LEFT -> new Caption("A", words, "P");
      case FROM_RIGHT -> new Caption("P", words, "A");
      case FROM_ABOVE -> new Caption("L", words, "R");
      case FROM_BELOW -> new Caption("R", words, "L");
    };
  }

  /** Which axis of space runs where in the picture; signs turn it round. */
  enum Camera {
    FROM_LEFT(1, -1, 2, 0, -1),
    FROM_RIGHT(1, 1, 2, 0, 1),
    FROM_ABOVE(0, 1, 1, 2, 1),
    FROM_BELOW(0, -1, 1, 2, -1);

    private final int across;
    private final int acrossSign;
    private final int up;
    private final int near;
    private final int nearSign;

    Camera(int across, int acrossSign, int up, int near, int nearSign) {
      this.across = across;
      this.acrossSign = acrossSign;
      this.up = up;
      this.near = near;
      this.nearSign = nearSign;
    }

    /** To the right, of a vector that begins at {@code at}. */
    double across(double[] xyz, int at) {
      return acrossSign * xyz[at + across];
    }

    double up(double[] xyz, int at) {
      return xyz[at + up];
    }

    /** Towards the one who looks. */
    double near(double[] xyz, int at) {
      return nearSign * xyz[at + near];
    }
  }
}
