package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ParticipantEvaluation.Figures;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.evaluation.curves.LearningCurve;
import org.mitchell.evaluation.curves.Sensitivity;
import org.mitchell.evaluation.curves.WordAccuracy;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.ranks.WordRank;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.tables.TableWriter;

/** Writes the files of an evaluation: figures, pairs, words, null values; all of them or none. */
public final class EvaluationWriter {
  private EvaluationWriter() {}

  /**
   * What was written.
   *
   * @param figures with the names of the files
   */
  public record Written(EvaluationFigures figures, List<Path> outputs) {}

  /**
   * @param root the derivatives folder; made if need be
   * @return the figures and the files
   * @throws IOException if the folder cannot be written or the disk is full; nothing is then left
   *     under a final name
   */
  public static Written write(EvaluationRecord record, Path root) throws IOException {
    ParticipantEvaluation evaluation = record.evaluation();
    Responses responses = evaluation.words().responses();
    var name = BidsName.of(root, responses.participant(), responses.task(), Optional.empty());
    String prefix = "desc-" + new WordLabels().of(evaluation.plan().label()) + "_";
    EvaluationFigures all = EvaluationSummary.of(record);
    try (var outputs = new OutputSet()) {
      Path figures = name.plain(prefix + "evaluation.json");
      Path words = name.plain(prefix + "words.tsv");
      Path nulls = name.plain(prefix + "null.tsv");
      outputs.writeText(figures, Json.text(all.madeBy(MadeBy.of(record.provenance()))));
      outputs.write(words, words(evaluation));
      outputs.write(nulls, nulls(evaluation));
      if (evaluation.figures() instanceof Figures.Pairs pairs) {
        outputs.write(
            name.plain(prefix + "pairs.tsv"),
            stream -> PairTable.write(responses.stimuli(), pairs.result().pairs(), stream));
      }
      if (record.curve().isPresent()) {
        outputs.write(name.plain(prefix + "curve.tsv"), curve(record.curve().get()));
      }
      if (record.sensitivity().isPresent()) {
        outputs.write(
            name.plain(prefix + "sensitivity.tsv"), sensitivity(record.sensitivity().get()));
      }
      if (record.importance().isPresent()) {
        outputs.write(
            name.plain(prefix + "importance.tsv"),
            stream -> ImportanceTable.write(record.importance().get(), stream));
      }
      String description =
          DatasetDescription.text(root, List.of(record.source()), responses.simulated());
      outputs.writeText(DatasetDescription.file(root), description);
      List<Path> files = outputs.commit();
      return new Written(all.written(files), files);
    }
  }

  private static OutputSet.Content words(ParticipantEvaluation evaluation) {
    List<Stimulus> stimuli = evaluation.words().responses().stimuli();
    return stream -> {
      var csv = TableWriter.to(stream);
      if (evaluation.figures() instanceof Figures.Pairs pairs) {
        csv.row("word", "category", "pairs", "accuracy");
        for (var word : WordAccuracy.of(stimuli, pairs.result().pairs())) {
          csv.row(
              word.stimulus().word(),
              category(word.stimulus()),
              Integer.toString(word.pairs()),
              TableWriter.cell(word.accuracy()));
        }
      } else if (evaluation.figures() instanceof Figures.Ranks ranks) {
        csv.row("word", "category", "rank", "candidates", "percentile", "probability", "likeliest");
        for (int w = 0; w < stimuli.size(); w++) {
          WordRank word = ranks.result().words().get(w);
          csv.row(
              word.word(),
              category(stimuli.get(w)),
              Double.toString(word.rank().place()),
              Integer.toString(word.rank().candidates()),
              TableWriter.cell(word.rank().percentile()),
              TableWriter.cell(word.probability()),
              word.likeliest().get(0).word());
        }
      }
      csv.flush();
    };
  }

  private static OutputSet.Content nulls(ParticipantEvaluation evaluation) {
    return stream -> {
      var csv = TableWriter.to(stream);
      csv.row("of", "number", "accuracy");
      writeValues(csv, "permutation", evaluation.permuted());
      evaluation.rivals().forEach((name, values) -> writeValues(csv, name, values));
      csv.flush();
    };
  }

  private static OutputSet.Content curve(LearningCurve curve) {
    return stream -> {
      var csv = TableWriter.to(stream);
      csv.row("training_words", "draws", "accuracy", "sd");
      for (var point : curve.points()) {
        csv.row(
            Integer.toString(point.trainingWords()),
            Integer.toString(point.repetitions()),
            TableWriter.cell(point.mean()),
            TableWriter.cell(point.sd()));
      }
      csv.flush();
    };
  }

  private static OutputSet.Content sensitivity(Sensitivity sensitivity) {
    return stream -> {
      var csv = TableWriter.to(stream);
      csv.row("option", "value", "as_given", "pairs", "correct", "accuracy");
      for (var row : sensitivity.rows()) {
        csv.row(
            row.option(),
            row.value(),
            Boolean.toString(row.asGiven()),
            Integer.toString(row.score().pairs()),
            Double.toString(row.score().correct()),
            TableWriter.cell(row.score().accuracy()));
      }
      csv.flush();
    };
  }

  private static void writeValues(TableWriter csv, String name, NullDistribution values) {
    for (int i = 0; i < values.size(); i++) {
      csv.row(name, Integer.toString(i + 1), Double.toString(values.values()[i]));
    }
  }

  private static String category(Stimulus stimulus) {
    return stimulus.hasCategory() ? stimulus.category() : "n/a";
  }
}
