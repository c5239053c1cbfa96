package org.mitchell.cli.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.WordList;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.language.Language;
import org.mitchell.corpus.language.TokenRule;
import org.mitchell.files.InputException;
import org.mitchell.paper.Paper;
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;
import org.mitchell.words.WordForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is counted in texts, and how. */
public final class CountingOptions {
  private static final int MOST_LISTED = 10;

  @Option(
      names = "--nouns",
      paramLabel = "FILE",
      description = "a noun a line (default: the paper's 60)")
  private Path nouns;

  @Option(
      names = "--verbs",
      paramLabel = "FILE",
      description = "a verb, or any word, a line (default: the paper's 25)")
  private Path verbs;

  @Option(
      names = "--window",
      paramLabel = "N|document",
      converter = Windows.class,
      description =
          "count pairs at most N tokens apart (default: 4, the span of a 5-gram), or anywhere in a"
              + " document; all words of an n-gram meet, whatever N")
  private Window window = Window.FIVE_GRAM;

  @Option(
      names = "--window-weight",
      paramLabel = "WEIGHT",
      description =
          "flat: a pair counts once; ngram: as often as in the overlapping n-grams of N + 1 tokens,"
              + " N + 1 - d times at distance d (default: flat)")
  private WindowWeight weight = WindowWeight.FLAT;

  @Option(
      names = "--sentence-bounded",
      description = "windows stop at the end of a sentence: after . ! ? and white space")
  private boolean sentenceBounded;

  @Option(
      names = "--document",
      paramLabel = "RULE",
      description =
          "what a window never leaves: ${COMPLETION-CANDIDATES} (default: paragraph, up to a blank"
              + " line); a page, record or JSON line is a file of its own here")
  private DocumentRule document = DocumentRule.PARAGRAPH;

  @Option(
      names = "--forms",
      paramLabel = "FORMS",
      description =
          "forms of a verb: three (eat, eats, ate), as in the paper; all (eating, eaten too); base,"
              + " the word alone, for words that are no verbs (default: three; as written with"
              + " --language). With --language base has the texts' words in the form of its"
              + " dictionary")
  private VerbForms forms;

  @Option(names = "--plurals", description = "count the plurals of the nouns too")
  private boolean plurals;

  public List<String> nouns(TableRules rules) throws IOException {
    return nouns == null ? Paper.nouns() : singleWords(nouns, rules);
  }

  /** The words of a list; says which are several, because text is counted word by word. */
  private static List<String> singleWords(Path list, TableRules rules) throws IOException {
    List<String> words = WordList.read(list, rules);
    List<String> several = words.stream().filter(CountingOptions::isSeveral).toList();
    if (several.size() == words.size()) {
      throw InputException.in(
          list, "every line has several words where one is expected: " + listed(several));
    }
    if (!several.isEmpty()) {
      rules
          .notes()
          .accept(
              "%s: NOT counted: %d of %d lines are several words, and text is counted word by word: %s"
                  .formatted(list, several.size(), words.size(), listed(several)));
    }
    return words.stream().filter(word -> !isSeveral(word)).toList();
  }

  private static boolean isSeveral(String word) {
    return word.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private static String listed(List<String> words) {
    return String.join(", ", words.subList(0, Math.min(MOST_LISTED, words.size())))
        + (words.size() > MOST_LISTED ? ", ..." : "");
  }

  /** The lists of words that are read. */
  public List<Path> files() {
    return Stream.of(nouns, verbs).filter(Objects::nonNull).toList();
  }

  /**
   * What to count.
   *
   * @throws UsageException if the options do not go together
   */
  Counting counting(TableRules rules, Language language) throws IOException {
    if (weight == WindowWeight.NGRAM && window.isWholeDocument()) {
      throw new UsageException(
          "--window-weight ngram needs a number for --window: n-grams have a length");
    }
    List<String> verbList = verbs == null ? Paper.verbs() : singleWords(verbs, rules);
    List<String> nounList = nouns(rules);
    var tokens = tokens(language);
    sayUncounted(nounList, tokens, rules);
    sayUncounted(verbList, tokens, rules);
    var vocabulary = Vocabulary.of(nounList, nounForms(), verbList, verbForms(language));
    return new Counting(vocabulary, window, weight, document, sentenceBounded, tokens);
  }

  private TokenRule tokens(Language language) {
    boolean dictionaryForms = language != Language.ANY && forms == VerbForms.BASE;
    return new TokenRule(false, language, dictionaryForms);
  }

  private VerbForms verbForms(Language language) {
    return forms != null ? forms : language == Language.ANY ? VerbForms.THREE : VerbForms.BASE;
  }

  /** Says which words the dictionary has in another form, or as several. */
  private static void sayUncounted(List<String> words, TokenRule tokens, TableRules rules) {
    var cutter = tokens.cutter();
    List<String> others =
        words.stream()
            .map(WordForm::canonical)
            .filter(word -> word.codePoints().anyMatch(cutter::concerns))
            .filter(word -> !cutter.words(word).equals(List.of(word)))
            .map(word -> word + " (" + String.join(" ", cutter.words(word)) + ")")
            .toList();
    if (!others.isEmpty()) {
      rules
          .notes()
          .accept(
              "hardly counted: by itself the dictionary cuts %s of the list otherwise: %s"
                  .formatted(Counted.of(others.size(), "word"), listed(others)));
    }
  }

  /** The options by name, for the record. */
  Map<String, Object> parameters(Language language) throws IOException {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("nouns", nouns == null ? "the paper's 60" : nouns.toString());
    parameters.put("verbs", verbs == null ? "the paper's 25" : verbs.toString());
    parameters.put("window", window.isWholeDocument() ? window.label() : (Object) window.tokens());
    parameters.put("windowWeight", weight.label());
    parameters.put("sentenceBounded", sentenceBounded);
    parameters.put("document", document.label());
    parameters.put("nounForms", nounForms().label());
    parameters.put("verbForms", verbForms(language).label());
    if (language != Language.ANY) {
      parameters.put("wordForms", tokens(language).baseForms() ? "base" : "as-written");
    }
    return parameters;
  }

  private NounForms nounForms() {
    return plurals ? NounForms.PLURAL : NounForms.SINGULAR;
  }

  static final class Windows implements ITypeConverter<Window> {
    @Override
    public Window convert(String text) {
      if (text.equals(Window.WHOLE_DOCUMENT.label())) {
        return Window.WHOLE_DOCUMENT;
      }
      if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < 1) {
        throw new TypeConversionException(
            "got '%s' where a number from 1 up, or %s, is expected"
                .formatted(text, Window.WHOLE_DOCUMENT.label()));
      }
      return new Window(Integer.parseInt(text));
    }
  }
}
