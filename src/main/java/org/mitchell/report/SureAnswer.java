package org.mitchell.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.contents.Ceiling;
import org.mitchell.derivatives.contents.LeakFigures;
import org.mitchell.text.Counted;

/**
 * How sure the answer is: which checks were made, and what they say. Chance, leaks and the noise of
 * the responses are checked by commands of their own.
 */
final class SureAnswer {
  private static final int CHECKS = 3;

  private final FitFiles files;

  private SureAnswer(FitFiles files) {
    this.files = files;
  }

  static Block.Answer of(FitFiles files) {
    return new SureAnswer(files).answer();
  }

  private Block.Answer answer() {
    List<Ceiling> ceilings = ceilings();
    boolean once = files.participants().stream().allMatch(p -> p.fit().presentations() == 1);
    boolean chance = files.participants().stream().noneMatch(p -> Double.isNaN(p.p()));
    boolean leaks = !files.leaks().isEmpty();
    List<String> leaking =
        files.leaks().stream().flatMap(leak -> leak.cautions().stream()).distinct().toList();
    int made = (chance ? 1 : 0) + (leaks ? 1 : 0) + (ceilings.isEmpty() ? 0 : 1);
    var lines = new ArrayList<String>();
    lines.add(leaks(leaking));
    if (once) {
      lines.add("Words were presented once, so that the noise of the responses is not known.");
    } else if (ceilings.isEmpty()) {
      lines.add(
          "How much of the responses is noise is not here yet (mitchell map --stat ceiling).");
    }
    if (!chance) {
      lines.add("Chance was not tested in every participant.");
    }
    lines.add(
        files.participants().size() == 1
            ? "One participant says nothing about people in general."
            : "Intervals and p of single participants are over words, not over people.");
    String verdict =
        leaking.isEmpty()
            ? made == CHECKS ? "All 3 checks were made" : "%d of 3 checks were made".formatted(made)
            : "Caution: the folds leak";
    return new Block.Answer(
        "How sure?", verdict, figure(ceilings), figureOf(ceilings), lines, List.of());
  }

  private String leaks(List<String> leaking) {
    if (files.leaks().isEmpty()) {
      return "Whether the folds leak was not measured (mitchell leak).";
    }
    if (!leaking.isEmpty()) {
      return String.join("; ", leaking) + ".";
    }
    LeakFigures all = files.leaks().get(files.leaks().size() - 1);
    return "No leak was found: %s told no words apart (%s)."
        .formatted(
            Counted.of(all.rivals().size(), "rival") + " without content",
            String.join(", ", all.rivals().stream().map(LeakFigures.Rival::name).toList()));
  }

  /** Of single participants, with a median. */
  private List<Ceiling> ceilings() {
    return files.participants().stream()
        .flatMap(p -> p.maps().stream())
        .filter(map -> map.statistic().equals("ceiling"))
        .flatMap(map -> map.sidecar().chance().ceilings().stream())
        .filter(ceiling -> ceiling.median().isPresent())
        .toList();
  }

  private static String figure(List<Ceiling> ceilings) {
    if (ceilings.isEmpty()) {
      return "";
    }
    double[] medians =
        ceilings.stream().mapToDouble(c -> c.median().getAsDouble()).sorted().toArray();
    String least = Numbers.decimal(medians[0], 2);
    String most = Numbers.decimal(medians[medians.length - 1], 2);
    return least.equals(most) ? least : least + " to " + most;
  }

  private static String figureOf(List<Ceiling> ceilings) {
    Optional<Ceiling> one = ceilings.size() == 1 ? Optional.of(ceilings.get(0)) : Optional.empty();
    return "noise ceiling: the r a perfect model could reach, median of "
        + one.map(c -> Counted.of(c.reliableVoxels(), "reliable voxel"))
            .orElse("each participant's reliable voxels");
  }
}
