package org.mitchell.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;

/**
 * A feature table as a picture: a row a word, ordered by category and alphabetically within, a
 * column a feature in the table's order, a colour a value.
 *
 * @param space the values, as they are to be shown
 * @param categories word to category; other words come last
 * @param title above the picture
 * @param scale which colour stands for which value
 * @param unit what the values are, beside the colour bar
 * @param theme the page
 */
public record HeatMap(
    FeatureSpace space,
    Map<String, String> categories,
    String title,
    ColourScale scale,
    String unit,
    Theme theme) {

  private static final int MOST_ROWS_OR_COLUMNS = 5_000;
  private static final int MOST_CELLS_OF_SVG = 200_000;

  /**
   * @throws InputException if there are more words or features than a picture can show, or none
   */
  public HeatMap {
    requireSome(space.words().size(), "words");
    requireSome(space.features().size(), "features");
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
  }

  /** On a white page. */
  public HeatMap(
      FeatureSpace space,
      Map<String, String> categories,
      String title,
      ColourScale scale,
      String unit) {
    this(space, categories, title, scale, unit, Theme.LIGHT);
  }

  /** As {@link Drawing#writePng(OutputStream, Consumer)}. */
  public void writePng(OutputStream stream, Consumer<String> notes) throws IOException {
    drawing().writePng(stream, notes);
  }

  /**
   * One rectangle a cell.
   *
   * @throws InputException if those would be more than programs for SVG bear
   */
  public void writeSvg(OutputStream stream) throws IOException {
    long cells = (long) space.words().size() * space.features().size();
    if (cells > MOST_CELLS_OF_SVG) {
      throw new InputException(
          "%,d cells are more than an SVG should hold (%,d). Write a .png"
              .formatted(cells, MOST_CELLS_OF_SVG));
    }
    drawing().writeSvg(stream);
  }

  /** As {@link Drawing#contentFor}; an SVG as {@link #writeSvg} has it. */
  public OutputSet.Content contentFor(Path file, Consumer<String> notes) {
    return Drawing.isSvg(file) ? this::writeSvg : drawing().contentFor(file, notes);
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    return drawing(new HeatMapLayout(this));
  }

  /**
   * Lays a small picture out, whose rows and columns have no labels but the categories.
   *
   * @param cells how many pixels the cells have in all, across and down
   */
  public Drawing small(int cells) {
    return drawing(new HeatMapLayout(this, OptionalInt.of(cells)));
  }

  private Drawing drawing(HeatMapLayout layout) {
    var painter = new HeatMapPainter(this, layout);
    return new Drawing(layout.width(), layout.height(), theme.page(), painter::paint);
  }

  private static void requireSome(int count, String what) {
    if (count == 0) {
      throw new InputException("there are no " + what + " to draw");
    }
    if (count > MOST_ROWS_OR_COLUMNS) {
      throw new InputException(
          "%,d %s are more than a picture can show (%,d). Take a part of them"
              .formatted(count, what, MOST_ROWS_OR_COLUMNS));
    }
  }
}
