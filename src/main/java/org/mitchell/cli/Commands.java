package org.mitchell.cli;

import java.util.List;
import org.mitchell.cli.corpus.CorpusCommand;
import org.mitchell.cli.evaluation.AcrossCommand;
import org.mitchell.cli.evaluation.CompareCommand;
import org.mitchell.cli.evaluation.EvaluateCommand;
import org.mitchell.cli.evaluation.LeakCommand;
import org.mitchell.cli.evaluation.PowerCommand;
import org.mitchell.cli.evaluation.SimilarityCommand;
import org.mitchell.cli.features.FeaturesCommand;
import org.mitchell.cli.figures.FigureCommand;
import org.mitchell.cli.maps.MapCommand;
import org.mitchell.cli.maps.RegionsCommand;
import org.mitchell.cli.norms.NormsCommand;
import org.mitchell.cli.pages.ReportCommand;
import org.mitchell.cli.pages.ViewCommand;
import org.mitchell.cli.participants.CheckCommand;
import org.mitchell.cli.participants.DataCommand;
import org.mitchell.cli.participants.DemoCommand;
import org.mitchell.cli.participants.FitCommand;
import org.mitchell.cli.participants.IdentifyCommand;
import org.mitchell.cli.participants.PredictCommand;
import org.mitchell.cli.participants.SimulateCommand;
import org.mitchell.cli.vectors.VectorsCommand;
import picocli.CommandLine;

/**
 * The commands, in the order of the first page of help. A command is made when it is called: all of
 * them together take longer than most of them do, and more with each that is added.
 */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "check",
          "fit",
          "predict",
          "identify",
          "evaluate",
          "compare",
          "across",
          "similarity",
          "leak",
          "map",
          "regions",
          "report",
          "view",
          "figure",
          "features",
          "corpus",
          "vectors",
          "norms",
          "simulate",
          "power",
          "data",
          "bids",
          "demo",
          "completion",
          "help");

  private Commands() {}

  /**
   * The commands that the words on the command line need: the one that is named first, or all where
   * that is none, or help, which may be asked about any.
   */
  static List<String> called(String... words) {
    boolean alone = words.length > 0 && NAMES.contains(words[0]) && !words[0].equals("help");
    return alone ? List.of(words[0]) : NAMES;
  }

  /** Makes a command, with those below it. */
  static Object make(String name) {
    return switch (name) {
      case "check" -> new CheckCommand();
      case "fit" -> new FitCommand();
      case "predict" -> new PredictCommand();
      case "identify" -> new IdentifyCommand();
      case "evaluate" -> new EvaluateCommand();
      case "compare" -> new CompareCommand();
      case "across" -> new AcrossCommand();
      case "similarity" -> new SimilarityCommand();
      case "leak" -> new LeakCommand();
      case "map" -> new MapCommand();
      case "regions" -> new RegionsCommand();
      case "report" -> new ReportCommand();
      case "view" -> new ViewCommand();
      case "figure" -> new FigureCommand();
      case "features" -> new FeaturesCommand();
      case "corpus" -> new CorpusCommand();
      case "vectors" -> new VectorsCommand();
      case "norms" -> new NormsCommand();
      case "simulate" -> new SimulateCommand();
      case "power" -> new PowerCommand();
      case "data" -> new DataCommand();
      case "bids" -> new BidsCommand();
      case "demo" -> new DemoCommand(Mitchell::again);
      case "completion" -> new CompletionCommand();
      case "help" -> new CommandLine.HelpCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
