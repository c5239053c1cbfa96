package org.mitchell.cli.norms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mitchell.cli.text.Decimals;
import org.mitchell.norms.Agreement;
import org.mitchell.norms.CurvePoint;
import org.mitchell.norms.NormResult;

/** What {@code norms fit} tells people. */
final class NormFitText {
  private static final int WORST = 10;

  private final ModelKind model;
  private final String corpus;

  NormFitText(ModelKind model, String corpus) {
    this.model = model;
    this.corpus = corpus;
  }

  List<String> lines(NormResult result) {
    var lines = new ArrayList<String>();
    var data = result.data();
    lines.add(
        "%s (%s) from %s, %s"
            .formatted(
                data.norm().name(),
                data.norm().table(),
                data.vectors(),
                model.name().toLowerCase(Locale.ROOT)));
    lines.add(
        "  %,d of %,d rated words have a vector (%s)%s"
            .formatted(
                data.words().size(),
                data.norm().words().size(),
                Decimals.decimal(data.coverage()),
                data.norm().missing() > 0
                    ? "; %,d more have no value".formatted(data.norm().missing())
                    : ""));
    lines.add("  %-34s  %6s  %6s  %6s  %8s".formatted("", "R2", "r", "rho", "RMSE"));
    lines.add(
        row(
            "%d folds x %d%s"
                .formatted(
                    result.folds().folds(),
                    result.folds().repeats(),
                    result.penalty().isPresent() && model == ModelKind.RIDGE
                        ? ", penalty %s".formatted(rounded(result.penalty().getAsDouble()))
                        : ""),
            result.agreement()));
    lines.add(
        "    95%% of R2: %s to %s"
            .formatted(
                Decimals.decimal(result.interval().low()),
                Decimals.decimal(result.interval().high())));
    lines.add(row("values shuffled", result.chance()));
    result.frequency().ifPresent(f -> lines.add(row("frequency alone (" + corpus + ")", f)));
    List<CurvePoint> curve = result.curve();
    for (CurvePoint point : curve.subList(0, curve.size() - 1)) {
      lines.add(row("trained on %,d words".formatted(point.words()), point.agreement()));
    }
    lines.add("  farthest from what people said (observed, predicted):");
    for (int word : result.worst(WORST)) {
      lines.add(
          "    %-24s  %8s  %8s"
              .formatted(
                  data.words().get(word),
                  figure(data.values()[word]),
                  figure(result.predicted()[word])));
    }
    return lines;
  }

  private static String row(String name, Agreement agreement) {
    return "  %-34s  %6s  %6s  %6s  %8s"
        .formatted(
            name,
            Decimals.decimal(agreement.r2()),
            Decimals.decimal(agreement.r()),
            Decimals.decimal(agreement.rho()),
            figure(agreement.rmse()));
  }

  static String figure(double value) {
    return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String rounded(double penalty) {
    return String.format(Locale.ROOT, "%.3g", penalty);
  }
}
