package org.mitchell.figures;

import java.awt.Color;

/** What a picture stands on: a white page, or a dark slide. */
public enum Theme {
  LIGHT(0xffffff, 0x222222, 0x5c5c5c, 0xebebee, 0x8a8a92, ColourMap.COOL_WARM),
  DARK(0x121417, 0xececec, 0xa9adb3, 0x2e3137, 0x7c8088, ColourMap.BERLIN);

  private final Color page;
  private final Color ink;
  private final Color quiet;
  private final Color tissue;
  private final Color outline;
  private final ColourMap diverging;

  Theme(int page, int ink, int quiet, int tissue, int outline, ColourMap diverging) {
    this.page = new Color(page);
    this.ink = new Color(ink);
    this.quiet = new Color(quiet);
    this.tissue = new Color(tissue);
    this.outline = new Color(outline);
    this.diverging = diverging;
  }

  /** Behind everything. */
  public Color page() {
    return page;
  }

  /** Of text that is to be read first. */
  public Color ink() {
    return ink;
  }

  /** Of notes; seven to one against the page, or nearly. */
  public Color quiet() {
    return quiet;
  }

  /** Of the brain where no value is shown. */
  public Color tissue() {
    return tissue;
  }

  /** Of the line around the brain. */
  public Color outline() {
    return outline;
  }

  /** For signed values: its middle, near 0, is nearest to the page. */
  public ColourMap diverging() {
    return diverging;
  }
}
