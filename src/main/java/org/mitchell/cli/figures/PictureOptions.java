package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.options.Outputs;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.files.OutputSet;
import picocli.CommandLine.Option;

/** Where a picture goes and what it stands on. */
public final class PictureOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the picture to write (.png or .svg)")
  private Path out;

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

  /**
   * Looks at what can be told before anything is read.
   *
   * @param inputs files that the picture must not replace
   */
  public void check(List<Path> inputs) throws IOException {
    Outputs.ofPicture("--out", out).requireNot(inputs);
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
    OutputSet.writeOne(out, drawing.contentFor(out, common::note));
    return out;
  }
}
