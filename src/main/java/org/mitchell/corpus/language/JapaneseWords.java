package org.mitchell.corpus.language;

import com.atilika.kuromoji.ipadic.Token;
import com.atilika.kuromoji.ipadic.Tokenizer;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mitchell.words.WordForm;

/** Cuts Japanese letters into the words of the dictionary IPADIC, by kuromoji. */
final class JapaneseWords implements WordCutter {
  /** So many letters without a sign between them are no text; the time to cut them is bounded. */
  private static final int LONGEST = 1000;

  private static final int FIRST_CONCERNED = 0x2e80;

  /** What kuromoji says of a word that its dictionary does not have. */
  private static final String UNKNOWN = "*";

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private final boolean baseForms;

  /**
   * @param baseForms whether words have the form under which a dictionary has them
   */
  JapaneseWords(boolean baseForms) {
    this.baseForms = baseForms;
  }

  /** Read once, when it is first needed: that takes a second. It does not change. */
  private static final class Dictionary {
    static final Tokenizer TOKENIZER = new Tokenizer();
  }

  @Override
  public boolean concerns(int codePoint) {
    if (codePoint < FIRST_CONCERNED) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA;
  }

  @Override
  public List<String> words(String text) {
    var words = new ArrayList<String>();
    for (int from = 0, to; from < text.length(); from = to) {
      to = Math.min(text.length(), from + LONGEST);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to--;
      }
      for (Token token : Dictionary.TOKENIZER.tokenize(text.substring(from, to))) {
        add(token, words);
      }
    }
    return words;
  }

  /** The dictionary has words with signs too, such as those that count things. */
  private void add(Token token, List<String> words) {
    String surface = token.getSurface();
    if (WordForm.isWord(surface)) {
      words.add(baseForms ? baseForm(token) : surface);
      return;
    }
    SIGNS.splitAsStream(surface).filter(WordForm::isWord).forEach(words::add);
  }

  private static String baseForm(Token token) {
    String base = token.getBaseForm();
    boolean known = base != null && !base.equals(UNKNOWN) && WordForm.isWord(base);
    return known ? base : token.getSurface();
  }
}
