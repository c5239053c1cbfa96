package org.mitchell.vectors.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.vectors.WordVectors;
import org.mitchell.words.WordMatch;

/**
 * How many questions of a section are answered as the file has it.
 *
 * @param questions in the section
 * @param covered those whose four words are among the first of the vocabulary; others do not count
 * @param addRight answered by 3CosAdd
 * @param mulRight answered by 3CosMul
 */
public record AnalogyScore(
    String section, boolean syntactic, int questions, int covered, int addRight, int mulRight) {
  private static final double EPSILON = 1e-6;

  /** Rows of the vocabulary whose products with all words of questions are held at a time. */
  private static final int BLOCK = 256;

  /** The four words of a question as positions in the vocabulary. */
  private record Asked(int section, int a, int b, int c, int answer) {}

  /** The best answer so far by each method. */
  private static final class Best {
    private double add = Double.NEGATIVE_INFINITY;
    private double mul = Double.NEGATIVE_INFINITY;
    private int addWord = -1;
    private int mulWord = -1;
  }

  /**
   * Answers all questions among the first words of a vocabulary. Products of the words of questions
   * with all of the vocabulary are made once, block by block, and serve all questions.
   *
   * @param restrict how many words are looked at, from the first
   */
  public static List<AnalogyScore> of(
      AnalogyQuestions file, WordVectors vectors, int restrict, Workers workers) {
    int count = Math.min(restrict, vectors.count());
    List<Asked> asked = asked(file, vectors, count);
    Map<Integer, Integer> places = new LinkedHashMap<>();
    for (Asked question : asked) {
      for (int word : new int[] {question.a, question.b, question.c}) {
        places.putIfAbsent(word, places.size());
      }
    }
    var best = new Best[asked.size()];
    answer(asked, places, new DirectedVectors(vectors, count, false), best, workers);
    var scores = new ArrayList<AnalogyScore>();
    for (int s = 0; s < file.sections().size(); s++) {
      scores.add(score(file.sections().get(s), s, asked, best));
    }
    return List.copyOf(scores);
  }

  private static AnalogyScore score(
      AnalogyQuestions.Section section, int number, List<Asked> asked, Best[] best) {
    int covered = 0;
    int add = 0;
    int mul = 0;
    for (int q = 0; q < best.length; q++) {
      Asked question = asked.get(q);
      if (question.section == number) {
        covered++;
        add += best[q].addWord == question.answer ? 1 : 0;
        mul += best[q].mulWord == question.answer ? 1 : 0;
      }
    }
    return new AnalogyScore(
        section.name(), section.isSyntactic(), section.questions().size(), covered, add, mul);
  }

  /** The questions whose words are all known. */
  private static List<Asked> asked(AnalogyQuestions file, WordVectors vectors, int count) {
    var positions = new LinkedHashMap<String, Integer>();
    var asked = new ArrayList<Asked>();
    for (int s = 0; s < file.sections().size(); s++) {
      for (var question : file.sections().get(s).questions()) {
        int a = position(question.a(), vectors, count, positions);
        int b = position(question.b(), vectors, count, positions);
        int c = position(question.c(), vectors, count, positions);
        int answer = position(question.answer(), vectors, count, positions);
        if (Math.min(Math.min(a, b), Math.min(c, answer)) >= 0) {
          asked.add(new Asked(s, a, b, c, answer));
        }
      }
    }
    return asked;
  }

  private static int position(
      String word, WordVectors vectors, int count, Map<String, Integer> known) {
    return known.computeIfAbsent(
        word, w -> find(vectors, w).map(WordMatch::position).filter(p -> p < count).orElse(-1));
  }

  private static Optional<WordMatch> find(WordVectors vectors, String word) {
    try {
      return vectors.find(word);
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  /** Each worker takes a share of the questions, and goes over the whole vocabulary for them. */
  private static void answer(
      List<Asked> asked,
      Map<Integer, Integer> places,
      DirectedVectors rows,
      Best[] best,
      Workers workers) {
    for (int q = 0; q < best.length; q++) {
      best[q] = new Best();
    }
    var words = places.keySet().stream().mapToInt(w -> w).toArray();
    var products = new float[words.length][BLOCK];
    int shares = Math.max(1, 4 * workers.threads());
    for (int from = 0; from < rows.count(); from += BLOCK) {
      int first = from;
      int last = Math.min(from + BLOCK, rows.count());
      workers.forEach(
          shares,
          share -> {
            for (int w = share; w < words.length; w += shares) {
              rows.products(words[w], first, last, products[w]);
            }
          });
      workers.forEach(
          shares,
          share -> {
            for (int q = share; q < best.length; q += shares) {
              Asked question = asked.get(q);
              better(
                  best[q],
                  question,
                  products[places.get(question.a)],
                  products[places.get(question.b)],
                  products[places.get(question.c)],
                  first,
                  last);
            }
          });
    }
  }

  /** b - a + c, and (b c) / a; the words of the question are no answer. */
  private static void better(
      Best best, Asked question, float[] a, float[] b, float[] c, int first, int last) {
    for (int i = 0; i < last - first; i++) {
      double add = (double) b[i] - a[i] + c[i];
      double mul = (1.0 + b[i]) * (1.0 + c[i]) / 4 / ((1.0 + a[i]) / 2 + EPSILON);
      if (add > best.add || mul > best.mul) {
        int word = first + i;
        boolean answer = word != question.a && word != question.b && word != question.c;
        if (answer && add > best.add) {
          best.add = add;
          best.addWord = word;
        }
        if (answer && mul > best.mul) {
          best.mul = mul;
          best.mulWord = word;
        }
      }
    }
  }
}
