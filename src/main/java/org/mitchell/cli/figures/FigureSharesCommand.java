package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.ModelFolder;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.SavedShares;
import org.mitchell.figures.ShareBars;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell figure shares}: what feature spaces explain by region. */
@Command(
    name = "shares",
    description =
        "Draw what the feature spaces of a fit explain in each region, together, each alone, and"
            + " in common, as the command regions found it.",
    footer = {"", "Regions of the largest joint R2 come first."},
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureSharesCommand implements Callable<Integer> {
  private static final double LEVEL = 0.05;
  private static final int MOST = 120;

  @Parameters(paramLabel = "SUBJECT", description = "a fitted participant")
  private String subject;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many regions to show (default: ${DEFAULT-VALUE})")
  private int top = 15;

  @Mixin private ModelFolder model;
  @Mixin private PictureOptions picture;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    if (top < 1 || top > MOST) {
      throw new UsageException(
          "--top: got %d where a number from 1 to %d is expected".formatted(top, MOST));
    }
    picture.check(List.of(), common);
    SavedShares shares = SavedShares.read(model.path(), subject);
    List<SavedShares.Region> shown =
        shares.regions().stream()
            .sorted(Comparator.comparing((SavedShares.Region region) -> -joint(region)))
            .limit(top)
            .toList();
    Path out = picture.write(bars(shares, shown).drawing(), common);
    common.print(
        "%s: %s of %d"
            .formatted(subject, Counted.of(shown.size(), "region"), shares.regions().size()));
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("subject", subject);
    json.put("regions", shown.stream().map(SavedShares.Region::name).toList());
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
    return 0;
  }

  private static double joint(SavedShares.Region region) {
    double joint = region.shares().get(0).r2();
    return Double.isNaN(joint) ? Double.NEGATIVE_INFINITY : joint;
  }

  private ShareBars bars(SavedShares shares, List<SavedShares.Region> shown) {
    var kinds = new ArrayList<String>();
    kinds.add("all together");
    shares.search().spaces().forEach(space -> kinds.add(space + " alone of all"));
    kinds.add("more than one");
    return new ShareBars(
        picture.title(
            "%s%s: R\u00b2 in held-out words by region"
                .formatted(subject, shares.simulated() ? " (SIMULATED)" : "")),
        kinds,
        shown.stream()
            .map(
                region ->
                    new ShareBars.Region(
                        region.name(),
                        region.shares().stream().map(FigureSharesCommand::bar).toList()))
            .toList(),
        legend(shares, shown.size()),
        picture.theme());
  }

  private static ShareBars.Bar bar(SavedShares.Share share) {
    return new ShareBars.Bar(
        share.r2(),
        share.interval().map(i -> new ShareBars.Interval(i.low(), i.high())),
        share.pCorrected() <= LEVEL);
  }

  private static List<String> legend(SavedShares shares, int shown) {
    var legend = new ArrayList<String>();
    if (shares.search().subsamples() > 0) {
      legend.add("lines: 95% over other words");
    }
    if (shares.search().permutations() > 0) {
      legend.add(
          "*: p .05 or less, by %s of the space's residuals given the others, corrected for %s"
              .formatted(
                  Counted.of(shares.search().permutations(), "permutation"),
                  Counted.of(shares.regions().size(), "region")));
    }
    if (shown < shares.regions().size()) {
      legend.add(
          "the %d largest by all together, of %s"
              .formatted(shown, Counted.of(shares.regions().size(), "region")));
    }
    return legend;
  }
}
