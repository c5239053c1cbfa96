package org.mitchell.cli.options;

import java.util.Optional;
import org.mitchell.encoding.PenaltyGrid;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Among which penalties one is chosen. */
public final class RidgeGridOption {
  @Option(
      names = "--ridge-grid",
      paramLabel = "FROM:TO:N",
      description =
          "with --ridge auto: N penalties, evenly spaced in their logarithm (default:"
              + " 0.001:10000:20, times the squared length of a word's features)")
  private String grid;

  public boolean isGiven() {
    return grid != null;
  }

  /**
   * The penalties; nothing for the usual ones.
   *
   * @throws UsageException if the text names none
   */
  public Optional<PenaltyGrid> penalties() {
    return Optional.ofNullable(grid).map(RidgeGridOption::of);
  }

  private static PenaltyGrid of(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (parts.length == 3) {
        return PenaltyGrid.logSpaced(
            OptionValues.number(parts[0]),
            OptionValues.number(parts[1]),
            Integer.parseInt(parts[2]));
      }
    } catch (TypeConversionException | IllegalArgumentException e) {
      // Said below, together with texts of other parts.
    }
    throw new UsageException(
        "--ridge-grid: got '%s' where FROM:TO:N is expected, two penalties above 0, the smaller first, and how many from one to the other, as 0.1:1000:20"
            .formatted(text));
  }
}
