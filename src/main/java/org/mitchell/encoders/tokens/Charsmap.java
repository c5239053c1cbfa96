package org.mitchell.encoders.tokens;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/**
 * SentencePiece's table of normal forms: a trie of what is replaced (a double array, as in Darts:
 * Aoe 1989) and the texts that replace it, one behind the other with a zero between.
 *
 * <p>As in Hugging Face's tokenizers a cluster of letters and marks of less than six bytes is
 * replaced as a whole by what its shortest known beginning stands for, else letter by letter.
 */
final class Charsmap {
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final int LONGEST = 6;

  private final int[] units;
  private final byte[] texts;

  private Charsmap(int[] units, byte[] texts) {
    this.units = units;
    this.texts = texts;
  }

  /**
   * @param base64 as a tokenizer.json has it
   * @throws InputException if it is cut short
   */
  static Charsmap of(String base64, String origin) {
    try {
      var bytes =
          ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
      var units = new int[bytes.getInt() / Integer.BYTES];
      for (int u = 0; u < units.length; u++) {
        units[u] = bytes.getInt();
      }
      var texts = new byte[bytes.remaining()];
      bytes.get(texts);
      return new Charsmap(units, texts);
    } catch (RuntimeException e) {
      throw new InputException(
          origin + ": normalizer: the table of characters is cut short. Save the tokenizer again",
          e);
    }
  }

  NormalText normalise(NormalText text) {
    var normal = new NormalText();
    String all = text.part(0, text.length());
    Matcher clusters = CLUSTER.matcher(all);
    int place = 0;
    while (clusters.find()) {
      String cluster = clusters.group();
      int points = cluster.codePointCount(0, cluster.length());
      byte[] utf8 = cluster.getBytes(StandardCharsets.UTF_8);
      Optional<String> form = utf8.length < LONGEST ? form(utf8) : Optional.empty();
      if (form.isPresent()) {
        add(form.get(), text, place, place + points, normal);
      } else {
        for (int p = place; p < place + points; p++) {
          String letter = Character.toString(text.point(p));
          add(form(letter.getBytes(StandardCharsets.UTF_8)).orElse(letter), text, p, p + 1, normal);
        }
      }
      place += points;
    }
    return normal;
  }

  private static void add(String form, NormalText text, int first, int last, NormalText normal) {
    form.codePoints().forEach(c -> normal.add(c, text.from(first), text.to(last - 1)));
  }

  /** What stands for the shortest beginning of {@code key} that the trie has. */
  private Optional<String> form(byte[] key) {
    int node = offset(units[0]);
    for (byte letter : key) {
      if (letter == 0) {
        break;
      }
      node ^= letter & 0xff;
      int unit = node < units.length ? units[node] : 0;
      if ((unit & 0x800000ff) != (letter & 0xff)) {
        return Optional.empty();
      }
      node ^= offset(unit);
      if ((unit >>> 8 & 1) == 1) {
        return Optional.of(text(units[node] & 0x7fffffff));
      }
    }
    return Optional.empty();
  }

  private static int offset(int unit) {
    return unit >>> 10 << ((unit & 1 << 9) >>> 6);
  }

  private String text(int from) {
    int to = from;
    while (texts[to] != 0) {
      to++;
    }
    return new String(texts, from, to - from, StandardCharsets.UTF_8);
  }
}
