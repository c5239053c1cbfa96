package org.mitchell.cli.figures;

import java.util.List;

/** Words to show by default: the paper's, where a model was trained on them. */
final class ExampleWords {
  private static final List<String> PAPERS = List.of("celery", "airplane");

  private ExampleWords() {}

  /**
   * @param wanted what was asked for; may be empty
   * @param trained the words of the model
   */
  static List<String> of(List<String> wanted, List<String> trained) {
    if (!wanted.isEmpty()) {
      return wanted.stream().distinct().toList();
    }
    return trained.containsAll(PAPERS)
        ? PAPERS
        : trained.subList(0, Math.min(PAPERS.size(), trained.size()));
  }
}
