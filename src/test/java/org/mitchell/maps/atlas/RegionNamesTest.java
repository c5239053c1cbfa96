package org.mitchell.maps.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.files.InputException;

class RegionNamesTest {
  @TempDir private Path folder;

  static Stream<Arguments> tables() {
    return Stream.of(
        arguments(
            "MRIcron's, with a number behind the name",
            "1 Precentral_L 2001\r\n2 Precentral_R 2002\r\n\r\n",
            "1=Precentral_L 2=Precentral_R"),
        arguments(
            "FreeSurfer's colour table",
            """
            #$Id: a colour table $
            #No. Label Name:            R   G   B   A

            0   Unknown                 0   0   0   0
            17  Left-Hippocampus       220 216 20  0
            1001    ctx-lh-bankssts\t25 100 40  0
            """,
            "0=Unknown 17=Left-Hippocampus 1001=ctx-lh-bankssts"),
        arguments("a number and a name", "3 c\n1 a\n2 b", "3=c 1=a 2=b"),
        arguments("a header and blanks", "index name\n1 a\n2 b\n", "1=a 2=b"),
        arguments(
            "names of several words",
            "1 Frontal pole, left\n2 Insula\n",
            "1=Frontal pole, left 2=Insula"),
        arguments("a number in every name", "1 Area 44\n2 Area 45\n", "1=Area 44 2=Area 45"),
        arguments("a number in some names", "1 Area 44\n2 Insula\n", "1=Area 44 2=Insula"),
        arguments("a name that is a number", "1 17 0\n2 18 0\n", "1=17 2=18"),
        arguments("a name that is a number and nothing else", "1 17\n2 18\n", "1=17 2=18"),
        arguments(
            "BIDS",
            "index\tname\tabbreviation\tcolor\n"
                + "0\tBackground\tBG\t#000000\n"
                + "4\tFrontal Pole\tFP\t#ff0000\n",
            "0=Background 4=Frontal Pole"),
        arguments(
            "other columns before, index before value before label",
            "color,Label,Value,Index\n#ff0000,\"Frontal, left\",9,4\nred,Insula,8,5\n",
            "4=Frontal, left 5=Insula"),
        arguments("value and region", "region;value\nInsula;3\n", "3=Insula"),
        arguments("label and name", "label,name\n3,Insula\n", "3=Insula"),
        arguments(
            "tabs without a header", "1\tFrontal Pole\t7\n2\tInsula\n", "1=Frontal Pole 2=Insula"),
        arguments(
            "commas without a header", "1,Frontal Pole\n\n2, Insula \n", "1=Frontal Pole 2=Insula"),
        arguments("a byte-order mark", "\uFEFF1 Précentral\n", "1=Précentral"),
        arguments("a number twice with the same name", "1 a\n2 b\n1 a\n", "1=a 2=b"),
        arguments("two numbers of one name", "1 a 5\n2 a 5\n", "1=a 2=a"),
        arguments("negative numbers", "-1 left\n1 right\n", "-1=left 1=right"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void tablesOfEveryFormAreRead(String form, String text, String expected) throws IOException {
    RegionNames names = read(text);
    assertThat(
            names.labels().stream()
                .map(label -> label + "=" + names.of(label).orElseThrow())
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        arguments("1 a\n2 b\nx c\n", "line 3: 'x' where the whole number of a label is expected"),
        arguments("# c\n1,a\n1.5,b\n", "line 3: '1.5' where the whole number of a label"),
        arguments("1 a\n99999999999 b\n", "line 2: '99999999999' where the whole number"),
        arguments("1 a\n\n2\n", "line 3: a number and a name are expected, got '2'"),
        arguments("1\ta\n2\n", "line 2: 1 cells where at least 2 are expected, got [2]"),
        arguments("index,name\n1,a\n2,\n", "line 3: label 2 has no name"),
        arguments("1 a\n2 b\n# c\n1 c\n", "line 4: label 1 is 'c' here and 'a' on line 1"),
        arguments("number,word\n1,a\n", "line 1: a label's number, or a header"),
        arguments(
            "label,colour\n1,a\n",
            "line 1: a label's number, or a header with a column index, value or label and a column"
                + " name, region or label, is expected, got [label, colour]"),
        arguments("", "no names. A line a region is expected"),
        arguments("# nothing\n\n", "no names"),
        arguments("index\tname\n", "no names"),
        arguments("1,\"a\n2,b\n", "no readable table"),
        arguments("1 a\0b\n", "not a table of names. A line a region is expected"));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void anErrorNamesFileAndLine(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.resolve("names.txt") + ": " + message);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, "1 Précentral\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> RegionNames.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": not a table of names in UTF-8");
  }

  @Test
  void aTableMayBeGzipped() throws IOException {
    Path file = folder.resolve("names");
    try (var stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write("7 Insula\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(RegionNames.read(file).of(7)).contains("Insula");
    assertThat(RegionNames.read(file).of(8)).isEmpty();
  }

  private RegionNames read(String text) throws IOException {
    return RegionNames.read(Files.writeString(folder.resolve("names.txt"), text));
  }
}
