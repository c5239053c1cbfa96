package org.mitchell.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
   * What a reader asks first, answered.
   *
   * @param answers side by side
   */
  record Answers(List<Answer> answers) implements Block {
    public Answers {
      answers = List.copyOf(answers);
    }
  }

  /**
   * An answer.
   *
   * @param verdict in a few words
   * @param figure the one number that it rests on; empty for none
   * @param of what the number is
   * @param lines sentences that qualify it
   * @param spots places in the brain, which lead there
   */
  record Answer(
      String question,
      String verdict,
      String figure,
      String of,
      List<String> lines,
      List<Spot> spots) {
    public Answer {
      lines = List.copyOf(lines);
      spots = List.copyOf(spots);
    }
  }

  /**
   * A place in a map.
   *
   * @param name what lies there
   * @param note what is known of it
   * @param place as in {@link Row}, with {@code map}
   */
  record Spot(String name, String note, String place, String map) {}

  /** A PNG in base64, with its size in pixels of a page. */
  record Image(String base64, int width, int height) {}

  /**
   * A picture for light and for dark pages, and for phones.
   *
   * @param alternative what it shows, in words
   * @param caption below it; may be empty
   */
  record Picture(
      Image light,
      Image dark,
      Optional<Image> narrowLight,
      Optional<Image> narrowDark,
      String alternative,
      String caption)
      implements Block {
    @Override
    public long characters() {
      return Stream.of(Stream.of(light, dark), narrowLight.stream(), narrowDark.stream())
          .flatMap(images -> images)
          .mapToLong(image -> image.base64.length())
          .sum();
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
