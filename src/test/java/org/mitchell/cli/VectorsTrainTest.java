package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VectorsTrainTest {
  @TempDir private Path folder;
  private Path text;

  @BeforeEach
  void writeText() throws IOException {
    var random = new Random(3);
    String[][] topics = {
      {"cat", "dog", "fur", "paw"}, {"car", "road", "wheel", "fuel"}, {"Été", "sun", "sea", "hot"}
    };
    var lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      String[] topic = topics[random.nextInt(3)];
      for (int w = 0; w < 8; w++) {
        lines.append(topic[random.nextInt(4)]).append(' ');
      }
      lines.append("\n\n");
    }
    text = Files.writeString(folder.resolve("text.txt"), lines + "rare once");
  }

  private Ran train(Object... more) {
    var words = new ArrayList<Object>(List.of("vectors", "train", "--corpus", text));
    words.addAll(List.of(more));
    return Ran.mitchell(words.toArray());
  }

  @Test
  void theSameBytesComeOfAnyNumberOfThreadsAndTheRecordSaysWhatMadeThem() throws IOException {
    Path one = folder.resolve("one/v.bin");
    Path three = folder.resolve("three/v.bin");
    train("--size", 10, "--threads", 1, "--out", one).succeeds();
    train("--size", 10, "--threads", 3, "--out", three).succeeds();

    assertThat(three).hasSameBinaryContentAs(one);
    assertThat(folder.resolve("three/v.json")).hasSameBinaryContentAs(folder.resolve("one/v.json"));
    JsonNode json = Ran.json(folder.resolve("one/v.json"));
    assertThat(json.path("words").asInt()).isEqualTo(12);
    assertThat(json.path("tokens").asInt()).isEqualTo(2402);
    assertThat(json.path("lossByEpoch").size()).isEqualTo(5);
    assertThat(json.path("vocabulary").has("été")).isTrue();
    assertThat(json.path("vocabulary").has("rare")).isFalse();
    JsonNode provenance = json.path("provenance");
    assertThat(provenance.path("seed").asInt()).isEqualTo(1);
    assertThat(provenance.path("parameters").path("alpha").asDouble()).isEqualTo(.05);
    assertThat(provenance.path("inputs").get(0).path("sha256").asString()).hasSize(64);
    assertThat(provenance.path("inputs").get(0).path("hashed").asString()).isEqualTo("all");
  }

  @Test
  void binaryTextAndTableHoldTheSameNumbers() throws IOException {
    for (String name : new String[] {"v.bin", "v.txt", "v.tsv"}) {
      train("--size", 3, "--model", "skip-gram", "--out", folder.resolve(name)).succeeds();
    }
    List<String> lines = Files.readAllLines(folder.resolve("v.txt"));
    List<String> table = Files.readAllLines(folder.resolve("v.tsv"));
    assertThat(lines.get(0)).isEqualTo("12 3");
    assertThat(table.get(0)).isEqualTo("word\td1\td2\td3");
    byte[] binary = Files.readAllBytes(folder.resolve("v.bin"));
    int at = "12 3\n".length();
    for (int row = 1; row <= 12; row++) {
      assertThat(table.get(row).replace('\t', ' ')).isEqualTo(lines.get(row));
      String[] cells = lines.get(row).split(" ");
      byte[] word = (cells[0] + " ").getBytes(StandardCharsets.UTF_8);
      assertThat(new String(binary, at, word.length, StandardCharsets.UTF_8))
          .isEqualTo(cells[0] + " ");
      at += word.length;
      for (int d = 1; d <= 3; d++) {
        float number = ByteBuffer.wrap(binary, at, 4).order(ByteOrder.LITTLE_ENDIAN).getFloat();
        assertThat(number).isEqualTo(Float.parseFloat(cells[d]));
        at += 4;
      }
      assertThat(binary[at++]).isEqualTo((byte) '\n');
    }
    assertThat(at).isEqualTo(binary.length);
  }

  @Test
  void aTextInSeveralFormatsGivesTheSameVectors() throws IOException {
    Path plain = folder.resolve("plain.txt");
    train("--size", 4, "--out", plain).succeeds();
    Path zipped = folder.resolve("text.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(text, out);
    }
    Path jsonl = folder.resolve("text.jsonl");
    var objects = new StringBuilder();
    for (String document : Files.readString(text).split("\n\n")) {
      objects.append("{\"text\": \"").append(document).append("\"}\n");
    }
    Files.writeString(jsonl, objects);
    for (Path other : List.of(zipped, jsonl)) {
      Path vectors = folder.resolve("of.txt");
      Ran.mitchell("vectors", "train", "--corpus", other, "--size", 4, "--out", vectors).succeeds();
      assertThat(vectors).as(other.toString()).hasSameBinaryContentAs(plain);
    }
  }

  @Test
  void casesAreKeptOnRequest() throws IOException {
    Path out = folder.resolve("v.tsv");
    train("--size", 2, "--keep-case", "--out", out).succeeds();
    assertThat(out).content().contains("\nÉté\t").doesNotContain("été");
  }

  @Test
  void formsOfAWordCountForItUnlessTheyAreWordsOfTheirOwn() throws IOException {
    Path forms =
        Files.writeString(
            folder.resolve("forms.txt"),
            "she wrote knives evening writes writing knife write evening\n".repeat(3));
    Path out = folder.resolve("v.tsv");
    Ran.mitchell(
            "vectors", "train", "--corpus", forms, "--forms", "base", "--size", 2, "--out", out)
        .succeeds();
    JsonNode words = Ran.json(folder.resolve("v.json")).path("vocabulary");
    assertThat(words.path("write").asInt()).isEqualTo(9);
    assertThat(words.path("knife").asInt()).isEqualTo(6);
    assertThat(words.path("evening").asInt()).isEqualTo(6);
    assertThat(words.size()).isEqualTo(3); // she and writing come too seldom
  }

  @Test
  void wordsTooFewForVectorsAreSaid() {
    assertThat(train("--min-count", 5000, "--out", folder.resolve("v.bin")).failsWith(1).err())
        .contains("0 of 14 different words come 5,000 times or more where at least 2 are expected");
    assertThat(folder.resolve("v.bin")).doesNotExist();
  }

  @Test
  void valuesOutOfRangeAreWrongUsage() {
    Path out = folder.resolve("v.bin");
    assertThat(train("--size", 0, "--out", out).failsWith(2).err()).contains("--size: got 0");
    assertThat(train("--epochs", 0, "--out", out).failsWith(2).err()).contains("--epochs: got 0");
    assertThat(train("--alpha", 0, "--out", out).failsWith(2).err()).contains("--alpha: got 0");
    assertThat(train("--negative", 0, "--out", out).failsWith(2).err()).contains("Give --hs too");
    assertThat(train("--negative", 1001, "--out", out).failsWith(2).err())
        .contains("--negative: got 1001 where a number from 0 to 1,000 is expected");
    assertThat(train("--window", 0, "--out", out).failsWith(2).err()).contains("--window: got 0");
    assertThat(train("--out", folder.resolve("v.doc")).failsWith(1).err())
        .contains(".bin (word2vec binary)");
    assertThat(train("--out", text).failsWith(2).err()).contains("would be replaced");
  }

  @Test
  void nothingIsLeftBesideTheVectors() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    train("--size", 2, "--checkpoint", 0, "--out", place.resolve("v.bin")).succeeds();
    try (var files = Files.list(place)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("v.bin", "v.json");
    }
  }

  @Test
  void vectorsThatGrowBeyondAllNumbersAreNotWritten() {
    Path out = folder.resolve("v.bin");
    assertThat(train("--alpha", "1e30", "--out", out).failsWith(1).err())
        .contains("in epoch 1 the vectors have grown beyond all numbers. Take a smaller --alpha");
    assertThat(out).doesNotExist();
  }

  @Test
  void aTextWithoutWordsSideBySideTeachesNothingAndIsRefused() throws IOException {
    Files.writeString(text, "cat\n\ndog\n\n".repeat(20));
    Path out = folder.resolve("v.bin");
    assertThat(train("--out", out).failsWith(1).err())
        .contains("no two of the words stand beside each other in a document")
        .contains("--document file");
    assertThat(out).doesNotExist();
    train("--document", "file", "--out", out).succeeds();
  }

  @Test
  void anEpochInWhichNothingWasPredictedHasNoLoss() throws IOException {
    Files.writeString(text, "cat dog\n\n" + "cat\n\ndog\n\n".repeat(20));
    Path out = folder.resolve("v.bin");
    Ran ran = train("--epochs", 40, "--sample", ".1", "--out", out);
    assertThat(ran.succeeds().out()).contains("n/a").doesNotContain("NaN");
    assertThat(Ran.json(folder.resolve("v.json")).path("lossByEpoch"))
        .anyMatch(JsonNode::isNull)
        .anyMatch(JsonNode::isNumber);
  }

  @Test
  void aTextIsTheSameWhereverItLiesWhenTrainingIsResumed() throws IOException {
    Path out = folder.resolve("v.bin");
    // Leaves its state behind, as a run that is killed does.
    train("--alpha", "1e30", "--checkpoint", 0, "--out", out).failsWith(1);
    assertThat(folder.resolve("v.bin.checkpoint")).exists();
    Files.move(text, Files.createDirectory(folder.resolve("elsewhere")).resolve("moved.txt"));
    text = folder.resolve("elsewhere/moved.txt");
    Files.setLastModifiedTime(text, FileTime.fromMillis(0));
    assertThat(train("--alpha", "1e30", "--resume", "--out", out).failsWith(1).err())
        .contains("grown beyond all numbers");
    Files.writeString(text, "cat dog ".repeat(100));
    assertThat(train("--alpha", "1e30", "--resume", "--out", out).failsWith(1).err())
        .contains("checkpoint of another training");
  }
}
