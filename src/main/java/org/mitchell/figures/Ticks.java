package org.mitchell.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round numbers for a scale. */
public final class Ticks {
  private static final int[] STEPS = {1, 2, 5, 10};

  private Ticks() {}

  /** A place on the scale and what is written there. */
  public record Tick(double value, String label) {}

  /** The multiples of 1, 2 or 5 times a power of ten from {@code low} to {@code high}. */
  public static List<Tick> between(double low, double high, int most) {
    BigDecimal step = step(high / most - low / most);
    double width = step.doubleValue();
    var ticks = new ArrayList<Tick>();
    for (double k = Math.ceil(low / width - 1e-9); k * width <= high + 1e-9 * width; k++) {
      BigDecimal exact = step.multiply(new BigDecimal(k));
      ticks.add(new Tick(exact.doubleValue(), label(exact)));
    }
    return ticks;
  }

  /** The smallest such step that is no smaller than {@code least}. */
  private static BigDecimal step(double least) {
    int power = (int) Math.floor(Math.log10(least));
    for (int factor : STEPS) {
      BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power).stripTrailingZeros();
      if (step.doubleValue() >= least * (1 - 1e-9)) {
        return step;
      }
    }
    throw new IllegalArgumentException("no step for " + least);
  }

  /** A number without the zero before its point, as tables print it, and with a true minus. */
  public static String text(String plain) {
    return plain.replaceFirst("^(-?)0\\.", "$1.").replace('-', '\u2212');
  }

  /** All labels but 0 have as many decimals as the step. */
  private static String label(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    double size = Math.abs(value.doubleValue());
    boolean plain = size >= 1e-4 && size < 1e7;
    String label = plain ? value.toPlainString() : value.stripTrailingZeros().toString();
    return text(label);
  }
}
