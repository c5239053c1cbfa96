package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LettersTest {
  /** A place for private use at the end of Unicode, which no font has. */
  private static final String LETTER = Character.toString(0x10FFFD);

  private static final TextStyle STYLE =
      new TextStyle(12, false, TextStyle.Anchor.START, Color.BLACK);

  @Test
  void aLetterThatNoFontHasIsToldAndSaidInThePicture() throws IOException {
    var notes = new ArrayList<String>();
    BufferedImage plain = png("celery", notes);
    assertThat(notes).isEmpty();
    assertThat(plain.getHeight()).isEqualTo(2 * 60);

    BufferedImage noted = png("celery " + LETTER + LETTER, notes);
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0))
        .startsWith("no font of this machine has 1 letter of this picture")
        .contains("U+10FFFD", "apt install fonts-noto-core")
        .doesNotContain(LETTER);
    assertThat(noted.getHeight()).isGreaterThan(plain.getHeight());
    assertThat(ink(noted, plain.getHeight())).as("dots of the line at the foot").isPositive();
    assertThat(noted.getSubimage(0, 0, 20, 20).getRGB(3, 3)).isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void signsThatAreNotSeenNeedNoFont() throws IOException {
    var notes = new ArrayList<String>();
    png("a\u00a0\u200d\u00ad\u2009b \u03c7\u00b2 \u2265", notes);
    assertThat(notes).isEmpty();
  }

  @Test
  void theNoteNamesTheScriptAndItsFonts() {
    var letters = new Letters();
    letters.add(LETTER + "\uE000", STYLE);
    assertThat(letters.missing().orElseThrow()).contains("2 letters", "U+10FFFD", "U+E000");
  }

  private static BufferedImage png(String text, List<String> notes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new Drawing(200, 60, Color.WHITE, canvas -> canvas.text(text, 20, 30, STYLE))
        .writePng(bytes, notes::add);
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static int ink(BufferedImage image, int from) {
    int dots = 0;
    for (int y = from; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dots += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dots;
  }
}
