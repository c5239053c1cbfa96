package org.mitchell.report;

import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;

/**
 * A picture that the caller of a report can make and the derivatives cannot: of responses, or of
 * features.
 *
 * @param place where in the report it stands
 * @param caption below it, a sentence or two
 * @param narrows whether it is drawn otherwise for phones; else it shrinks
 * @param alternative what it shows, for people who do not see it
 */
public record Illustration(
    Place place, String caption, String alternative, boolean narrows, Drawn drawn) {

  /** Sections that have such pictures. */
  public enum Place {
    WORDS,
    DESIGN
  }

  /** Draws a picture for a page. */
  @FunctionalInterface
  public interface Drawn {
    /**
     * @param narrow for a page no wider than a phone's
     */
    Drawing on(Theme theme, boolean narrow);
  }
}
