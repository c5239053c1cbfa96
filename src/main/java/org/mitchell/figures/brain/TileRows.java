package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Tiles in rows of cells of one width, all at one scale.
 *
 * @param rows from top to bottom
 * @param cell the width of a cell, in pixels
 * @param scale pixels a mm
 */
record TileRows(List<List<Tile>> rows, int cell, double scale) {
  /** Cells of about this width, unless there are few tiles. */
  private static final int USUAL_CELL = 130;

  /** A tile is no higher than so many times the width of its cell. */
  private static final double MOST_HEIGHT = 2;

  private static final int LARGEST_USUAL_CELL = 300;
  private static final int USUAL_WIDTH = 800;

  /** Rows that fill a width. */
  static TileRows filling(List<List<Tile>> groups, int width, ToIntFunction<Caption> captionWidth) {
    return of(groups, width, Integer.MAX_VALUE, captionWidth);
  }

  /** Rows of tiles that are neither tiny nor huge. */
  static TileRows ofUsualSize(List<List<Tile>> groups, ToIntFunction<Caption> captionWidth) {
    return of(groups, USUAL_WIDTH, LARGEST_USUAL_CELL, captionWidth);
  }

  private static TileRows of(
      List<List<Tile>> groups, int width, int largestCell, ToIntFunction<Caption> captionWidth) {
    List<List<Tile>> joined = joined(groups);
    int count = joined.stream().mapToInt(List::size).max().orElseThrow();
    int caption = tiles(joined).map(Tile::caption).mapToInt(captionWidth).max().orElseThrow();
    int columns = columns(count, width, caption);
    int cell = Math.max(1, Math.min(cell(width, columns), largestCell));
    var rows = new ArrayList<List<Tile>>();
    for (List<Tile> group : joined) {
      for (int first = 0; first < group.size(); first += columns) {
        rows.add(List.copyOf(group.subList(first, Math.min(first + columns, group.size()))));
      }
    }
    double widest = tiles(joined).mapToDouble(Tile::across).max().orElseThrow();
    double highest = tiles(joined).mapToDouble(Tile::up).max().orElseThrow();
    double scale = Math.min(cell / widest, MOST_HEIGHT * cell / highest);
    return new TileRows(List.copyOf(rows), cell, scale);
  }

  /** All tiles in pixels, with the gaps between them. */
  int width() {
    int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
    return columns * cell + (columns - 1) * Sheet.gap();
  }

  /** All rows, each with its captions, and the gaps between them. */
  int height(int rowGap, int caption) {
    int height = (rows.size() - 1) * rowGap;
    for (List<Tile> row : rows) {
      height += rowHeight(row) + caption;
    }
    return height;
  }

  int rowHeight(List<Tile> row) {
    return row.stream().mapToInt(tile -> pixels(tile.up())).max().orElseThrow();
  }

  int pixels(double mm) {
    return Math.max(1, (int) Math.round(mm * scale));
  }

  /** One row where every group is a single tile. */
  private static List<List<Tile>> joined(List<List<Tile>> groups) {
    boolean single = groups.stream().allMatch(group -> group.size() == 1);
    return single ? List.of(tiles(groups).toList()) : groups;
  }

  private static Stream<Tile> tiles(List<List<Tile>> groups) {
    return groups.stream().flatMap(List::stream);
  }

  /** As many columns as have room, and no more than make rows of nearly equal length. */
  private static int columns(int count, int width, int caption) {
    int gap = Sheet.gap();
    int usual = Math.round((width + gap) / (float) (USUAL_CELL + gap));
    int columns = Math.max(1, Math.min(count, usual));
    while (columns > 1 && cell(width, columns) < caption) {
      columns--;
    }
    int rows = (count + columns - 1) / columns;
    return (count + rows - 1) / rows;
  }

  private static int cell(int width, int columns) {
    return (width - (columns - 1) * Sheet.gap()) / columns;
  }
}
