package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From Japanese text to features and vectors, whose words are Japanese. */
class JapaneseTextTest {
  private static final Path TEXT = Path.of("testdata/corpus/japanese/text.txt");

  @TempDir private Path folder;

  @Test
  void countsOfJapaneseNounsAndVerbsBecomeFeatures() throws IOException {
    Path text =
        Files.writeString(folder.resolve("t"), "太郎はパンを食べた。花子もパンを食べます。\n\nコーヒーを飲んだ。意味論を論じた。\n");
    Path nouns = Files.writeString(folder.resolve("nouns"), "パン\nコーヒー\n意味論\n");
    Path verbs = Files.writeString(folder.resolve("verbs"), "食べる\n飲む\n");
    Path counts = folder.resolve("c.tsv");
    Object[] count = {
      "corpus", "count", "--corpus", text, "--language", "ja", "--nouns", nouns, "--verbs", verbs
    };

    Ran base = Ran.mitchell(with(count, "--forms", "base", "--out", counts)).succeeds();
    // The window of four words reaches from 食べ over た, 花子 and も to the next パン, and from there
    // back.
    assertThat(counts)
        .hasContent(
            "noun\tverb\tcount\n"
                + "パン\t食べる\t3\n"
                + "パン\t飲む\t0\n"
                + "コーヒー\t食べる\t0\n"
                + "コーヒー\t飲む\t1\n"
                + "意味論\t食べる\t0\n"
                + "意味論\t飲む\t0\n");
    assertThat(base.err()).contains("cuts 1 word of the list otherwise: 意味論 (意味 論)");
    Ran.mitchell("features", "build", "--counts", counts, "--out", folder.resolve("f.tsv"))
        .succeeds();
    assertThat(folder.resolve("f.tsv"))
        .hasContent("word\t食べる\t飲む\nパン\t3\t0\nコーヒー\t0\t1\n意味論\t0\t0\n");

    Ran.mitchell(with(count, "--out", counts)).succeeds();
    assertThat(Files.readString(counts)).contains("パン\t食べる\t0").contains("コーヒー\t飲む\t0");
    assertThat(Ran.json(folder.resolve("c.json")).at("/provenance/parameters/language").asString())
        .isEqualTo("ja");
  }

  @Test
  void vectorsOfJapaneseWordsAreTrainedAndAsked() throws IOException {
    Path out = folder.resolve("v.bin");
    Object[] train = {
      "vectors", "train", "--corpus", TEXT, "--language", "ja", "--min-count", 2, "--size", 8
    };
    Ran.mitchell(with(train, "--forms", "base", "--out", out)).succeeds();

    var vocabulary = Ran.json(folder.resolve("v.json")).path("vocabulary");
    assertThat(vocabulary.path("食べる").asInt()).isEqualTo(2);
    assertThat(vocabulary.path("トマト").asInt()).isEqualTo(2);
    String answer = Ran.mitchell("vectors", "neighbours", "猫", "--vectors", out).succeeds().out();
    assertThat(answer).contains("食べる");
    assertThat(Ran.mitchell("vectors", "similarity", "猫", "犬", "--vectors", out).status())
        .as("犬 comes once")
        .isEqualTo(1);
  }

  @Test
  void vocabularyAskedForBaseFormsNeedsALanguage() {
    Path out = folder.resolve("v.tsv");
    Ran ran =
        Ran.mitchell("corpus", "vocabulary", "--corpus", TEXT, "--forms", "base", "--out", out)
            .failsWith(2);
    assertThat(ran.err())
        .contains("--forms base: a --language with a dictionary is needed, such as ja");
  }

  @Test
  void withoutTheDictionaryItIsSaidWhereItBelongs() throws Exception {
    String without =
        Arrays.stream(Programs.classPath().split(File.pathSeparator))
            .filter(entry -> !entry.contains("kuromoji"))
            .collect(Collectors.joining(File.pathSeparator));
    Path out = folder.resolve("v.tsv");

    Ran ran =
        Programs.java(
            Programs.thisJava(),
            List.of("-cp", without),
            "corpus",
            "vocabulary",
            "--corpus",
            TEXT,
            "--language",
            "ja",
            "--out",
            out);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith("mitchell: Japanese texts need the dictionary of kuromoji, 13 MB")
        .contains("-DincludeGroupIds=com.atilika.kuromoji")
        .doesNotContain("Exception");
    assertThat(out).doesNotExist();
  }

  private static Object[] with(Object[] words, Object... more) {
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
