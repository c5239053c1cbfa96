package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.RecordingCanvas;
import org.mitchell.figures.TextStyle;
import org.mitchell.figures.Theme;

/** Whatever is shown at whatever size, nothing is in the way of anything else. */
class SheetTest {
  private static final String LONG = "A long title of a map of many words that goes on and on. ";

  @ParameterizedTest(name = "{0} pixels, {1} cuts of {2} views, threshold {3}")
  @CsvSource({
    "0, 12, 1, 0",
    "0, 1, 1, 0.5",
    "0, 1, 3, 0.5",
    "0, 6, 3, 4.9",
    "0, 40, 1, 0.001",
    "300, 1, 1, 0",
    "300, 12, 1, 2",
    "300, 5, 3, 0",
    "520, 7, 3, 0.28",
    "1600, 2, 1, 1",
    "2400, 100, 3, 1"
  })
  void labelsKeepOffEachOtherTheBrainsAndTheEdges(int width, int cuts, int views, double threshold)
      throws IOException {
    for (String title : List.of("r", LONG, LONG.repeat(20))) {
      Drawing drawing = slices(width, cuts, views, threshold, title).drawing();
      var canvas = new RecordingCanvas();
      drawing.painter().accept(canvas);

      canvas.hasNothingInTheWay(drawing.width(), drawing.height());
      assertThat(canvas.texts().stream().filter(text -> text.what().matches("[xyz] = .*")))
          .hasSize(cuts * views);
      if (width > 0) {
        assertThat(drawing.width()).isEqualTo(width);
      }
    }
  }

  @Test
  void glassBrainsAndSurfacesKeepTheirLabelsApartToo() throws IOException {
    BrainMap map = Planted.map("negative-x");
    ValueColours colours = ValueColours.of(map, Theme.LIGHT, 0.5, false, OptionalDouble.empty());
    var surface =
        CorticalSurface.read(
            new CorticalSurface.Files(
                Planted.FOLDER.resolve("sphere-pial.surf.gii"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            map);
    for (int width : new int[] {0, 300, 777}) {
      var style = style(width, LONG);
      var views = List.of(GlassView.values());
      var sides = List.of(SurfaceView.values());
      for (Drawing drawing :
          List.of(
              new GlassPicture(
                      map, colours, views, Convention.RADIOLOGICAL, Optional.empty(), style)
                  .drawing(),
              new SurfacePicture(
                      map, colours, List.of(surface), sides, SurfacePicture.RIBBON, style)
                  .drawing())) {
        var canvas = new RecordingCanvas();
        drawing.painter().accept(canvas);
        canvas.hasNothingInTheWay(drawing.width(), drawing.height());
      }
    }
  }

  @Test
  void aLineIsBrokenBetweenFactsAndALongFactBetweenWords() {
    var style = new TextStyle(11, false, TextStyle.Anchor.START, Theme.LIGHT.ink());
    double room = style.width("one fact \u00b7 another");

    assertThat(Paragraph.ofFacts(List.of("one fact", "another", "a third"), style, room).lines())
        .containsExactly("one fact \u00b7 another", "a third");
    assertThat(Paragraph.ofFacts(List.of("a fact of more words than fit"), style, room).lines())
        .containsExactly("a fact of more", "words than fit");
    assertThat(Paragraph.of("many words on one line only", style, room, 1).lines())
        .singleElement()
        .asString()
        .endsWith("\u2026");
  }

  private static SlicesPicture slices(
      int width, int cuts, int views, double threshold, String title) throws IOException {
    BrainMap map = Planted.map("oblique");
    var places = new ArrayList<Cut>();
    for (View view : List.of(View.values()).subList(0, views)) {
      for (int i = 0; i < cuts; i++) {
        places.add(new Cut(view, -30 + 60.5 * i / cuts));
      }
    }
    return new SlicesPicture(
        map,
        ValueColours.of(map, Theme.DARK, threshold, false, OptionalDouble.empty()),
        places,
        Convention.NEUROLOGICAL,
        Optional.empty(),
        Optional.empty(),
        style(width, title));
  }

  private static PictureStyle style(int width, String title) {
    return new PictureStyle(
        Theme.DARK,
        width == 0 ? OptionalInt.empty() : OptionalInt.of(width),
        title,
        "correlation of prediction and observation, over words");
  }
}
