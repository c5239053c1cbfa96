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
        arguments("negative numbers", "-1 left\n1 right\n", "-1=left 1=right"),
        arguments(
            "FreeSurfer 8's, with a type of tissue on some lines",
            """
            #No. Label Name: R G B A
            0 Unknown 0 0 0 0
            4 Right-Post 0 148 0 0
            7 Lobule VI 2 10 20 30 0
            8 Crus I 120 18 134 0
            819 Left-HypoThal-noMB 0 80 0 0 2
            821 Left-Fornix 0 255 255 0 3
            """,
            "0=Unknown 4=Right-Post 7=Lobule VI 2 8=Crus I 819=Left-HypoThal-noMB 821=Left-Fornix"),
        arguments(
            "FreeSurfer's, a type of tissue on every line",
            "0 Unknown 0 0 0 0 0\n4 Area 44 5 6 7 0 2\n5 Fornix 0 255 255 0 3\n",
            "0=Unknown 4=Area 44 5=Fornix"),
        arguments(
            "a colour table, alpha missing on a line",
            "1 Left 205 62 78 0\n2 Right 120 18 134\n3 Mid 0 0 0 0\n",
            "1=Left 2=Right 3=Mid"),
        arguments(
            "a colour table where two names are the same",
            "1 Left 205 62 78 0\n2 Ventricle 1 2 3 0\n3 Ventricle 4 5 6 0\n",
            "1=Left 2=Ventricle 3=Ventricle"),
        arguments(
            "colours of three numbers behind names that end with one",
            "1 Lobule V 1 10 20 30\n2 Lobule V 2 40 50 60\n3 Insula 1 2 3\n",
            "1=Lobule V 1 2=Lobule V 2 3=Insula"),
        arguments(
            "FSLeyes', colours before the name",
            "1 0.80392 0.24314 0.30588 Left-Ant\n2 0.47059 0.07059 0.52549 Lobule VI 2\n"
                + "3 0.76863 0.22745 0.98039 44\n4 0.00000 0.58039 0.00000 3 Ventricle\n",
            "1=Left-Ant 2=Lobule VI 2 3=44 4=3 Ventricle"),
        arguments(
            "ITK-SNAP's",
            """
            ################################################
            # ITK-SnAP Label Description File
            #    IDX:   Zero-based index
            ################################################
                0     0    0    0        0  0  0    "Clear Label"
                1   205   62   78        1  1  1    "Lobule VI 2"
                4     0  148    0        1  1  1    "Right-Post"
            """,
            "0=Clear Label 1=Lobule VI 2 4=Right-Post"),
        arguments(
            "ITK-SNAP's with tabs",
            "0\t0\t0\t0\t0\t0\t0\t\"Clear Label\"\r\n1\t205\t62\t78\t1\t1\t1\t\"Area 44\"\r\n",
            "0=Clear Label 1=Area 44"),
        arguments(
            "SPM's list of AAL",
            "FAG\tPrecentral_L\t2001\nFAD\tPrecentral_R\t2002\n",
            "2001=Precentral_L 2002=Precentral_R"),
        arguments(
            "the same with blanks",
            "FAG Precentral_L 2001\nFAD Precentral_R 2002\n",
            "2001=Precentral_L 2002=Precentral_R"),
        arguments(
            "name and number", "Insula left;1\nInsula right;2\n", "1=Insula left 2=Insula right"),
        arguments("pandas, a number that was a float", "index,name\n1.0,A\n2.0,B\n", "1=A 2=B"),
        arguments("pandas, its own index first", ",index,name\n0,7,A\n1,8,B\n", "7=A 8=B"),
        arguments(
            "names that end with a number, all of them",
            "1 Lobule VI 2\n2 Crus I 1\n3 Vermis X 4\n",
            "1=Lobule VI 2 2=Crus I 1 3=Vermis X 4"),
        arguments(
            "names that end with a number, and codes",
            "1 Area 44 2001\n2 Area 45 2002\n",
            "1=Area 44 2=Area 45"),
        arguments(
            "names that end with a number, in quotes",
            "1 \"Area 44\" 2001\n2 'Lobule VI 2' 2002\n",
            "1=Area 44 2=Lobule VI 2"),
        arguments("one tab before names", "1\tVisual 7\n2\tMotor 12\n", "1=Visual 7 2=Motor 12"),
        arguments(
            "one tab before names with colours",
            "17\tLeft-Hippocampus 220 216 20 0\n18\tLeft-Amygdala 103 255 255 0\n",
            "17=Left-Hippocampus 18=Left-Amygdala"),
        arguments("comments", "  # one\n1 a # the first\n# two\n2 b\n", "1=a 2=b"),
        arguments("bars", "1|SPG_L|superior|7\n2|SPG_R|superior|8\n", "1=SPG_L 2=SPG_R"),
        arguments(
            "FSL's XML of labels",
            "<?xml version=\"1.0\"?>\n"
                + "<atlas><header><name>m</name><type>Label</type></header><data><label index=\"0\""
                + " x=\"1\" y=\"1\" z=\"1\">None</label>\n"
                + "<label index=\"4\" x=\"1\" y=\"1\" z=\"1\">Lobule VI &amp;"
                + " 2</label></data></atlas>",
            "0=None 4=Lobule VI & 2"),
        arguments(
            "FSL's XML of probabilities, whose index counts volumes from 0",
            "<atlas><header><type>Probabalistic</type></header><data><label index=\"0\">Frontal"
                + " Pole</label><label index=\"1\">Insula</label></data></atlas>",
            "1=Frontal Pole 2=Insula"),
        arguments(
            "SPM's XML",
            "<atlas><header><type>Label</type></header><data>"
                + "<label><index>4</index><name>3rd Ventricle</name></label></data></atlas>",
            "4=3rd Ventricle"));
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
        arguments("1\ta\n2\n", "line 2: 1 cell where at least 2 are expected, got [2]"),
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
        arguments("1 a\0b\n", "not a table of names. A line a region is expected"),
        arguments(
            "1 Left 205 62 78 0\n2 Right 120 18 134 0\n3 Mid 7\n",
            "line 3: got '3 Mid 7' where a name and a colour of 3 or 4 numbers up to 255 are"
                + " expected"),
        arguments(
            "1 Left 205 62 78 0\n2 Right 120 18 134 0\n3 Area 1 2 3 4 5\n",
            "line 3: got '3 Area 1 2 3 4 5' where a name and the 3 or 4 numbers of its colour are"
                + " expected: there are 5"),
        arguments(
            "1 0.8 0.2 0.3 Left\n2 Right\n",
            "line 2: got '2 Right' where 3, 4 or 6 numbers (a colour) before the name are"
                + " expected"),
        arguments(
            "1 205 62 78 0\n2 120 18 134 0\n",
            "line 1: got '1 205 62 78 0' where a number and a name are expected, not numbers"
                + " alone"),
        arguments("1\t205\t62\t78\n", "line 1: numbers alone where a name is expected"),
        arguments(
            "1 Precentral_L 2001\n2 Insula\n3 Caudate_L 7001\n",
            "line 2: got '2 Insula' where a name and 1 number behind it are expected"),
        arguments(
            "1 205 62 78 \"a\" b\n", "line 1: got '1 205 62 78 \"a\" b' where numbers and one"),
        arguments(
            "1,Insula\n2,Pole, left\n", "line 2: 3 cells where line 1 has 2, got [2, Pole, left]"),
        arguments("index,name\n1,Pole, left\n", "line 2: 3 cells where the header has 2"),
        arguments("A\ta\t1\nB\t2\n", "line 2: 2 cells where line 1 has 3"),
        arguments(
            "<atlas><header/><data><label index=\"1\">a</label></data></atlas>",
            "line 1: the <type> of the atlas is '' where Label or Probabilistic is expected"),
        arguments("<atlas>\n<data>", "line 2: damaged XML where an atlas's names are expected"),
        arguments(
            "<atlas>\n<data><label>a</label></data></atlas>", "line 2: a <label> without index"));
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
