package org.mitchell.corpus;

import java.io.Serializable;
import org.mitchell.corpus.language.TokenRule;

/**
 * What to count and how: all that a counting core needs to know.
 *
 * @param vocabulary the nouns and verbs
 * @param window how far apart they may stand
 * @param weight how much a pair counts by its distance
 * @param documents what a document is; windows never cross from one into the next
 * @param sentenceBounded whether windows stop at the end of a sentence too: after {@code .}, {@code
 *     !}, {@code ?} or an ellipsis, closing quotes and brackets, and white space
 * @param tokens what the tokens of texts are; always in lower case, as the vocabulary's forms are
 */
public record Counting(
    Vocabulary vocabulary,
    Window window,
    WindowWeight weight,
    DocumentRule documents,
    boolean sentenceBounded,
    TokenRule tokens)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if pairs are to be weighed as in n-grams of a whole document
   */
  public Counting {
    if (weight == WindowWeight.NGRAM && window.isWholeDocument()) {
      throw new IllegalArgumentException("n-grams need a window of so many tokens");
    }
  }

  /** As above, of the usual tokens. */
  public Counting(
      Vocabulary vocabulary,
      Window window,
      WindowWeight weight,
      DocumentRule documents,
      boolean sentenceBounded) {
    this(vocabulary, window, weight, documents, sentenceBounded, TokenRule.USUAL);
  }

  /** Every pair once, windows that cross sentences. */
  public Counting(Vocabulary vocabulary, Window window, DocumentRule documents) {
    this(vocabulary, window, WindowWeight.FLAT, documents, false);
  }

  /**
   * The same words in n-grams: each is a document of its own, all words of which meet.
   *
   * <p>An n-gram of count c stands for c such documents; see {@code TextCounter.times}.
   */
  public Counting ofNgrams() {
    return new Counting(
        vocabulary, Window.WHOLE_DOCUMENT, WindowWeight.FLAT, DocumentRule.FILE, false, tokens);
  }
}
