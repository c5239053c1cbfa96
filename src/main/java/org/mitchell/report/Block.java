package org.mitchell.report;

import java.util.List;

/** A piece of a section, as the template lays it out. Every text in it is escaped there. */
sealed interface Block {
  /** About how large it is in the page, where that is much. */
  default long characters() {
    return 0;
  }

  /** Running text. */
  record Paragraph(String text) implements Block {}

  /** A heading inside a section. */
  record Heading(String text) implements Block {}

  /** A list of short texts. */
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** What to be careful about. */
  record Caution(List<String> items) implements Block {
    public Caution {
      items = List.copyOf(items);
    }
  }

  /** A part that is not there, and the command that adds it. */
  record Missing(String what, String command) implements Block {}

  /** Command lines to copy. */
  record Commands(List<String> lines) implements Block {
    public Commands {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A table.
   *
   * @param columns their headings
   * @param text how many columns from the left hold text; the others hold numbers
   * @param rows cells in the order of the columns
   * @param note below the table; may be empty
   */
  record Table(String caption, List<String> columns, int text, List<Row> rows, String note)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of a table.
   *
   * @param place where the viewer goes from this row, as the text of a {@link Place}; empty for
   *     nowhere
   */
  record Row(List<String> cells, String place, String map) {
    public Row {
      cells = List.copyOf(cells);
    }

    static Row of(String... cells) {
      return new Row(List.of(cells), "", "");
    }
  }

  /** The accuracies of all participants, drawn. */
  record Accuracies(AccuracyFigure figure) implements Block {}

  /**
   * A picture for light and for dark pages.
   *
   * @param light base64 of a PNG
   * @param dark likewise
   * @param alternative what it shows, in words
   */
  record Picture(String light, String dark, int width, int height, String alternative)
      implements Block {
    @Override
    public long characters() {
      return (long) light.length() + dark.length();
    }
  }

  /** The interactive viewer. */
  record Viewer(List<ViewerMap> maps, String background) implements Block {
    public Viewer {
      maps = List.copyOf(maps);
    }

    /** Who has maps, in their order. */
    List<String> owners() {
      return maps.stream().map(ViewerMap::owner).distinct().toList();
    }

    List<ViewerMap> of(String owner) {
      return maps.stream().filter(map -> map.owner().equals(owner)).toList();
    }
  }
}
