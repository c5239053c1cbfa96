package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.corpus.CooccurrenceCounter;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusFile;
import org.mitchell.corpus.CorpusFiles;
import org.mitchell.corpus.CountRecord;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WordList;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.provenance.BuildInfo;
import picocli.CommandLine.Option;

/** What is counted in which texts. */
final class CountingOptions {
  @Option(
      names = "--corpus",
      arity = "1..*",
      paramLabel = "PATH",
      description = "text files, plain or gzip, and folders of them")
  private List<Path> corpus = List.of();

  @Option(
      names = "--nouns",
      paramLabel = "FILE",
      description = "a noun a line (default: the paper's 60)")
  private Path nouns;

  @Option(
      names = "--verbs",
      paramLabel = "FILE",
      description = "a verb a line (default: the paper's 25)")
  private Path verbs;

  @Option(
      names = "--window",
      paramLabel = "N",
      description =
          "count pairs at most N tokens apart (default: ${DEFAULT-VALUE}, the span of a 5-gram)")
  private int window = Window.FIVE_GRAM.tokens();

  @Option(
      names = "--document",
      paramLabel = "RULE",
      converter = Choices.DocumentRules.class,
      completionCandidates = Choices.DocumentRules.class,
      description =
          "what a window never leaves: ${COMPLETION-CANDIDATES} (default: paragraph, up to a blank"
              + " line)")
  private DocumentRule document = DocumentRule.PARAGRAPH;

  @Option(
      names = "--forms",
      paramLabel = "FORMS",
      converter = Choices.FormsOfVerbs.class,
      completionCandidates = Choices.FormsOfVerbs.class,
      description =
          "forms of a verb: three (eat, eats, ate), as in the paper, or all (eating, eaten too)"
              + " (default: three)")
  private VerbForms forms = VerbForms.THREE;

  @Option(names = "--plurals", description = "count the plurals of the nouns too")
  private boolean plurals;

  List<Path> corpus() {
    return corpus;
  }

  List<String> nouns() throws IOException {
    return nouns == null ? Paper.nouns() : WordList.read(nouns);
  }

  boolean ownVerbs() {
    return verbs != null;
  }

  /** Counts, and what made them. */
  record Counted(Cooccurrences counts, CountRecord record) {}

  Counted count(CommonOptions common, Workers workers) throws IOException {
    if (window < 1) {
      throw new UsageException("--window: got " + window + " where a number from 1 up is expected");
    }
    List<CorpusFile> files = CorpusFiles.under(corpus);
    NounForms nounForms = plurals ? NounForms.PLURAL : NounForms.SINGULAR;
    List<String> verbList = verbs == null ? Paper.verbs() : WordList.read(verbs);
    var counting =
        new Counting(
            Vocabulary.of(nouns(), nounForms, verbList, forms), new Window(window), document);
    long start = System.nanoTime();
    Cooccurrences counts =
        new CooccurrenceCounter(counting).count(files, workers, common.progress());
    double seconds = (System.nanoTime() - start) / 1e9;
    var inputs = CorpusFiles.fingerprints(files, workers);
    return new Counted(
        counts,
        new CountRecord(
            BuildInfo.current().version(), counting, nounForms, forms, inputs, seconds));
  }
}
