package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Markdown page has a reader type: fenced blocks of commands, each a line (or several with a
 * backslash at their ends). A block that follows and has no commands is what the last command
 * prints.
 */
final class MarkdownCommands {
  private static final Pattern COMMAND = Pattern.compile("(\\./mitchell|git|mvn|java|python3) .*");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Z_]+=.*");
  private static final Pattern INLINE = Pattern.compile("`(\\./mitchell [^`]*)`");

  private MarkdownCommands() {}

  /**
   * A command.
   *
   * @param line of the page, from 1
   * @param printed what the page shows of its output
   */
  record Step(Path page, int line, String command, Optional<String> printed) {
    /** Whether it only gives a name to something that later commands use. */
    boolean isAssignment() {
      return ASSIGNMENT.matcher(command).matches();
    }

    @Override
    public String toString() {
      return "%s:%d: %s".formatted(page.getFileName(), line, command);
    }
  }

  /** Those of the blocks, in their order. */
  static List<Step> of(Path page) throws IOException {
    var steps = new ArrayList<Step>();
    List<String> lines = Files.readAllLines(page);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        int end = i + 1;
        while (!lines.get(end).startsWith("```")) {
          end++;
        }
        addBlock(steps, page, lines.subList(i + 1, end), i + 2);
        i = end;
      }
    }
    return List.copyOf(steps);
  }

  /** Those in running text. */
  static Stream<Step> inText(Path page) throws IOException {
    List<String> lines = Files.readAllLines(page);
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .flatMap(
            i ->
                INLINE
                    .matcher(lines.get(i))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .map(command -> new Step(page, i + 1, command, Optional.empty())));
  }

  private static void addBlock(List<Step> steps, Path page, List<String> block, int line) {
    boolean isCommands =
        COMMAND.matcher(block.get(0)).matches() || ASSIGNMENT.matcher(block.get(0)).matches();
    if (isCommands) {
      addCommands(steps, page, block, line);
    } else if (!steps.isEmpty()) {
      Step last = steps.remove(steps.size() - 1);
      String printed = String.join("\n", block) + "\n";
      steps.add(new Step(page, last.line(), last.command(), Optional.of(printed)));
    }
  }

  private static void addCommands(List<Step> steps, Path page, List<String> block, int line) {
    var command = new StringBuilder();
    int begun = line;
    for (int i = 0; i < block.size(); i++) {
      String text = block.get(i);
      if (text.endsWith("\\")) {
        command.append(text, 0, text.length() - 1);
      } else {
        steps.add(new Step(page, begun, command + text, Optional.empty()));
        command.setLength(0);
        begun = line + i + 1;
      }
    }
  }
}
