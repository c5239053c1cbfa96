package org.mitchell.vectors.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.mitchell.corpus.words.BigramCounts;
import org.mitchell.corpus.words.CountedWord;

/**
 * A text in which words that belong together become one, {@code new_york}: as the program
 * word2phrase does it, pass by pass. Files of the numbers of its words; what stands between two
 * words without being one of the vocabulary keeps them apart.
 */
public final class PhraseText {
  private static final int BUFFER = 1 << 16;
  private static final char JOINED = '_';

  /** So many numbers are read between two words on how far it is. */
  private static final int TOLD = 1 << 16;

  private final Path folder;
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private long[] counts;
  private long words;
  private Path file;

  /**
   * @param encoded what {@link TextEncoder} wrote, with marks for other words
   * @param vocabulary words by their numbers
   * @param folder for the text after each pass
   */
  public PhraseText(Path encoded, List<String> vocabulary, Path folder) throws IOException {
    this.file = encoded;
    this.folder = folder;
    this.names = new ArrayList<>();
    vocabulary.forEach(this::number);
    this.counts = new long[names.size()];
    try (var in = new Numbers(file, more -> {})) {
      while (in.next()) {
        count(in.number);
      }
    }
  }

  /**
   * Goes through the text as often as the rule says: twice a pass.
   *
   * @param read hears how many more numbers were read
   */
  public void join(PhraseRule rule, LongConsumer read) throws IOException {
    for (int pass = 0; pass < rule.passes(); pass++) {
      Map<Long, Integer> phrases = phrases(rule, rule.threshold(pass), read);
      Path joined = Files.createTempFile(folder, "phrases", "");
      counts = new long[names.size()];
      words = 0;
      try (var in = new Numbers(file, read);
          var out = output(joined)) {
        write(in, phrases, out);
      }
      file = joined;
    }
  }

  /** The words and phrases of the text and how often each comes, the most frequent first. */
  public List<CountedWord> counted() {
    return IntStream.range(0, names.size())
        .filter(number -> counts[number] > 0)
        .mapToObj(number -> new CountedWord(names.get(number), counts[number]))
        .sorted(CountedWord.MOST_FREQUENT_FIRST)
        .toList();
  }

  /** Whether a word was made of several. */
  public static boolean isPhrase(String word) {
    return word.indexOf(JOINED) >= 0;
  }

  /** Writes the text as the numbers of these words; others are left out. */
  public void write(TrainingVocabulary vocabulary, Path into) throws IOException {
    var places = new int[names.size()];
    Arrays.fill(places, TextEncoder.OTHER);
    List<String> kept = vocabulary.names();
    for (int place = 0; place < kept.size(); place++) {
      places[numbers.get(kept.get(place))] = place;
    }
    try (var in = new Numbers(file, more -> {});
        var out = output(into)) {
      while (in.next()) {
        int number = in.number < 0 ? in.number : places[in.number];
        if (number != TextEncoder.OTHER) {
          out.writeInt(number);
        }
      }
    }
  }

  /** By both numbers of a pair, the number of what it becomes. */
  private Map<Long, Integer> phrases(PhraseRule rule, double threshold, LongConsumer read)
      throws IOException {
    var phrases = new TreeMap<Long, Integer>();
    try (var pairs = new BigramCounts(folder)) {
      try (var in = new Numbers(file, read)) {
        int before = TextEncoder.OTHER;
        while (in.next()) {
          if (before >= 0 && in.number >= 0) {
            pairs.add(before, in.number);
          }
          before = in.number;
        }
      }
      pairs.forEach(
          (first, second, count) -> {
            if (rule.score(count, counts[first], counts[second], words) > threshold) {
              phrases.put(
                  pair(first, second), number(names.get(first) + JOINED + names.get(second)));
            }
          });
    }
    return phrases;
  }

  /** From left to right: a word that has been joined to the one before it takes no other. */
  private void write(Numbers in, Map<Long, Integer> phrases, DataOutputStream out)
      throws IOException {
    int open = TextEncoder.OTHER;
    while (in.next()) {
      Integer phrase = open < 0 || in.number < 0 ? null : phrases.get(pair(open, in.number));
      if (phrase != null) {
        write(phrase, out);
        open = TextEncoder.OTHER;
        continue;
      }
      if (open >= 0) {
        write(open, out);
      }
      open = in.number;
      if (open < 0) {
        write(open, out);
      }
    }
    if (open >= 0) {
      write(open, out);
    }
  }

  private void write(int number, DataOutputStream out) throws IOException {
    out.writeInt(number);
    count(number);
  }

  private void count(int number) {
    words += number == EncodedText.END ? 0 : 1;
    if (number >= 0) {
      counts[number]++;
    }
  }

  private int number(String name) {
    return numbers.computeIfAbsent(
        name,
        added -> {
          names.add(added);
          return names.size() - 1;
        });
  }

  private static long pair(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  /** The numbers of a file, one after the other. */
  private static final class Numbers implements Closeable {
    private final DataInputStream in;
    private final LongConsumer read;
    private long left;
    private int number;

    Numbers(Path file, LongConsumer read) throws IOException {
      this.read = read;
      left = Files.size(file) / Integer.BYTES;
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    boolean next() throws IOException {
      if (left-- <= 0) {
        return false;
      }
      if (left % TOLD == 0) {
        read.accept(TOLD);
      }
      number = in.readInt();
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
