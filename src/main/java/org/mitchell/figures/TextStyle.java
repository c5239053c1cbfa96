package org.mitchell.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.mitchell.files.InputException;

/**
 * How text looks, and how long it gets.
 *
 * @param size of the letters, in pixels
 * @param anchor which end of the text its position is
 */
public record TextStyle(int size, boolean bold, Anchor anchor, Color colour) {
  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  /** Which end of a text its position is. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  Font font() {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
  }

  /**
   * In pixels.
   *
   * @throws InputException if Java finds no fonts
   */
  public double width(String text) {
    try {
      return font().getStringBounds(text, SMOOTH).getWidth();
    } catch (InternalError | LinkageError e) { // what Java throws where there are none
      throw new InputException(
          "this machine has no fonts to write on pictures with. Install some (Debian: apt install"
              + " fontconfig fonts-dejavu-core)");
    }
  }

  /** Whether the fonts of this machine have a character, or it needs none. */
  boolean has(int character) {
    int kind = Character.getType(character);
    boolean unseen = kind == Character.FORMAT || kind == Character.CONTROL;
    return unseen || Character.isWhitespace(character) || font().canDisplay(character);
  }

  /** How far the baseline stands below the middle of small letters and capitals. */
  double baseline() {
    return 0.36 * size;
  }

  /**
   * The text on one line, its end left out for an ellipsis where it is longer than {@code most}.
   */
  public String fitted(String text, double most) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    if (width(line) <= most) {
      return line;
    }
    int end = line.length();
    while (end > 0 && width(line.substring(0, end).stripTrailing() + "…") > most) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end).stripTrailing() + "…";
  }
}
