package org.mitchell.vectors.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.mitchell.corpus.words.CountedWord;

/**
 * A made-up text: sentences whose words are all of one topic, as words a0, a1, ... of topic a.
 * Words of a topic come together and words of different topics never do.
 */
record PlantedText(TrainingVocabulary vocabulary, Path file) {
  private static final int PER_TOPIC = 10;
  private static final int SENTENCE = 12;

  /** A text of so many sentences, in a file of a folder. */
  static PlantedText in(Path folder, int topics, int sentences) throws IOException {
    var random = new Random(7);
    var text = new ArrayList<String>();
    var counts = new HashMap<String, Long>();
    for (int s = 0; s < sentences; s++) {
      char topic = (char) ('a' + random.nextInt(topics));
      for (int w = 0; w < SENTENCE; w++) {
        String word = topic + Integer.toString(random.nextInt(PER_TOPIC));
        counts.merge(word, 1L, Long::sum);
        text.add(word);
      }
      text.add("");
    }
    List<CountedWord> words =
        counts.entrySet().stream()
            .map(entry -> new CountedWord(entry.getKey(), entry.getValue()))
            .sorted(CountedWord.MOST_FREQUENT_FIRST)
            .toList();
    var vocabulary = new TrainingVocabulary(words);
    List<String> names = vocabulary.names();
    var bytes = ByteBuffer.allocate(text.size() * Integer.BYTES);
    text.forEach(word -> bytes.putInt(names.indexOf(word))); // -1 where a sentence ends
    return new PlantedText(vocabulary, Files.write(folder.resolve("planted"), bytes.array()));
  }

  /** The topic of a word. */
  char topic(int word) {
    return vocabulary.words().get(word).word().charAt(0);
  }
}
