package org.mitchell.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as it was typed, for the provenance of what it makes. */
final class CommandWords {
  private CommandWords() {}

  static List<String> of(CommandSpec spec) {
    var words = new ArrayList<String>(List.of("mitchell"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return words;
  }
}
