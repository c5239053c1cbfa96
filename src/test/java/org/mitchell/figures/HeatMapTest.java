package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.w3c.dom.Element;

class HeatMapTest {
  /** The picture has two dots a pixel. */
  private static final int CELL = 2 * 28;

  private static final int GROUP_GAP = 2 * 5;

  /** The published colours of viridis at 0, 1/3, 2/3 and 1. */
  private static final int DARK = 0xff440154;

  private static final int BLUE = 0xff31688e;
  private static final int GREEN = 0xff35b779;
  private static final int YELLOW = 0xfffde725;

  @Test
  void aCellHasTheColourOfItsValueAndRowsStandByCategory() throws IOException {
    BufferedImage image =
        ImageIO.read(
            new ByteArrayInputStream(written(stream -> animals().writePng(stream, note -> {}))));

    int left = 0;
    while (topmost(image, left, DARK, GREEN) < 0) {
      left++;
    }
    int top = topmost(image, left, DARK, GREEN);
    int[][] rows = {
      {DARK, BLUE}, // bear
      {GREEN, YELLOW}, // dog
      {YELLOW, BLUE}, // car, which has another category
      {BLUE, GREEN}, // Apple, which has none
      {DARK, GREEN}, // zebra
    };
    int[] groups = {0, 0, 1, 2, 2};
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < 2; column++) {
        int x = left + column * CELL;
        int y = top + row * CELL + groups[row] * GROUP_GAP;
        assertThat(colours(image, x, y, CELL, CELL))
            .as("row %d, column %d", row, column)
            .containsOnly(rows[row][column]);
      }
    }
    for (int gap : new int[] {top + 2 * CELL, top + 3 * CELL + GROUP_GAP}) {
      assertThat(colours(image, left, gap, 1, GROUP_GAP))
          .as("a line in a white gap")
          .hasSize(2)
          .contains(0xffffffff);
    }
  }

  @Test
  void theColourBarShowsTheMapFromBelow() throws IOException {
    BufferedImage image =
        ImageIO.read(
            new ByteArrayInputStream(written(stream -> animals().writePng(stream, note -> {}))));

    int x = image.getWidth() - 1;
    while (colours(image, x, 0, 1, image.getHeight()).size() < 60) {
      x--;
    }
    int bottom = image.getHeight() - 1;
    while (image.getRGB(x, bottom) == 0xffffffff) {
      bottom--;
    }
    // What is farther up, after a gap, is the unit.
    int top = bottom;
    while (image.getRGB(x, top - 1) != 0xffffffff) {
      top--;
    }
    assertThat(distance(image.getRGB(x, top), YELLOW)).isLessThan(8);
    assertThat(distance(image.getRGB(x, (top + bottom) / 2), 0xff21918c)).isLessThan(8);
    assertThat(distance(image.getRGB(x, bottom), DARK)).isLessThan(8);
  }

  @Test
  void theSvgHasTheSameCellsAndItsTextIsText() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(written(animals()::writeSvg)));
    List<Element> boxes = elements(document.getDocumentElement(), "rect");
    List<String> cells =
        boxes.stream()
            .filter(box -> box.getAttribute("width").equals("28"))
            .map(box -> box.getAttribute("fill"))
            .toList();
    List<String> texts =
        elements(document.getDocumentElement(), "text").stream()
            .map(Element::getTextContent)
            .toList();

    assertThat(cells)
        .containsExactly(
            "#440154", "#31688e", "#35b779", "#fde725", "#fde725", "#31688e", "#31688e", "#35b779",
            "#440154", "#35b779");
    assertThat(texts)
        .containsSubsequence("Nouns & <verbs>", "p", "q", "bear", "dog", "animal", "car", "vehicle")
        .containsSubsequence("Apple", "zebra", "no category")
        .contains("count", "0", "2", "8");
  }

  @Test
  void thePictureIsTheSameEveryTime() throws IOException {
    assertThat(written(stream -> animals().writePng(stream, note -> {})))
        .isEqualTo(written(stream -> animals().writePng(stream, note -> {})));
    assertThat(written(animals()::writeSvg)).isEqualTo(written(animals()::writeSvg));
  }

  @Test
  void wordsWithoutAnyCategoryStandAlphabetically() {
    var groups = WordGroups.of(List.of("fly", "Bee", "ant"), Map.of("dog", "animal"));

    assertThat(groups.groups())
        .containsExactly(new WordGroups.Group("", List.of("ant", "Bee", "fly")));
  }

  @Test
  void whatIsTooLargeForAPictureIsSaid() {
    var wide = space(List.of("bee"), names("f", 5_001), new double[5_001]);
    var large = space(names("w", 400), names("f", 501), new double[400 * 501]);
    var map = new HeatMap(large, Map.of(), "", ColourScale.of(large, 3), "");

    assertThatThrownBy(() -> new HeatMap(wide, Map.of(), "", ColourScale.of(wide, 3), ""))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("5,001 features are more than a picture can show (5,000)");
    assertThatThrownBy(() -> map.writeSvg(OutputStream.nullOutputStream()))
        .isInstanceOf(InputException.class)
        .hasMessage("200,400 cells are more than an SVG should hold (200,000). Write a .png");
  }

  /** Words in another order than they are to be shown in. */
  private static HeatMap animals() {
    double[] values = {9, 3, 0, 6, 6, 9, 0, 3, 3, 6};
    var space = space(List.of("car", "zebra", "dog", "bear", "Apple"), List.of("p", "q"), values);
    var categories = new LinkedHashMap<String, String>();
    categories.put("dog", "animal");
    categories.put("car", "vehicle");
    categories.put("bear", "animal");
    var scale = ColourScale.of(space, Double.POSITIVE_INFINITY);
    return new HeatMap(space, categories, "Nouns & <verbs>", scale, "count");
  }

  private static FeatureSpace space(List<String> words, List<String> features, double[] values) {
    return new FeatureSpace("table", words, features, values, Map.of());
  }

  private static List<String> names(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
  }

  private interface Writing {
    void to(OutputStream stream) throws IOException;
  }

  private static byte[] written(Writing writing) throws IOException {
    var stream = new ByteArrayOutputStream();
    writing.to(stream);
    return stream.toByteArray();
  }

  /** The first dot of a column of dots that has one of two colours; -1 where there is none. */
  private static int topmost(BufferedImage image, int x, int colour, int other) {
    return IntStream.range(0, image.getHeight())
        .filter(y -> image.getRGB(x, y) == colour || image.getRGB(x, y) == other)
        .findFirst()
        .orElse(-1);
  }

  private static List<Integer> colours(BufferedImage image, int x, int y, int width, int height) {
    return IntStream.of(image.getRGB(x, y, width, height, null, 0, width))
        .distinct()
        .boxed()
        .toList();
  }

  /** The largest difference in red, green or blue. */
  private static int distance(int colour, int other) {
    return IntStream.of(0, 8, 16)
        .map(shift -> Math.abs((colour >> shift & 0xff) - (other >> shift & 0xff)))
        .max()
        .orElseThrow();
  }

  private static List<Element> elements(Element root, String name) {
    var nodes = root.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
