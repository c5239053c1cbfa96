package org.mitchell.figures;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How large a picture is on paper.
 *
 * @param widthMm its width; that of a usual screen's pixels where it is not given
 * @param dpi dots of a PNG on an inch of that width; two a pixel where it is not given
 */
public record PrintSize(OptionalDouble widthMm, OptionalInt dpi) {
  /** Nothing is asked for. */
  public static final PrintSize USUAL = new PrintSize(OptionalDouble.empty(), OptionalInt.empty());

  /** The smallest letters that journals take, in points. */
  public static final double LEAST_POINTS = 7;

  /** The smallest letters of a picture, in pixels. */
  public static final int SMALLEST_LETTERS = 10;

  private static final double PIXELS_AN_INCH = 96;
  private static final double MM_AN_INCH = 25.4;
  private static final double POINTS_AN_INCH = 72;

  /** How many pixels wide a picture may be, so that its letters have {@link #LEAST_POINTS}. */
  public static int mostPixels(double widthMm) {
    return (int) (widthMm / MM_AN_INCH * POINTS_AN_INCH * SMALLEST_LETTERS / LEAST_POINTS);
  }

  /** Its width in mm on paper. */
  double mm(int pixels) {
    return widthMm.orElse(pixels / PIXELS_AN_INCH * MM_AN_INCH);
  }

  /** The smallest letters of a picture of so many pixels, in points. */
  double smallestPoints(int pixels) {
    return SMALLEST_LETTERS * mm(pixels) / MM_AN_INCH * POINTS_AN_INCH / pixels;
  }

  /** Dots of a PNG a pixel. */
  double dotsAPixel(int pixels) {
    return dpi.isPresent()
        ? dpi.getAsInt() * mm(pixels) / MM_AN_INCH / pixels
        : PngCanvas.RESOLUTION;
  }

  /** Dots of a PNG a metre, for its header; 0 where no size on paper is asked for. */
  int dotsAMetre(int pixels) {
    boolean asked = dpi.isPresent() || widthMm.isPresent();
    return asked ? (int) Math.round(dotsAPixel(pixels) * pixels / mm(pixels) * 1000) : 0;
  }
}
