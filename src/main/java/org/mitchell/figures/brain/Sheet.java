package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.figures.Canvas;
import org.mitchell.figures.ColourBar;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.TextStyle;

/**
 * A picture of several brains: a title, rows of brains at one scale with what each is below it, the
 * colour bar at their right, notes below.
 */
final class Sheet {
  private static final int MARGIN = 18;
  private static final int GAP = 12;
  private static final int ROW_GAP = 10;
  private static final int BAR_GAP = 26;
  private static final int CAPTION = 20;
  private static final int LEAST_BAR = 110;
  private static final int MOST_BAR = 220;
  private static final int TITLE_LINE = 20;
  private static final int NOTE_LINE = 16;
  private static final int SPACE = 10;
  private static final int MOST_TITLE_LINES = 3;
  private static final int LETTER_GAP = 8;

  private final PictureStyle style;
  private final ColourBar bar;
  private final TileRows rows;
  private final Paragraph title;
  private final List<String> notes = new ArrayList<>();
  private final int width;
  private final int barLeft;
  private final int tilesTop;
  private final int barHeight;

  /**
   * @param groups tiles that stay together: each group begins a row, unless all have one tile
   * @param notes what the picture must say beside what it shows
   */
  Sheet(PictureStyle style, ColourBar bar, List<List<Tile>> groups, Notes notes) {
    this.style = style;
    this.bar = bar;
    int furniture = 2 * MARGIN + BAR_GAP + bar.width();
    rows =
        style.width().isPresent()
            ? TileRows.filling(groups, style.width().getAsInt() - furniture, this::captionWidth)
            : TileRows.ofUsualSize(groups, this::captionWidth);
    width = style.width().orElse(rows.width() + furniture);
    barLeft = width - MARGIN - bar.width();
    title = Paragraph.of(style.title(), titleStyle(), width - 2 * MARGIN, MOST_TITLE_LINES);
    int room = width - 2 * MARGIN;
    this.notes.addAll(Paragraph.ofFacts(notes.facts(), noteStyle(), room).lines());
    this.notes.add(noteStyle().fitted(notes.source(), room));
    tilesTop = MARGIN + title.lines().size() * TITLE_LINE + SPACE;
    barHeight =
        Math.max(
            Math.max(LEAST_BAR, bar.leastHeight()),
            Math.min(MOST_BAR, rows.height(ROW_GAP, CAPTION) - CAPTION));
  }

  Drawing drawing() {
    int height = notesTop() + notes.size() * NOTE_LINE + MARGIN;
    return new Drawing(width, height, style.theme().page(), this::paint);
  }

  private int notesTop() {
    // Half a line of a label hangs over the lower end of the bar.
    return tilesTop + Math.max(rows.height(ROW_GAP, CAPTION), barHeight + SPACE) + SPACE;
  }

  private void paint(Canvas canvas) {
    for (int line = 0; line < title.lines().size(); line++) {
      double y = MARGIN + (line + 0.5) * TITLE_LINE;
      canvas.text(title.lines().get(line), MARGIN, y, titleStyle());
    }
    int left = MARGIN + (barLeft - BAR_GAP - MARGIN - rows.width()) / 2;
    int top = tilesTop;
    for (List<Tile> row : rows.rows()) {
      int bottom = top + rows.rowHeight(row);
      for (int i = 0; i < row.size(); i++) {
        paint(canvas, row.get(i), left + i * (rows.cell() + GAP), bottom);
      }
      top = bottom + CAPTION + ROW_GAP;
    }
    bar.paint(canvas, barLeft, tilesTop, barHeight);
    for (int line = 0; line < notes.size(); line++) {
      double y = notesTop() + (line + 0.5) * NOTE_LINE;
      canvas.text(notes.get(line), MARGIN, y, noteStyle());
    }
  }

  /** Paints a tile and its caption in the middle of its cell, standing on {@code bottom}. */
  private void paint(Canvas canvas, Tile tile, int cellLeft, int bottom) {
    int tileWidth = rows.pixels(tile.across());
    int tileHeight = rows.pixels(tile.up());
    int left = cellLeft + (rows.cell() - tileWidth) / 2;
    var image = tile.painter().paint(Dots.A_PIXEL * tileWidth, Dots.A_PIXEL * tileHeight);
    canvas.raster(image, left, bottom - tileHeight, tileWidth, tileHeight);
    double y = bottom + CAPTION / 2.0;
    // A caption may be wider than its brain, never than the cell.
    double half = Math.max(tileWidth, captionWidth(tile.caption())) / 2.0;
    double middle = left + tileWidth / 2.0;
    canvas.text(tile.caption().left(), middle - half, y, sideStyle(TextStyle.Anchor.START));
    canvas.text(tile.caption().middle(), middle, y, captionStyle());
    canvas.text(tile.caption().right(), middle + half, y, sideStyle(TextStyle.Anchor.END));
  }

  private int captionWidth(Caption caption) {
    var side = sideStyle(TextStyle.Anchor.START);
    double letters = Math.max(side.width(caption.left()), side.width(caption.right()));
    double middle = captionStyle().width(caption.middle());
    return (int) Math.ceil(middle + 2 * (letters + LETTER_GAP));
  }

  private TextStyle titleStyle() {
    return new TextStyle(14, true, TextStyle.Anchor.START, style.theme().ink());
  }

  private TextStyle captionStyle() {
    return new TextStyle(11, false, TextStyle.Anchor.MIDDLE, style.theme().ink());
  }

  private TextStyle sideStyle(TextStyle.Anchor anchor) {
    return new TextStyle(11, true, anchor, style.theme().quiet());
  }

  private TextStyle noteStyle() {
    return new TextStyle(11, false, TextStyle.Anchor.START, style.theme().quiet());
  }

  /** Between two tiles of a row, in pixels. */
  static int gap() {
    return GAP;
  }
}
