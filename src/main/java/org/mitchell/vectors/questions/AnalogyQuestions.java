package org.mitchell.vectors.questions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.text.Counted;

/** Questions such as <em>Athens Greece Baghdad Iraq</em>, in sections. */
public record AnalogyQuestions(List<Section> sections) {
  public AnalogyQuestions {
    sections = List.copyOf(sections);
  }

  /** Questions of one kind. */
  public record Section(String name, List<Question> questions) {
    public Section {
      questions = List.copyOf(questions);
    }

    /** Whether it asks of grammar: the original's sections of that kind are called so. */
    public boolean isSyntactic() {
      return name.startsWith("gram");
    }
  }

  /** As {@code a} is to {@code b}, {@code c} is to {@code answer}. */
  public record Question(String a, String b, String c, String answer) {}

  /**
   * Reads a file of questions: four words a line; a line that begins with {@code :} or {@code #}
   * names the section of those below. A header of names such as {@code a1} is passed over.
   *
   * @throws InputException with the line if one has another number of words
   */
  public static AnalogyQuestions read(Path file) throws IOException {
    var sections = new ArrayList<Section>();
    String name = file.getFileName().toString().replaceFirst("\\..*", "");
    var questions = new ArrayList<Question>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(InputFiles.open(file), StandardCharsets.UTF_8.newDecoder()))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = line.replace("\uFEFF", "").strip();
        if (text.startsWith(":") || text.startsWith("#")) {
          close(sections, name, questions);
          name = text.substring(1).strip();
        } else if (!text.isEmpty() && !text.matches("a1\\s+a2\\s+b1\\s+b2")) {
          questions.add(question(file, number, text));
        }
      }
    } catch (CharacterCodingException e) {
      throw InputException.in(file, "not a text in UTF-8, as questions are expected", e);
    }
    close(sections, name, questions);
    if (sections.isEmpty()) {
      throw InputException.in(file, "no question: four words a line are expected");
    }
    return new AnalogyQuestions(sections);
  }

  private static void close(List<Section> sections, String name, List<Question> questions) {
    if (!questions.isEmpty()) {
      sections.add(new Section(name, questions));
      questions.clear();
    }
  }

  private static Question question(Path file, int line, String text) {
    String[] words = text.split(text.indexOf('\t') >= 0 ? "\t" : "\\s+");
    if (words.length != 4) {
      throw InputException.in(
          file,
          "line %,d: got %s where the four of an analogy are expected, as in man king woman queen"
              .formatted(line, Counted.of(words.length, "word")));
    }
    return new Question(words[0].strip(), words[1].strip(), words[2].strip(), words[3].strip());
  }
}
