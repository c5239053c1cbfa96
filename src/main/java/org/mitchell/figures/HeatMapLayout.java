package org.mitchell.figures;

import java.awt.Color;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where everything of a heat map stands. Lengths are whole pixels, so that no cell has soft edges.
 */
final class HeatMapLayout {
  static final int MARGIN = 16;

  /** Between a label and what it belongs to. */
  static final int SPACE = 6;

  /** Lines of labels that are nearer to each other than this would touch. */
  static final int LINE = 12;

  /** After a word whose values are all zero. */
  private static final String ZERO = " (all zero)";

  private static final int GROUP_GAP = 5;
  private static final int BAR_GAP = 24;
  private static final int LONGEST_WORD = 180;
  private static final int LONGEST_FEATURE = 260;
  private static final int LONGEST_CATEGORY = 160;
  private static final int LONGEST_TITLE = 1_200;

  private final boolean labelled;
  private final TextStyle titleStyle;
  private final TextStyle wordStyle;
  private final TextStyle featureStyle;
  private final TextStyle categoryStyle;
  private final Set<String> zero;
  private final WordGroups groups;
  private final int columns;
  private final int columnWidth;
  private final int rowHeight;
  private final int bracket;
  private final int left;
  private final int top;
  private final int barHeight;
  private final int width;
  private final ColourBar bar;

  HeatMapLayout(HeatMap map) {
    this(map, OptionalInt.empty());
  }

  /**
   * @param cells how many pixels the cells have in all, across and down; words and features have no
   *     labels then
   */
  HeatMapLayout(HeatMap map, OptionalInt cells) {
    labelled = cells.isEmpty();
    Color ink = map.theme().ink();
    titleStyle = new TextStyle(14, true, TextStyle.Anchor.START, ink);
    wordStyle = new TextStyle(11, false, TextStyle.Anchor.END, ink);
    featureStyle = new TextStyle(11, false, TextStyle.Anchor.START, ink);
    categoryStyle = new TextStyle(11, true, TextStyle.Anchor.START, ink);
    zero = new LinkedHashSet<>(map.space().zeroWords());
    groups = WordGroups.of(map.space().words(), map.categories());
    columns = map.space().features().size();
    columnWidth = cells.isPresent() ? small(cells.getAsInt(), columns) : pitch(columns);
    rowHeight =
        cells.isPresent()
            ? small(cells.getAsInt(), map.space().words().size())
            : pitch(map.space().words().size());
    bar =
        new ColourBar(
            map.scale(), map.scale().ticks(), map.unit(), ColourBar.Hidden.NONE, map.theme());
    List<String> categories = groups.groups().stream().map(WordGroups.Group::category).toList();
    int categoryWidth = widest(categories, categoryStyle, LONGEST_CATEGORY);
    bracket = MARGIN + categoryWidth + SPACE;
    left =
        MARGIN
            + (categoryWidth > 0 ? categoryWidth + 2 * SPACE : 0)
            + (labelled ? widestWord(map) : 0)
            + SPACE;
    top =
        MARGIN
            + 2 * LINE
            + (labelled ? widest(map.space().features(), featureStyle, LONGEST_FEATURE) : 0)
            + SPACE;
    barHeight = Math.max(bar.leastHeight(), Math.min(bottom() - top, 220));
    int title = widest(List.of(map.title()), titleStyle, LONGEST_TITLE);
    width = Math.max(barLeft() + bar.width(), MARGIN + title) + MARGIN;
  }

  private int widestWord(HeatMap map) {
    return widest(map.space().words().stream().map(this::word).toList(), wordStyle, LONGEST_WORD);
  }

  /** Whether words and features have labels. */
  boolean isLabelled() {
    return labelled;
  }

  /** The whole picture, in pixels. */
  int width() {
    return width;
  }

  int height() {
    return Math.max(bottom(), top + barHeight) + MARGIN;
  }

  WordGroups groups() {
    return groups;
  }

  int columnWidth() {
    return columnWidth;
  }

  int rowHeight() {
    return rowHeight;
  }

  /** The left edge of a column, from 0. */
  int x(int column) {
    return left + column * columnWidth;
  }

  /** The upper edge of a row, from 0, in a group, from 0. */
  int y(int group, int row) {
    return top + group * GROUP_GAP + row * rowHeight;
  }

  /** The right edge of the cells. */
  int right() {
    return x(columns);
  }

  /** The lower edge of the cells. */
  int bottom() {
    int rows = groups.groups().stream().mapToInt(group -> group.words().size()).sum();
    return y(groups.groups().size() - 1, rows);
  }

  /** The upper edge of the cells and of the colour bar. */
  int top() {
    return top;
  }

  /** Half the gap between two groups. */
  double halfGap() {
    return GROUP_GAP / 2.0;
  }

  /** Where lines between groups begin: they keep off words that stand closer than their rows. */
  int ruleLeft() {
    return rowHeight < LINE ? left : MARGIN;
  }

  /** Where the bracket around the words of a category stands. */
  int bracket() {
    return bracket;
  }

  int barLeft() {
    return right() + BAR_GAP;
  }

  int barHeight() {
    return barHeight;
  }

  ColourBar bar() {
    return bar;
  }

  TextStyle titleStyle() {
    return titleStyle;
  }

  TextStyle wordStyle() {
    return wordStyle;
  }

  TextStyle featureStyle() {
    return featureStyle;
  }

  TextStyle categoryStyle() {
    return categoryStyle;
  }

  /** A word; one whose values are all zero says so. */
  String word(String word) {
    return wordStyle.fitted(zero.contains(word) ? word + ZERO : word, LONGEST_WORD);
  }

  String feature(String feature) {
    return featureStyle.fitted(feature, LONGEST_FEATURE);
  }

  String category(String category) {
    return categoryStyle.fitted(category, LONGEST_CATEGORY);
  }

  String title(String title) {
    return titleStyle.fitted(title, LONGEST_TITLE);
  }

  /** Large cells for small tables; where labels do not fit any more, as many cells as possible. */
  private static int pitch(int count) {
    return count <= 300 ? Math.max(14, Math.min(28, 480 / count)) : Math.max(1, 3_000 / count);
  }

  private static int small(int pixels, int count) {
    return Math.max(1, pixels / count);
  }

  private static int widest(Collection<String> texts, TextStyle style, int most) {
    double widest =
        texts.stream().mapToDouble(text -> style.width(style.fitted(text, most))).max().orElse(0);
    return (int) Math.ceil(widest);
  }
}
