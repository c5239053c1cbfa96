package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.formats.YearRange;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;

class JsonlCountsTest {
  private static final Vocabulary CELERY =
      Vocabulary.of(List.of("celery", "café"), NounForms.SINGULAR, List.of("eat"), VerbForms.ALL);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "FILE, 3, 2",
    "PARAGRAPH, 2, 4",
    "LINE, 0, 6",
  })
  void theRuleOfDocumentsHoldsInsideALineAndNoneGoesOnBehindIt(
      DocumentRule rule, long expected, long documents) throws IOException {
    String line = "{\"text\": \"celery\\neat\\n\\nate\"}\n";
    var counting = new Counting(CELERY, Window.FIVE_GRAM, rule);

    for (int size : new int[] {1, 40, 1000}) {
      var counts = count(counting, line + line.replace("ate", "x") + "\n", "text", size);

      assertThat(counts.count("celery", "eat")).isEqualTo(expected);
      assertThat(counts.totals().documents()).isEqualTo(documents);
    }
  }

  @Test
  void aPlainFileOfADocumentALineNeedsNoFormat() throws IOException {
    var counting = new Counting(CELERY, Window.WHOLE_DOCUMENT, DocumentRule.LINE);
    String text = "They eat celery.\nCelery.\n\nWe ate\nat the café. Eat there!";
    for (int size : new int[] {1, 5, 1000}) {
      var engine = Texts.engine(counting, ReadingOptions.DEFAULT, Damage.FAIL, size);

      var counts = Texts.count(engine, List.of(Texts.of(text)), 2);

      assertThat(counts.count("celery", "eat")).isEqualTo(1);
      assertThat(counts.count("café", "eat")).isEqualTo(1);
      assertThat(counts.totals().documents()).isEqualTo(4);
    }
  }

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text': 'eat celery'} | text",
        "{'a': {'b': {'text': 'eat celery'}}, 'b': 'celery'} | a.b.text",
        "{'a': [{'text': 'celery'}], 'text': 'eat celery'} | text",
        "{'text': ['eat', 'celery']} | text",
        "{'text': 'celery', 'text': 'eat celery'} | text",
        "{'text': null, 'text': 'eat celery'} | text",
        "{'text': 'eat \\u0063elery'} | text",
        "{'text': 'eat\\tcelery \\ud83d\\ude00'} | text",
        "{'text': 'eat\\ud83dcelery'} | text",
        "{'text': 'eat celery \\ude00'} | text",
        "\ufeff {'text': 'eat celery'} | text",
      })
  void theTextIsTheFieldThatWasNamed(String json, String field) throws IOException {
    var counts = count(fiveGram(), json.replace('\'', '"') + "\r\n", field, 1000);

    assertThat(counts.count("celery", "eat")).isEqualTo(1);
    assertThat(counts.totals().tokens()).isEqualTo(2);
    assertThat(counts.totals().malformed()).isZero();
  }

  @Test
  void longTextsAreReadWhole() throws IOException {
    String text = "celery eat café ".repeat(100_000);

    var counts = count(fiveGram(), "{\"text\": \"" + text + "\"}", "text", 1000);

    assertThat(counts.totals().tokens()).isEqualTo(300_000);
    assertThat(counts.nounTotals()).containsEntry("café", 100_000L);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'text': 'eat | this line is no JSON object (it ends early)",
        "{'text': ['eat' | this line is no JSON object (it ends early)",
        "{'text': 'eat'} {'text': 'celery'} | got more behind a JSON object",
        "['eat'] | got other JSON where an object",
        "'eat' | got other JSON where an object",
        "eat celery | this line is no JSON object",
        "{'text': 'eat'}} | this line is no JSON object",
        "{'text': 12} | the field 'text' holds a number where a string",
        "{'text': null} | the field 'text' holds null",
        "{'text': {'text': 'eat'}} | the field 'text' holds an object",
        "{'text': ['eat', 1]} | the field 'text' holds a number where a string or an array of"
            + " strings is expected in its array",
        "{'title': 'eat', 'id': 7, 'meta': {'lang': 'en', 'lines': ['a', 'b']}, 'x': []}"
            + " | no field 'text' (fields of text: title, meta.lang, meta.lines). Name the one that"
            + " holds the document",
        "{'id': 7} | no field 'text' (fields of text: none)",
        "{} | no field 'text' (fields of text: none)",
      })
  void aLineWithoutTheTextIsDamage(String line, String problem) throws IOException {
    String good = "{\"text\": \"eat celery\"}\n";
    String text = good + "  \n" + line.replace('\'', '"') + "\n" + good;
    for (int size : new int[] {1, 30, 1000}) {
      var skipped = new SkippedParts();
      var options = ReadingOptions.DEFAULT.as(CorpusFormat.JSONL);
      var engine = Texts.engine(fiveGram(), options, skipped, size);

      var counts = Texts.count(engine, List.of(Texts.of(text)), 2);

      assertThat(counts.count("celery", "eat")).isEqualTo(2);
      assertThat(skipped.count()).isEqualTo(1);
      assertThat(skipped.parts().get(0).offset()).isEqualTo(good.length() + 3);
      assertThat(skipped.parts().get(0).reason()).contains(problem);
    }
    assertThatThrownBy(() -> count(fiveGram(), text, "text", 1000))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("memory: at byte " + (good.length() + 3) + ": ")
        .hasMessageContaining(problem);
  }

  private static Counting fiveGram() {
    return new Counting(CELERY, Window.FIVE_GRAM, DocumentRule.FILE);
  }

  private static Cooccurrences count(Counting counting, String text, String field, int size)
      throws IOException {
    var options = new ReadingOptions(Optional.of(CorpusFormat.JSONL), field, false, YearRange.ALL);
    return Texts.count(
        Texts.engine(counting, options, Damage.FAIL, size), List.of(Texts.of(text)), 1);
  }
}
