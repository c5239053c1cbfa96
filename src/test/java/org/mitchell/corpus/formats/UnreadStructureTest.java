package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

/** Marks of a structure that nobody reads are not counted as words. */
class UnreadStructureTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      value = {
        "RTF ~ {\\rtf1\\ansi The cow}",
        "LaTeX ~ \\documentclass{article}",
        "LaTeX ~ % a comment\\n\\usepackage{x}\\n\\begin{document}\\nThe cow",
        "PostScript ~ %!PS-Adobe-3.0",
        "a box of mails (mbox) ~ From joe@example.org Mon Jan  1 00:00:00 2020\\nFrom: Joe\\n",
        "subtitles (SRT) ~ 1\\n00:00:01,000 --> 00:00:02,500\\nThe <i>cow</i>",
        "subtitles (WebVTT) ~ WEBVTT\\n\\n00:01.000 --> 00:02.000\\nThe cow",
        "a dump of a database (SQL) ~ -- MySQL dump 10.13\\n",
        "a dump of a database (SQL) ~ --\\n-- PostgreSQL database dump\\n--\\n",
        "a CHAT transcript ~ @UTF8\\n@Begin\\n*CHI: cow .\\n%mor: n|cow .",
        "a Praat TextGrid ~ File type = \"ooTextFile\"\\n",
        "objects as Python prints them ~ {'text': 'The cow', 'id': 1}\\n",
        "trees in brackets ~ ( (S (NP (DT The) (NN cow)) (VP (VBD ate))))",
        "trees in brackets ~ (ROOT (S (NP (DT The) (NN cow))))",
        "words with tags behind them (the/DT) ~ The/DT cow/NN ate/VBD the/DT celery/NN ./.",
        "words with tags behind them (the/DT) ~ The/at cow/nn ate/vbd the/at celery/nn-tl ./.",
        "words with tags behind them (the/DT) ~ The_AT0 cow_NN1 ate_VVD the_AT0 celery_NN1 ._PUN",
        "tags of XML or SGML that are not well-formed ~ <text id=1>\\nThe cow & fish\\n</text>\\n",
        "tags of XML or SGML that are not well-formed ~ <!DOCTYPE corpus SYSTEM 'x'>\\n"
            + "<bncdoc id=A1>\\n"
            + "<w NN1>cow",
      })
  void itIsRefusedByItsNameAndCountedOnRequest(String name, String text) throws IOException {
    var source =
        new Reading.Memory(
            text.replace("\\n", "\n").replace("\\\\", "\\").getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Layout.of(source, ReadingOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("memory: got " + name + " where running text")
        .hasMessageEndingWith("count all of it as it stands");
    assertThat(Layout.of(source, ReadingOptions.DEFAULT.as(CorpusFormat.TEXT)).format())
        .isEqualTo(CorpusFormat.TEXT);
  }

  @Test
  void vectorsOfWordsAreNoText() {
    String numbers = " 0.25 -1e-3".repeat(25);
    var source =
        new Reading.Memory(
            ("the" + numbers + "\ncow" + numbers + "\n").getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Layout.of(source, ReadingOptions.DEFAULT))
        .hasMessageContaining("got vectors of words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cow/bull and/or his/her w/o a farm ate.",
        "Hello, world\nGoodbye, moon\n",
        "(see the cow (NN) in the appendix)",
        "From here to there it was 2020 miles.\nThe cow: a story.",
        "1\tThe cow ate celery.\n2\tFish swim.\n",
        "if a < b and c > d then <3",
        "<unk> the cow <unk>\nate <unk>\n",
        "<unk> <unk> the cow\n",
        "<unk> the <num> cows\n",
        "@cow ate #celery",
        "-- the cow said",
        "the 1 2 3 4 5 6 7 8 9 10 11 12 of it\nand more words",
      })
  void proseIsText(String text) throws IOException {
    var source = new Reading.Memory(text.getBytes(StandardCharsets.UTF_8));

    assertThat(Layout.of(source, ReadingOptions.DEFAULT).format()).isEqualTo(CorpusFormat.TEXT);
  }
}
