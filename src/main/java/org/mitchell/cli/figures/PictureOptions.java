package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.PictureFileOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.PrintSize;
import org.mitchell.figures.Theme;
import org.mitchell.files.OutputSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a picture goes and what it stands on. */
public final class PictureOptions {
  private static final int NARROWEST = 300;
  private static final int WIDEST = 2_400;
  private static final int NARROWEST_MM = 60;
  private static final int WIDEST_MM = 600;
  private static final int FEWEST_DOTS = 72;
  private static final int MOST_DOTS = 1_200;

  @Mixin private PictureFileOption file;

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      description = "${COMPLETION-CANDIDATES} (default: light)")
  private Theme theme = Theme.LIGHT;

  @Option(
      names = "--title",
      converter = OptionValues.AnyText.class,
      paramLabel = "TEXT",
      description = "above the picture (default: what it shows)")
  private String title;

  @Option(
      names = "--width",
      paramLabel = "MM",
      description =
          "of the picture on paper, as 85mm; of slices, glass brains and surfaces also in pixels, "
              + NARROWEST
              + " to "
              + WIDEST
              + " (default: as its parts need)")
  private String width;

  @Option(
      names = "--dpi",
      paramLabel = "N",
      description =
          "of a .png: dots on an inch of the width on paper, "
              + FEWEST_DOTS
              + " to "
              + MOST_DOTS
              + " (default: two a pixel, 192)")
  private Integer dpi;

  /**
   * Looks at what can be told before anything is read.
   *
   * @param inputs files that the picture must not replace
   */
  public void check(List<Path> inputs, CommonOptions common) throws IOException {
    if (width != null && widthMm().isEmpty()) {
      throw new UsageException(
          "--width: got '%s' where a width on paper is expected, as 85mm, from %d to %dmm"
              .formatted(width, NARROWEST_MM, WIDEST_MM));
    }
    checkOut(inputs, common);
  }

  /** As {@link #check}, for a picture that is laid out anew for a width in pixels. */
  void checkLaidOut(List<Path> inputs, CommonOptions common) throws IOException {
    if (width != null && widthMm().isEmpty() && pixels().isEmpty()) {
      throw new UsageException(
          "--width: got '%s' where pixels from %d to %d, or a width on paper as 85mm is expected"
              .formatted(width, NARROWEST, WIDEST));
    }
    checkOut(inputs, common);
  }

  private void checkOut(List<Path> inputs, CommonOptions common) throws IOException {
    if (dpi != null && (dpi < FEWEST_DOTS || dpi > MOST_DOTS)) {
      throw new UsageException(
          "--dpi: got %d where a number from %d to %d is expected"
              .formatted(dpi, FEWEST_DOTS, MOST_DOTS));
    }
    Outputs.ofPicture("--out", file.path(), common).requireNot(inputs);
  }

  /** The width in pixels that the picture is laid out for: letters on paper are not too small. */
  OptionalInt pixels() {
    OptionalDouble mm = widthMm();
    if (mm.isPresent()) {
      return OptionalInt.of(PrintSize.mostPixels(mm.getAsDouble()));
    }
    boolean whole = width != null && width.matches("[0-9]{1,5}");
    return whole && Integer.parseInt(width) >= NARROWEST && Integer.parseInt(width) <= WIDEST
        ? OptionalInt.of(Integer.parseInt(width))
        : OptionalInt.empty();
  }

  private OptionalDouble widthMm() {
    if (width == null || !width.strip().matches("[0-9]{1,4}(\\.[0-9]+)? ?mm")) {
      return OptionalDouble.empty();
    }
    double mm = Double.parseDouble(width.strip().replaceAll(" ?mm", ""));
    return mm >= NARROWEST_MM && mm <= WIDEST_MM ? OptionalDouble.of(mm) : OptionalDouble.empty();
  }

  private PrintSize size() {
    return new PrintSize(widthMm(), dpi == null ? OptionalInt.empty() : OptionalInt.of(dpi));
  }

  public Theme theme() {
    return theme;
  }

  /** The given title, or this one. */
  public String title(String usual) {
    return title == null ? usual : title;
  }

  /** Writes the picture; says which of its letters cannot be shown. */
  public Path write(Drawing drawing, CommonOptions common) throws IOException {
    Path out = file.path();
    OutputSet.writeOne(out, drawing.contentFor(out, size(), common::note));
    return out;
  }
}
