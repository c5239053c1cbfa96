package org.mitchell.encoders.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/** Tokens against those of Python's tokenizers; testdata/encoders/make_encoders.py made them. */
class TokenizerTest {
  private static final Path TINY = Path.of("testdata/encoders/layers/tokenizer.json");

  private static Tokenizer minilm() throws IOException {
    try (var stream =
        TokenizerTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
      return Tokenizer.of(Json.parse(stream.readAllBytes(), "minilm"), "minilm");
    }
  }

  private static Tokenizer tiny() throws IOException {
    return Tokenizer.of(Json.read(TINY), TINY.toString());
  }

  @Test
  void textsOfAnyKindAreCutAsTheLibraryOfTheFormatCutsThem() throws IOException {
    Tokenizer tokenizer = minilm();
    JsonNode texts = Json.read(Path.of("testdata/encoders/tokens.json"));
    assertThat(texts).hasSize(20);
    for (JsonNode text : texts) {
      int[] expected = text.path("ids").valueStream().mapToInt(JsonNode::asInt).toArray();
      var tokens = tokenizer.tokens(text.path("text").asString(), 10_000);
      assertThat(tokens.kept().stream().mapToInt(Token::id).toArray())
          .as("ids of '%s'", text.path("text").asString())
          .containsExactly(expected);
    }
  }

  @Test
  void tokensKnowTheirPlaceInTheText() throws IOException {
    var tokens = tiny().tokens("The \u732bcaf\u00e9, [MASK]", 100);
    assertThat(tokens.kept().stream().map(Token::piece))
        .containsExactly(
            "[CLS]", "the", "[UNK]", "caf", "##e", ",", "[UNK]", "[UNK]", "[UNK]", "[SEP]");
    assertThat(tokens.unknown()).isEqualTo(4);
    Token hammers = tiny().tokens("  Hámmers", 100).kept().get(2);
    assertThat(hammers).isEqualTo(new Token("##s", 14, 8, 9));
    assertThat(hammers.meets(0, 8)).isFalse();
    assertThat(hammers.meets(8, 9)).isTrue();
  }

  @Test
  void aLongTextIsCutBeforeTheTokenThatEndsIt() throws IOException {
    var tokens = tiny().tokens("bird ".repeat(10_000), 12);
    assertThat(tokens.whole()).isEqualTo(10_002);
    assertThat(tokens.kept()).hasSize(12);
    assertThat(tokens.kept().get(11).piece()).isEqualTo("[SEP]");
    assertThat(tokens.isCut()).isTrue();
  }

  @Test
  void anotherFamilyIsRefusedByItsName() throws IOException {
    String json = Files.readString(TINY).replace("\"WordPiece\"", "\"WordLevel\"");
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "t: model: got WordLevel where WordPiece, byte-level BPE or Unigram is expected");
    assertThatThrownBy(() -> read("{}"))
        .hasMessageStartingWith(
            "t: model: got nothing where WordPiece, byte-level BPE or Unigram is expected");
    assertThatThrownBy(() -> read("[1"))
        .hasMessageContaining("t: line 1, column")
        .hasMessageContaining("not JSON");
    assertThatThrownBy(() -> read(Files.readString(TINY).replace("\"[UNK]\": 1,", "")))
        .hasMessageContaining("vocabulary without the token for what is unknown");
    assertThatThrownBy(() -> read(Files.readString(TINY).replace("\"[CLS]\": 2,", "")))
        .hasMessageContaining("the token '[CLS]' is not in the vocabulary");
  }

  private static Tokenizer read(String json) {
    return Tokenizer.of(Json.parse(json.getBytes(StandardCharsets.UTF_8), "t"), "t");
  }
}
