package org.mitchell.vectors.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.text.Counted;

/**
 * What one reading of a file of vectors met that is not as it should be, and what is told of it.
 */
final class Oddities {
  /** What the original program writes for the end of a sentence. */
  static final String SENTENCE_END = "</s>";

  private final VectorFile vectors;
  private final Path file;
  private final ReadingRules rules;

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private long damaged;
  private String firstDamaged = "";
  private long undecoded;
  private long firstUndecoded;
  private long sentenceEnd;

  Oddities(VectorFile vectors, ReadingRules rules) {
    this.vectors = vectors;
    this.file = vectors.path();
    this.rules = rules;
  }

  /**
   * A row that cannot be read.
   *
   * @throws InputException unless such rows are left out
   */
  void damaged(long row, String problem) {
    String told = "%s: %s".formatted(vectors.place(row), problem);
    if (!rules.skipDamaged()) {
      throw InputException.in(file, told, Remedy.LEAVE_ROWS_OUT);
    }
    firstDamaged = damaged == 0 ? told : firstDamaged;
    damaged++;
  }

  /**
   * The file ends before it should.
   *
   * @throws InputException unless what is there is to be taken
   */
  void cut(String problem) {
    if (!rules.skipDamaged()) {
      throw InputException.in(file, problem + ": the file is cut short", Remedy.TAKE_WHAT_THERE_IS);
    }
    rules.notes().accept("%s: %s: the file is cut short".formatted(file, problem));
  }

  /** The file goes on after all that it promises. */
  void surplus(long promised) {
    note(
        "line 1 promises %s, and there are more: is it the beginning of another file?"
            .formatted(Counted.of(promised, "word")));
  }

  /** A word by its bytes; nothing where it stands for no word that can be asked for. */
  Optional<String> word(byte[] bytes, int from, int to, long row) {
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      ascii &= bytes[i] >= 0;
    }
    Optional<String> word =
        ascii
            ? Optional.of(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
            : decoded(ByteBuffer.wrap(bytes, from, to - from), row);
    if (word.isPresent() && word.get().equals(SENTENCE_END)) {
      sentenceEnd = sentenceEnd == 0 ? row : sentenceEnd;
      return Optional.empty();
    }
    return word;
  }

  private Optional<String> decoded(ByteBuffer bytes, long row) {
    try {
      return Optional.of(utf8.decode(bytes.duplicate()).toString());
    } catch (CharacterCodingException e) {
      Optional<Charset> other = rules.encoding().filter(c -> !c.equals(StandardCharsets.UTF_8));
      if (other.isPresent()) {
        return other.map(charset -> charset.decode(bytes).toString());
      }
      firstUndecoded = undecoded == 0 ? row : firstUndecoded;
      undecoded++;
      return Optional.empty();
    }
  }

  /** Tells of what was left out. */
  void tell() {
    if (damaged > 0) {
      note(
          "%s cannot be read and %s left out, the first on %s"
              .formatted(
                  Counted.of(damaged, "row"), Counted.verb(damaged, "is", "are"), firstDamaged));
    }
    if (undecoded > 0) {
      note(
          "%s %s no UTF-8 and %s left out, the first on %s (%s)"
              .formatted(
                  Counted.of(undecoded, "word"),
                  Counted.verb(undecoded, "is", "are"),
                  Counted.verb(undecoded, "is", "are"),
                  vectors.place(firstUndecoded),
                  Remedy.WORDS_IN_ANOTHER_ENCODING.words()));
    }
    if (sentenceEnd > 0) {
      note(
          "%s: %s stands for the end of a sentence, is no word and is left out"
              .formatted(vectors.place(sentenceEnd), SENTENCE_END));
    }
  }

  private void note(String told) {
    rules.notes().accept(file + ": " + told);
  }
}
