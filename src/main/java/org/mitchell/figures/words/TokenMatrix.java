package org.mitchell.figures.words;

import java.util.List;
import org.mitchell.figures.Canvas;
import org.mitchell.figures.ColourBar;
import org.mitchell.figures.ColourMap;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.TextStyle;
import org.mitchell.figures.TextStyle.Anchor;
import org.mitchell.figures.Theme;
import org.mitchell.files.InputException;

/**
 * What each token of a text looks at: a row a token, a column a token looked at, in the order of
 * the text.
 *
 * @param title above the picture
 * @param tokens as they are written beside rows and above columns
 * @param weights tokens x tokens, from 0 up. Not copied
 * @param unit what the weights are, beside the colours
 * @param note what a reader must know, below
 */
public record TokenMatrix(
    String title, List<String> tokens, double[][] weights, String unit, String note, Theme theme) {
  private static final int MOST = 300;
  private static final int MARGIN = 18;
  private static final int TITLE = 26;
  private static final int SPACE = 6;
  private static final int LINE = 16;
  private static final int LONGEST = 140;
  private static final int LETTERS = 11;
  private static final int BAR_GAP = 24;
  private static final int NARROWEST = 420;

  /**
   * @throws InputException if there are more tokens than a picture can show
   */
  public TokenMatrix {
    tokens = List.copyOf(tokens);
    if (tokens.size() > MOST) {
      throw new InputException(
          "%,d tokens are more than a picture can show (%,d). Take a part of the text"
              .formatted(tokens.size(), MOST));
    }
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    var layout = new Layout();
    return new Drawing(layout.width, layout.height, theme.page(), layout::paint);
  }

  /** Everything where it goes. */
  private final class Layout {
    private final int cell = Math.max(12, Math.min(44, 640 / tokens.size()));
    private final int labels =
        (int)
            Math.ceil(
                tokens.stream()
                    .mapToDouble(t -> style(Anchor.END).width(label(t)))
                    .max()
                    .orElse(0));
    private final int left = MARGIN + labels + SPACE;
    private final int top = MARGIN + TITLE + labels + SPACE;
    private final int side = cell * tokens.size();
    private final ColourBar bar;
    private final int barHeight;
    private final int width;
    private final int height;

    Layout() {
      double high = 0;
      for (double[] row : weights) {
        for (double weight : row) {
          high = Math.max(high, weight);
        }
      }
      var scale = new ColourScale(ColourMap.VIRIDIS, 0, high > 0 ? high : 1, false);
      bar = new ColourBar(scale, scale.ticks(), unit, ColourBar.Hidden.NONE, theme);
      barHeight = Math.max(bar.leastHeight(), Math.min(side, 220));
      int wide = left + side + BAR_GAP + bar.width() + MARGIN;
      double texts = Math.max(heading().width(title), quiet().width(note)) + 2 * MARGIN;
      width = (int) Math.ceil(Math.max(Math.max(wide, NARROWEST), Math.min(texts, 900)));
      height = top + Math.max(side, barHeight) + SPACE + LINE + MARGIN;
    }

    void paint(Canvas canvas) {
      canvas.text(heading().fitted(title, width - 2.0 * MARGIN), MARGIN, MARGIN + 8, heading());
      for (int t = 0; t < tokens.size(); t++) {
        double middle = (t + 0.5) * cell;
        String label = label(tokens.get(t));
        canvas.text(label, left - SPACE, top + middle, style(Anchor.END));
        canvas.textUpwards(label, left + middle, top - SPACE, style(Anchor.START));
        for (int seen = 0; seen < tokens.size(); seen++) {
          canvas.box(
              left + seen * cell, top + t * cell, cell, cell, bar.scale().colour(weights[t][seen]));
        }
      }
      bar.paint(canvas, left + side + BAR_GAP, top, barHeight);
      double y = height - MARGIN - LINE / 2.0;
      canvas.text(quiet().fitted(note, width - 2.0 * MARGIN), MARGIN, y, quiet());
    }

    private String label(String token) {
      return style(Anchor.END).fitted(token, LONGEST);
    }

    private TextStyle style(Anchor anchor) {
      return new TextStyle(LETTERS, false, anchor, theme.ink());
    }

    private TextStyle heading() {
      return new TextStyle(14, true, Anchor.START, theme.ink());
    }

    private TextStyle quiet() {
      return new TextStyle(LETTERS, false, Anchor.START, theme.quiet());
    }
  }
}
