package org.mitchell.derivatives;

import java.util.Arrays;
import java.util.List;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.GroupFigures;
import org.mitchell.evaluation.groups.GroupResult;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.files.Json;

/** What several participants say together, under the names that scripts rely on. */
public final class GroupSummary {
  private GroupSummary() {}

  public static GroupFigures of(GroupResult group) {
    return new GroupFigures(
        boxed(group.accuracies()),
        boxed(group.chance()),
        group.mean(),
        participants(group.participants()),
        group
            .words()
            .map(
                words ->
                    new GroupFigures.Words(
                        EvaluationSummary.ends(words), Json.finite(words.standardError()))),
        group.permutations().map(NullDistribution::size).orElse(0),
        Json.finite(group.permutationP()),
        group.permutations().map(EvaluationSummary::nullDistribution),
        group
            .prevalence()
            .map(
                found ->
                    new GroupFigures.Prevalence(
                        found.significant(),
                        found.level(),
                        found.estimate(),
                        Ends.of(found.low(), found.high()))));
  }

  private static GroupFigures.Participants participants(ParticipantsTest test) {
    return new GroupFigures.Participants(
        Ends.of(test.low(), test.high()),
        Json.finite(test.t()),
        Json.finite(test.pAbove()),
        Json.finite(test.signFlips().pAbove()),
        test.signFlips().patterns());
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
