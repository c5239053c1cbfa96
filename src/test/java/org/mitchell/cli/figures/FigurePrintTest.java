package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.figures.PlantedMap.MAP;
import static org.mitchell.cli.figures.PlantedMap.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures for journals: their size on paper, and where their colours end. */
class FigurePrintTest {
  @TempDir private Path folder;

  @Test
  void aPngHasItsWidthOnPaperInItsHeader() throws IOException {
    Path png = folder.resolve("a.png");
    figure(List.of("slices", MAP), "--width", "85mm", "--dpi", "300", "--out", png).succeeds();

    BufferedImage image = ImageIO.read(png.toFile());
    int dotsAMetre = dotsAMetre(Files.readAllBytes(png));
    assertThat(dotsAMetre).isCloseTo((int) Math.round(300 / 0.0254), within(1));
    assertThat(1000.0 * image.getWidth() / dotsAMetre).isCloseTo(85, within(0.1));
  }

  @Test
  void aPdfHasItsWidthInPoints() throws IOException {
    Path pdf = folder.resolve("a.pdf");
    figure(List.of("glass", MAP), "--width", "85mm", "--out", pdf).succeeds();

    String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-").contains("/MediaBox [0 0 240.945 ");
  }

  /** 17 voxels of 5 and 17 of -3 are shown: half of them are no farther from zero than 3. */
  @Test
  void aPercentageEndsTheScaleWhereSoMuchOfWhatIsShownIsWithin() throws IOException {
    Path svg = folder.resolve("a.svg");
    figure(List.of("slices", MAP), "--threshold", "2", "--vmax", "50%", "--out", svg).succeeds();
    assertThat(svg).content().contains(">≥ 3<", ">≤ −3<");

    figure(List.of("slices", MAP), "--threshold", "2", "--vmax", "51%", "--out", svg).succeeds();
    assertThat(svg).content().contains(">5<", ">−5<").doesNotContain("≥ 5");
  }

  @Test
  void aPercentageIsOfPositiveValuesWhereTheyAreShownAlone() throws IOException {
    Path svg = folder.resolve("a.svg");
    figure(List.of("slices", MAP), "--threshold", "2", "--positive", "--vmax", "50%", "--out", svg)
        .succeeds();
    assertThat(svg).content().contains(">5<").doesNotContain(">≥ 3<");
  }

  /** The pHYs of a PNG: a length, its name, dots across and down, and the unit, which is metres. */
  private static int dotsAMetre(byte[] png) {
    int name = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
    assertThat(name).isPositive();
    assertThat(png[name + 12]).isEqualTo((byte) 1);
    return ByteBuffer.wrap(png).getInt(name + 4);
  }
}
