package org.mitchell.cli.norms;

import org.mitchell.cli.options.UsageException;
import org.mitchell.figures.Theme;
import picocli.CommandLine.Option;

/** What pictures that need not be drawn stand on. */
final class ThemeOption {
  @Option(
      names = "--theme",
      paramLabel = "THEME",
      description = "of what is drawn: ${COMPLETION-CANDIDATES} (default: light)")
  private Theme theme;

  Theme theme() {
    return theme == null ? Theme.LIGHT : theme;
  }

  /**
   * That something is drawn where a theme is given.
   *
   * @param option what has pictures drawn
   * @param given whether it is given
   */
  void goesWith(String option, boolean given) {
    if (theme != null && !given) {
      throw new UsageException("--theme goes with " + option);
    }
  }
}
