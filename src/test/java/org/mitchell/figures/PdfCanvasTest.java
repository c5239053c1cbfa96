package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/**
 * A PDF is read here as ISO 32000 has it: from its end to its table, and from there its objects.
 */
class PdfCanvasTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;

  @Test
  void theTableLeadsToEveryObject() throws IOException {
    String file = latin(pdf(canvas -> canvas.box(1, 2, 3, 4, Color.RED), PrintSize.USUAL));

    assertThat(file).startsWith("%PDF-1.4\n").endsWith("%%EOF\n");
    Matcher end = matched("startxref\n(\\d+)\n%%EOF", file);
    String table = file.substring(Integer.parseInt(end.group(1)));
    assertThat(table).startsWith("xref\n0 5\n0000000000 65535 f \n");
    String[] lines = table.split("\n");
    for (int object = 1; object < 5; object++) {
      assertThat(lines[2 + object]).hasSize(19).endsWith(" 00000 n ");
      int place = Integer.parseInt(lines[2 + object].substring(0, 10));
      assertThat(file.substring(place)).startsWith(object + " 0 obj\n");
    }
    assertThat(table).contains("/Size 5 /Root 1 0 R");
  }

  @Test
  void thePageIsAsWideAsAskedFor() throws IOException {
    var size = new PrintSize(OptionalDouble.of(85), OptionalInt.empty());
    String file = latin(pdf(canvas -> {}, size));

    // 85 mm are 85 / 25.4 * 72 points.
    assertThat(file).contains("/MediaBox [0 0 240.945 120.472]");
    assertThat(latin(pdf(canvas -> {}, PrintSize.USUAL))).contains("/MediaBox [0 0 150 75]");
  }

  @Test
  void boxesAndLinesHaveTheirPlacesFromTheTopAndTheirColours() throws IOException {
    String content =
        content(
            pdf(
                canvas -> {
                  canvas.box(10, 20, 30, 5.5, new Color(255, 0, 51));
                  canvas.line(1, 2, 3, 4, 1.5, Color.BLUE);
                },
                PrintSize.USUAL));

    assertThat(content)
        .startsWith("0.75 0 0 -0.75 0 75 cm\n")
        .contains("1 0 0.2 rg\n10 20 30 5.5 re f\n")
        .contains("0 0 1 RG\n1.5 w\n1 2 m\n3 4 l S\n");
  }

  @Test
  void lettersAreOutlinesAndNeedNoFont() throws IOException {
    var style = new TextStyle(12, false, TextStyle.Anchor.START, Color.BLACK);
    byte[] plain = pdf(canvas -> {}, PrintSize.USUAL);
    byte[] written = pdf(canvas -> canvas.text("l", 50, 40, style), PrintSize.USUAL);

    assertThat(latin(written)).doesNotContain("/Font");
    String letter = content(written).substring(content(plain).length());
    assertThat(letter).startsWith("0 0 0 rg\n").endsWith("h\nf\n");
    double[] ys =
        matches("(?:^|\\n)\\S+ (\\S+) [ml]\\n", letter).mapToDouble(Double::parseDouble).toArray();
    assertThat(ys).isNotEmpty();
    assertThat(Arrays.stream(ys).min().orElseThrow()).isBetween(32.0, 38.0);
    assertThat(Arrays.stream(ys).max().orElseThrow()).isBetween(42.0, 47.0);
  }

  @Test
  void anImageKeepsItsDots() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0xfffefd);
    byte[] file = pdf(canvas -> canvas.raster(image, 5, 6, 20, 10), PrintSize.USUAL);

    assertThat(latin(file)).contains("/Width 2 /Height 1 /ColorSpace /DeviceRGB", "/I0 5 0 R");
    assertThat(stream(file, 5)).containsExactly(1, 2, 3, -1, -2, -3);
    assertThat(content(file)).contains("q\n20 0 0 -10 5 16 cm\n/I0 Do\nQ\n");
  }

  private static byte[] pdf(Consumer<Canvas> painter, PrintSize size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new Drawing(WIDTH, HEIGHT, Color.WHITE, painter).writePdf(bytes, size, note -> {});
    return bytes.toByteArray();
  }

  private static String content(byte[] file) throws IOException {
    return latin(stream(file, 4));
  }

  /** What an object's stream holds, unpacked. */
  private static byte[] stream(byte[] file, int object) throws IOException {
    String text = latin(file);
    int start = text.indexOf("\n" + object + " 0 obj\n");
    int from = text.indexOf("stream\n", start) + "stream\n".length();
    Matcher length = matched("/Length (\\d+)", text.substring(start, from));
    int to = from + Integer.parseInt(length.group(1));
    assertThat(text.substring(to)).startsWith("\nendstream\nendobj\n");
    var packed = new ByteArrayInputStream(Arrays.copyOfRange(file, from, to));
    try (var unpacked = new InflaterInputStream(packed)) {
      return unpacked.readAllBytes();
    }
  }

  private static Matcher matched(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher;
  }

  private static Stream<String> matches(String pattern, String text) {
    var found = new ArrayList<String>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    for (int from = 0; matcher.find(from); from = matcher.end() - 1) {
      found.add(matcher.group(1));
    }
    return found.stream();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
