package org.mitchell.vectors.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.mitchell.corpus.scan.RunningText;

/**
 * Writes a text as the numbers of its words. Words without a number are left out, as if they were
 * not there, or leave a mark. What stands for several texts, as an n-gram with its count, is
 * written so often.
 */
public final class TextEncoder implements RunningText.Sink, AutoCloseable {
  /** What has no end for so long is written before it is known how often it stands. */
  private static final int LONGEST_KEPT = 1 << 16;

  /** Stands, where such words are marked, for one without a number. */
  static final int OTHER = -2;

  private final Map<String, Integer> numbers;
  private final boolean marksOthers;
  private final DataOutputStream out;
  private final int[] sentence = new int[LONGEST_KEPT];
  private int length;
  private boolean begun;

  /**
   * @param numbers of the words, from 0
   */
  public TextEncoder(Map<String, Integer> numbers, OutputStream out) {
    this(numbers, false, out);
  }

  /**
   * As above.
   *
   * @param marksOthers whether words without a number leave a mark, which {@link PhraseText} needs
   */
  public TextEncoder(Map<String, Integer> numbers, boolean marksOthers, OutputStream out) {
    this.numbers = new HashMap<>(numbers);
    this.marksOthers = marksOthers;
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
  }

  @Override
  public void word(byte[] utf8, int bytes) {
    Integer number =
        bytes > utf8.length
            ? null
            : numbers.get(new String(utf8, 0, bytes, StandardCharsets.UTF_8));
    if (number != null || marksOthers) {
      sentence[length++] = number == null ? OTHER : number;
      if (length == LONGEST_KEPT) {
        write();
        begun = true;
        length = 0;
      }
    }
  }

  @Override
  public void end(long times) {
    if (length > 0 || begun) {
      for (long time = 0; time < times; time++) {
        write();
        writeNumber(EncodedText.END);
      }
    }
    begun = false;
    length = 0;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void write() {
    for (int i = 0; i < length; i++) {
      writeNumber(sentence[i]);
    }
  }

  private void writeNumber(int number) {
    try {
      out.writeInt(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
