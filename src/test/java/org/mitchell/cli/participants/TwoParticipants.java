package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** A folder with copies of participants T1 and T2 of the fixtures, and their models once fitted. */
record TwoParticipants(Path folder) {
  /** Of the images of T1 for a word, which comes next in their names. */
  static final String T1_START = "sub-T1/sub-T1_task-nouns_space-MNI152Lin_contrast-";

  static TwoParticipants in(Path folder) throws IOException {
    var two = new TwoParticipants(folder);
    Files.createDirectory(two.data());
    Files.copy(Ran.T1, two.data().resolve("data-science-T1.mat"));
    Files.copy(Ran.T2, two.data().resolve("data-science-T2.mat"));
    return two;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path model() {
    return folder.resolve("model");
  }

  void fit(String subject, Object... more) {
    Ran.fit(model(), subject, data(), more).succeeds();
  }

  Ran predict(Object... words) {
    return Ran.mitchell(
        Stream.concat(Stream.of("predict", "--model", model()), Arrays.stream(words)).toArray());
  }

  /** The first of the predictions that a command with {@code --json} made. */
  static JsonNode first(Ran ran) {
    return ran.succeeds().json().path("predictions").path(0);
  }

  /** A table of features that has one word. */
  Path newWord(String row) throws IOException {
    return Files.writeString(
        folder.resolve("new.csv"), "word,see,eat,ride,cut,grow\n" + row + "\n");
  }
}
