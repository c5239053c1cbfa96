package org.mitchell.corpus.scan;

import java.nio.charset.StandardCharsets;
import org.mitchell.corpus.Tokens;
import org.mitchell.corpus.language.TokenRule;
import org.mitchell.corpus.language.WordCutter;
import org.mitchell.words.WordCharacter;
import org.mitchell.words.WordForm;

/**
 * Cuts UTF-8 into tokens: a letter and the letters and marks behind it, in the {@linkplain
 * WordForm#folded folded form of a word}; of a language without spaces the words that its
 * dictionary finds in these. Belongs to one thread.
 *
 * <p>Most letters only need their lower case, and are collected as they come; a token that has
 * others, or marks, is taken from the text once more and given its form as a whole.
 */
public final class TokenScanner {
  /** So many bytes behind a token may be read, and the first of them written. */
  static final int ROOM = 1 + FormTable.KEY_BYTES;

  /** What {@link #kinds} says of a character that has not been met. */
  private static final byte UNKNOWN = 0;

  private static final int ASCII_END = 0x80;

  private static final byte SEPARATOR = 1;
  private static final byte INVISIBLE = 2;

  /** A letter of which the lower case is all that matters. */
  private static final byte PLAIN_LETTER = 3;

  private static final byte LETTER = 4;
  private static final byte MARK = 5;

  private final int longest;
  private final boolean keepsCase;
  private final WordCutter cutter;
  private final Sink sink;
  private final byte[] token;
  private final byte[] kinds = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

  /** Hears of what a text has, in its order; of characters that are invisible it does not. */
  public interface Sink {
    /**
     * A token.
     *
     * @param bytes the first {@code length} are its UTF-8, unless it is longer than the scanner
     *     looks
     */
    void token(byte[] bytes, int length);

    /** A character that belongs to no token; -1 for malformed bytes. */
    void separator(int codePoint);
  }

  /**
   * @param longest of tokens that have more bytes nothing is told but that they do
   */
  public TokenScanner(int longest, Sink sink) {
    this(longest, TokenRule.USUAL, sink);
  }

  /**
   * As above.
   *
   * @param rule where it keeps case, tokens have the {@linkplain WordForm#canonical canonical} form
   * @throws org.mitchell.files.InputException if the dictionary of its language is not there
   */
  public TokenScanner(int longest, TokenRule rule, Sink sink) {
    this.longest = longest;
    this.keepsCase = rule.keepsCase();
    this.cutter = rule.cutter();
    this.sink = sink;
    this.token = new byte[longest + ROOM];
  }

  /** Scans all of a text, whose end ends a token. */
  void scanAll(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to) {
      at = scan(utf8, at, to, to);
    }
  }

  /**
   * Scans from {@code from}, where no token is under way, to the first ASCII character at or after
   * {@code stop} that is no letter, or to {@code to}, which ends a token; returns that place.
   */
  public int scan(byte[] utf8, int from, int stop, int to) {
    byte[] ascii = Tokens.ascii();
    int start = from;
    int length = 0;
    int last = 0;
    boolean plain = true;
    boolean several = false;
    int at = from;
    while (at < to) {
      byte letter = ascii[utf8[at] & 0xff];
      if (letter > 0) {
        if (length < token.length) {
          token[length++] = keepsCase ? utf8[at] : letter;
        }
        last = letter;
        at++;
        continue;
      }
      if (letter == Tokens.SEPARATOR && at >= stop) {
        break;
      }
      int codePoint = letter == Tokens.SEPARATOR ? utf8[at] : Tokens.decode(utf8, at, to);
      byte kind = letter == Tokens.SEPARATOR || codePoint < 0 ? SEPARATOR : kind(codePoint);
      int next = at + (codePoint < 0 ? 1 : Tokens.length(codePoint));
      if (kind == INVISIBLE && !(length > 0 && WordCharacter.separatesBehind(last, codePoint))) {
        at = next;
        continue;
      }
      if (kind == PLAIN_LETTER || kind == LETTER || kind == MARK && length > 0) {
        length = append(keepsCase ? codePoint : Character.toLowerCase(codePoint), length);
        plain &= kind == PLAIN_LETTER;
        several |= cutter.concerns(codePoint);
        last = codePoint;
        at = next;
        continue;
      }
      if (several) {
        tokens(utf8, before(utf8, from, start), codePoint < ASCII_END ? at : next);
      } else {
        token(utf8, start, at, length, plain);
      }
      sink.separator(codePoint);
      at = next;
      start = at;
      length = 0;
      plain = true;
      several = false;
    }
    if (several) {
      tokens(utf8, before(utf8, from, start), at);
    } else {
      token(utf8, start, at, length, plain);
    }
    return at;
  }

  private byte kind(int codePoint) {
    if (codePoint >= kinds.length) {
      return kindOf(codePoint);
    }
    byte kind = kinds[codePoint];
    if (kind == UNKNOWN) {
      kind = kindOf(codePoint);
      kinds[codePoint] = kind;
    }
    return kind;
  }

  private static byte kindOf(int codePoint) {
    return switch (WordCharacter.of(codePoint)) {
      case SEPARATOR -> SEPARATOR;
      case INVISIBLE -> INVISIBLE;
      case MARK -> MARK;
      case LETTER -> WordCharacter.isPlainLetter(codePoint) ? PLAIN_LETTER : LETTER;
    };
  }

  /** Appends a letter to the token as far as it has room. */
  private int append(int codePoint, int length) {
    int size = Tokens.length(codePoint);
    int end = length;
    for (int i = 0; i < size && end < token.length; i++) {
      token[end++] = Tokens.encoded(codePoint, i, size);
    }
    return end;
  }

  /** Tells of a token, if there is one: its lower case is there, its place in the text known. */
  private void token(byte[] utf8, int start, int end, int length, boolean plain) {
    if (length > 0) {
      sink.token(token, plain ? length : formed(text(utf8, start, end)));
    }
  }

  /**
   * Tells of the tokens that letters of a language without spaces make. The signs around them help
   * to cut them, but for those of ASCII, beside which a text may be cut into pieces.
   */
  private void tokens(byte[] utf8, int start, int end) {
    for (String word : cutter.words(WordForm.canonical(text(utf8, start, end)))) {
      sink.token(token, formed(word));
    }
  }

  /** Where the character before a place begins, unless it is of ASCII or before {@code from}. */
  private static int before(byte[] utf8, int from, int place) {
    int at = place;
    while (at > from && (utf8[at - 1] & 0xc0) == 0x80) {
      at--;
    }
    boolean whole = at > from && at < place && Tokens.decode(utf8, at - 1, place) >= 0;
    return whole ? at - 1 : place;
  }

  private static String text(byte[] utf8, int start, int end) {
    return new String(utf8, start, end - start, StandardCharsets.UTF_8);
  }

  /** Puts the form of a token in the place of its letters; returns its length. */
  private int formed(String letters) {
    String word = keepsCase ? WordForm.canonical(letters) : WordForm.folded(letters);
    byte[] form = word.getBytes(StandardCharsets.UTF_8);
    if (form.length <= longest) {
      System.arraycopy(form, 0, token, 0, form.length);
    }
    return form.length;
  }
}
