package org.mitchell.features;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.local.LocalEngine;
import org.mitchell.corpus.wordnet.WordNet;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.words.WordForm;

/**
 * The built-in features: the paper's 25 verbs counted in WordNet, for any of its nouns of one word.
 *
 * <p>Each entry is one document and the window, all verb forms and noun plurals count. By their
 * name they are raw counts; a noun that meets no verb comes out all zero (igloo and dresser of the
 * paper's sixty).
 */
final class Verbs25 extends DictionaryFeatures {
  static final String NAME = "verbs25";

  private final Weighting weighting;
  private final Workers workers;

  Verbs25(Weighting weighting, Workers workers) {
    super(NAME);
    this.weighting = weighting;
    this.workers = workers;
  }

  @Override
  public FeatureSpace vectors(List<String> words) throws IOException {
    var nouns = WordNet.nouns();
    // WordNet's nouns are in lower case: a word can be taken for one of them at most.
    List<String> known =
        words.stream().map(WordForm::folded).distinct().filter(nouns::contains).toList();
    if (known.isEmpty()) {
      return new FeatureSpace(NAME, List.of(), Paper.verbs(), new double[0], provenance());
    }
    var vocabulary = Vocabulary.of(known, NounForms.PLURAL, Paper.verbs(), VerbForms.ALL);
    var counting = new Counting(vocabulary, Window.WHOLE_DOCUMENT, DocumentRule.LINE);
    var engine =
        new LocalEngine(counting, ReadingOptions.DEFAULT.as(CorpusFormat.TEXT), Damage.FAIL);
    var counts = engine.count(WordNet.texts(), workers, Progress.NONE);
    return CountFeatures.of(NAME, counts, weighting, provenance())
        .forWords(words.stream().distinct().toList());
  }

  private static Map<String, String> provenance() {
    var provenance = new LinkedHashMap<String, String>();
    provenance.put("name", NAME);
    provenance.put("corpus", "WordNet 3.1");
    provenance.put("window", "entry (lemmas of one word and gloss)");
    provenance.put("verbForms", VerbForms.ALL.label());
    provenance.put("nounForms", NounForms.PLURAL.label());
    return provenance;
  }
}
