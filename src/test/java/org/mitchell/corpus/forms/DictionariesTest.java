package org.mitchell.corpus.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.dictionary.Dictionary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All our forms of all verbs and nouns of WordNet against two lemmatisers: WordNet's own, which
 * knows the irregular forms and accepts any regular one (eated), and LanguageTool's dictionary,
 * which lists each form of the words it knows. What they do not agree with is listed in
 * testdata/corpus/forms, with the reason; a line there that no longer holds fails too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DictionariesTest {
  private static final Path LISTS = Path.of("testdata/corpus/forms");

  private final Map<Kind, Map<String, Set<String>>> irregular = new EnumMap<>(Kind.class);
  private LanguageToolWords languageTool;
  private Dictionary wordNet;

  private enum Kind {
    VERB(POS.VERB, 8_431, 7_549) {
      @Override
      List<String> ours(String lemma) {
        return VerbForms.ALL.of(lemma);
      }
    },
    NOUN(POS.NOUN, 55_239, 28_301) {
      @Override
      List<String> ours(String lemma) {
        return NounForms.PLURAL.of(lemma);
      }
    };

    final POS pos;
    final int lemmas;
    final int lemmasOfLanguageTool;

    Kind(POS pos, int lemmas, int lemmasOfLanguageTool) {
      this.pos = pos;
      this.lemmas = lemmas;
      this.lemmasOfLanguageTool = lemmasOfLanguageTool;
    }

    abstract List<String> ours(String lemma);

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Lines "lemma, form, reason". */
    Set<String> listed(String name) throws IOException {
      var pairs = new TreeSet<String>();
      for (String line : Files.readAllLines(LISTS.resolve(label() + "s-" + name + ".tsv"))) {
        String[] cells = line.split("\t");
        assertThat(cells).as(line).hasSize(3);
        pairs.add(cells[0] + " " + cells[1]);
      }
      pairs.remove("lemma form");
      return pairs;
    }
  }

  @BeforeAll
  void openTheDictionaries() throws IOException, JWNLException {
    languageTool = new LanguageToolWords();
    wordNet = Dictionary.getDefaultResourceInstance();
    for (var kind : Kind.values()) {
      irregular.put(kind, WordNetLists.irregularForms(kind.label()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLemmatiserLeadsEveryFormBackToItsLemma(Kind kind) throws IOException, JWNLException {
    var lemmas = WordNetLists.lemmas(kind.label());
    var astray = new TreeSet<String>();
    for (String lemma : lemmas) {
      for (String form : kind.ours(lemma)) {
        boolean inRules = !lemma.matches(".*([sx]is|itis)"); // WordNet knows no -ses of -sis
        if (inRules && !leadsBack(kind, lemma, form)) {
          astray.add(lemma + " " + form);
        }
      }
    }

    assertThat(lemmas).hasSize(kind.lemmas);
    assertThat(astray).isEqualTo(kind.listed("not-led-back"));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormOfAKnownWordStandsInADictionary(Kind kind) throws IOException {
    int known = 0;
    var unknownForms = new TreeSet<String>();
    for (String lemma : WordNetLists.lemmas(kind.label())) {
      if (isKnown(kind, lemma)) {
        known++;
        kind.ours(lemma).stream()
            .filter(form -> !standsInADictionary(kind, lemma, form))
            .forEach(form -> unknownForms.add(lemma + " " + form));
      }
    }

    assertThat(known).isEqualTo(kind.lemmasOfLanguageTool);
    assertThat(unknownForms).isEqualTo(kind.listed("in-no-dictionary"));
  }

  @ParameterizedTest
  @EnumSource
  void everyIrregularFormOfWordNetIsOurs(Kind kind) throws IOException {
    var lemmas = WordNetLists.lemmas(kind.label());
    var leftOut = new TreeSet<String>();
    irregular
        .get(kind)
        .forEach(
            (lemma, forms) ->
                forms.stream()
                    .filter(form -> lemmas.contains(lemma) && form.matches("[a-z]+"))
                    .filter(form -> !kind.ours(lemma).contains(form))
                    .forEach(form -> leftOut.add(lemma + " " + form)));

    assertThat(leftOut).isEqualTo(kind.listed("left-out"));
  }

  /** For the verbs that LanguageTool does not know; the others are checked above. */
  @Test
  void anIrregularVerbGetsNoMadeUpPast() throws IOException {
    var lemmas = WordNetLists.lemmas("verb");
    var besideIrregular = new TreeSet<String>();
    for (String lemma : irregular.get(Kind.VERB).keySet()) {
      if (lemmas.contains(lemma) && !isKnown(Kind.VERB, lemma)) {
        Kind.VERB.ours(lemma).stream()
            .filter(form -> form.endsWith("ed"))
            .filter(form -> !standsInADictionary(Kind.VERB, lemma, form))
            .forEach(form -> besideIrregular.add(lemma + " " + form));
      }
    }

    assertThat(besideIrregular).isEqualTo(Kind.VERB.listed("with-two-pasts"));
  }

  @Test
  void theMainFormsOfAVerbBearTheirTags() throws IOException {
    var mistagged = new TreeSet<String>();
    for (String lemma : WordNetLists.lemmas("verb")) {
      var verb = EnglishVerb.of(lemma);
      var byTag =
          Map.of(
              "VBZ", verb.third(), "VBD", verb.past(), "VBN", verb.participle(), "VBG", verb.ing());
      byTag.forEach(
          (tag, form) -> {
            var tagged = languageTool.forms(lemma, tag);
            if (!tagged.isEmpty() && !tagged.contains(form)) {
              mistagged.add(lemma + " " + form);
            }
          });
    }

    mistagged.removeAll(Kind.VERB.listed("in-no-dictionary"));
    // LanguageTool has dispreaded and lipreaded.
    assertThat(mistagged).containsExactly("dispread dispread", "lipread lipread");
  }

  /** The check must be able to fail. */
  @ParameterizedTest
  @CsvSource({
    "VERB, run, runned",
    "VERB, eat, eated",
    "VERB, visit, visitted",
    "VERB, admit, admited",
    "VERB, panic, paniced",
    "VERB, lie, lieing",
    "VERB, make, makeing",
    "VERB, carry, carryed",
    "VERB, box, boxs",
    "NOUN, goose, gooss",
    "NOUN, knife, knifes",
    "NOUN, box, boxs",
    "NOUN, human, humen"
  })
  void aMadeUpFormStandsInNoDictionary(Kind kind, String lemma, String form) {
    assertThat(isKnown(kind, lemma)).isTrue();
    assertThat(standsInADictionary(kind, lemma, form)).isFalse();
  }

  private boolean leadsBack(Kind kind, String lemma, String form) throws JWNLException {
    return wordNet.getMorphologicalProcessor().lookupAllBaseForms(kind.pos, form).contains(lemma)
        || formsOfLanguageTool(kind, lemma).contains(form);
  }

  private boolean isKnown(Kind kind, String lemma) {
    return !formsOfLanguageTool(kind, lemma).isEmpty();
  }

  private boolean standsInADictionary(Kind kind, String lemma, String form) {
    return form.equals(lemma)
        || formsOfLanguageTool(kind, lemma).contains(form)
        || irregular.get(kind).getOrDefault(lemma, Set.of()).contains(form);
  }

  /** Inflected forms. */
  private Set<String> formsOfLanguageTool(Kind kind, String lemma) {
    return kind == Kind.VERB
        ? languageTool.forms(lemma, "VBZ", "VBD", "VBN", "VBG", "VBP")
        : languageTool.forms(lemma, "NNS");
  }
}
