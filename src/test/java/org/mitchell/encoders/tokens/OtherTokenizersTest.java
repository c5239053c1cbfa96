package org.mitchell.encoders.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/**
 * Byte-level BPE and Unigram against Hugging Face's tokenizers, on small ones that
 * testdata/encoders/make_tokenizers.py trained.
 */
class OtherTokenizersTest {
  private static final Path FOLDER = Path.of("testdata/encoders/tokenizers");

  private static Tokenizer tokenizer(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".json");
    return Tokenizer.of(Json.read(file), file.toString());
  }

  private static Tokenizer read(String json) {
    return Tokenizer.of(Json.parse(json.getBytes(StandardCharsets.UTF_8), "t"), "t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "roberta", "xlmr"})
  void textsInManyScriptsAreCutAsTheLibraryOfTheFormatCutsThem(String name) throws IOException {
    Tokenizer tokenizer = tokenizer(name);
    JsonNode expected = Json.read(FOLDER.resolve("expected.json"));
    List<JsonNode> texts = expected.path("texts").valueStream().toList();
    assertThat(texts).hasSizeGreaterThan(200);
    for (int t = 0; t < texts.size(); t++) {
      String text = texts.get(t).asString();
      int[] ids = expected.path(name).get(t).valueStream().mapToInt(JsonNode::asInt).toArray();
      assertThat(tokenizer.tokens(text, 10_000).kept().stream().mapToInt(Token::id).toArray())
          .as("%d: '%s'", t, text)
          .containsExactly(ids);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "roberta", "xlmr"})
  void aWordsOwnTokensAreThoseOfItsPlace(String name) throws IOException {
    String text = "The oiseau sang, \u9ce5 sang";
    int from = text.indexOf("oiseau");
    var own =
        tokenizer(name).tokens(text, 100).kept().stream()
            .filter(token -> token.meets(from, from + "oiseau".length()))
            .map(Token::piece)
            .reduce("", String::concat);
    // The sign of the space before it is the word's where it is one piece with its beginning.
    assertThat(own.replaceFirst("^[\u0120\u2581]", "")).isEqualTo("oiseau");
    var all = tokenizer(name).tokens(text, 100).kept().stream().filter(Token::isOfText).toList();
    assertThat(all.get(0).from()).isZero();
    assertThat(all.get(all.size() - 1).to()).isEqualTo(text.length());
  }

  @Test
  void whatIsUnknownIsCounted() throws IOException {
    assertThat(tokenizer("xlmr").tokens("The \ud808\udc00\ud808\udc01 sang", 100).unknown())
        .isEqualTo(1);
    assertThat(tokenizer("gpt2").tokens("The \ud808\udc00 sang", 100).unknown()).isZero();
  }

  @Test
  void otherKindsOfTheseFamiliesAreRefusedByName() throws IOException {
    String gpt2 = Files.readString(FOLDER.resolve("gpt2.json"));
    String xlmr = Files.readString(FOLDER.resolve("xlmr.json"));
    refused(
        gpt2.replace("\"use_regex\":true", "\"use_regex\":false"),
        "pre_tokenizer: got ByteLevel where");
    refused(
        gpt2.replace("\"normalizer\":null", "\"normalizer\":{\"type\":\"NFC\"}"),
        "normalizer: got NFC where none");
    refused(gpt2.replace("\"!\":1,", ""), "'!', the byte 33 is not in the vocabulary");
    refused(
        xlmr.replace("\"unk_id\":3", "\"unk_id\":null"),
        "vocabulary without the token for what is unknown");
    refused(
        xlmr.replace("\"Metaspace\"", "\"Punctuation\""),
        "pre_tokenizer: got Punctuation where Metaspace");
    refused(
        xlmr.replace("\"byte_fallback\":false", "\"byte_fallback\":true"),
        "byte_fallback: got true");
    refused(
        xlmr.replaceFirst("(precompiled_charsmap\":\")[^\"]*", "$1AAA="),
        "normalizer: the table of characters is cut short");
  }

  private static void refused(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
