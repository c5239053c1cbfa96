package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

class BadTableTest {
  @TempDir Path folder;

  /** A table, its lines separated by '/', and what is complained of; the file is named first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                             | the table is empty. Expected: a row an image
          '/ / /'                        | the table is empty
          'word,v0,v1/'                  | no responses. Expected: a row an image
          'cat/dog/'                     | no responses
          'cat 1 2/dog 3/'               | line 2: 2 cells where 3 are expected (the word, then 2 voxels)
          'cat,1,2//dog,3,4,5/'          | line 3: 4 cells where 3 are expected
          '//word,v0/cat,1/dog,2,3/'     | line 5: 3 cells where 2 are expected
          '//cat 1/dog 2 3/'             | line 4: 3 cells where 2 are expected
          'word,v0,v1/cat,1,x/'          | line 2, column 3: 'x' where a number is expected
          'cat,1,2/dog,,4/'              | word dog, presentation 1, voxel column 0 (of 0..1): the value is NaN; 1 of 2
          'cat 1 x 3/dog 1 2 3/'         | line 1, column 3: 'x' where a number is expected
          'cat 1 2/ ,3,4/'               | no responses. Expected: a row an image
          'word,v0/"",1/'                | line 2: no word in the first column
          'word,epoch,v0/cat,1,5/cat,1,6/' | line 3: the word cat has presentation 1 already in an earlier row
          'word,epoch,v0/cat,one,5/'     | line 2, column 2: 'one' where a number is expected
          'word,epoch,v0/cat,NaN,5/'     | line 2, column 2: 'NaN' where the number of a presentation is expected
          'word,cond,v0/cat,a,5/cat,b,6/' | line 3: the word cat has category 'b' here and 'a' in an earlier row
          'cat 1 2/dog 3 NaN/'           | word dog, presentation 1, voxel column 1 (of 0..1): the value is NaN; 1 of 2
          'cat,1,inf/dog,3,4/'           | word cat, presentation 1, voxel column 1 (of 0..1): the value is Infinity
          'cat,1,1e300/dog,3,4/'         | the value is Infinity; 1 of 2 voxels has such values. Those voxels can
          """)
  void aBadTableIsRefusedWithItsPlace(String table, String complaint) throws IOException {
    Path file = write(table.replace('/', '\n'));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(complaint);
  }

  @Test
  void dropNanLeavesTheBadVoxelsOutAndSaysSo() throws IOException {
    Path file = write("cat,1,n/a,3,4\ndog,5,6,7,-inf\ndog,9,10,11,12\n");
    Path coordinates = folder.resolve("coords.tsv");
    Files.writeString(coordinates, "i\tj\tk\n1\t1\t1\n2\t1\t1\n3\t1\t1\n4\t1\t1\n");
    var options = new ReadOptions(true, Optional.of(coordinates), Optional.empty());
    var responses = ResponsesReader.read(file, "P", options);
    assertThat(responses.trial(0, 0)).containsExactly(1, 3);
    assertThat(responses.trial(1, 1)).containsExactly(9, 11);
    assertThat(responses.notes()).containsExactly("2 of 4 voxels left out: NaN or infinite values");
    assertThat(responses.grid().orElseThrow().columns()).isEqualTo(2);
    assertThat(responses.grid().orElseThrow().voxel(1)).containsExactly(2, 0, 0);
  }

  @Test
  void nothingIsLeftWhenEveryVoxelIsBad() throws IOException {
    Path file = write("cat,NaN,1\ndog,1,nan\n");
    assertThatThrownBy(
            () ->
                ResponsesReader.read(
                    file, "P", new ReadOptions(true, Optional.empty(), Optional.empty())))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": every voxel has a NaN or infinite value: nothing would be left");
  }

  @Test
  void aTruncatedGzipFileIsNamed() throws IOException {
    byte[] whole = gzip(numbers(200).getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("cut.txt.gz");
    for (int length = 2; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(file))
          .as("the first %d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(
              file + ": damaged or cut short: this gzip file cannot be inflated");
    }
  }

  @Test
  void aDamagedGzipFileGivesNoOtherNumbers() throws IOException {
    byte[] whole = gzip(numbers(200).getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("flipped.txt.gz");
    var random = new SplittableRandom(5);
    for (int trial = 0; trial < 200; trial++) {
      byte[] damaged = whole.clone();
      // Behind the header, whose time and name nobody reads.
      damaged[random.nextInt(10, whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file + ": ");
    }
  }

  @Test
  void garbageIsNoTable() throws IOException {
    var random = new SplittableRandom(17);
    for (int trial = 0; trial < 300; trial++) {
      byte[] bytes = new byte[random.nextInt(1, 3000)];
      random.nextBytes(bytes);
      Path file = folder.resolve("garbage.txt");
      Files.write(file, bytes);
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file + ": ");
    }
  }

  @Test
  void textInAnotherEncodingIsRefused() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "word,v0\n\u00e9t\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a table of text in UTF-8");
    Files.write(file, "word,v0\ncat,1\n".getBytes(StandardCharsets.UTF_16LE));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("in UTF-8");
  }

  /** Coordinates of two voxels, lines separated by '/', and what is complained of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | no rows of coordinates. A header and one row a voxel are expected
          'i j k/'                            | no rows of coordinates
          '1 1 1/2 1 1/'                      | line 1: columns x_mm, y_mm, z_mm (or x, y, z; or i, j, k) are expected, got
          'x,y/1,2/3,4/'                      | line 1: columns x_mm, y_mm, z_mm
          'i j k/1 1 1/'                      | 1 row of coordinates where table.txt has 2 voxels: one row a voxel column
          'i j k/1 1 1/2 1 1/3 1 1/'          | 3 rows of coordinates where table.txt has 2 voxels
          'i j k/1 1 1/1 1 1/'                | voxel columns 0 and 1 are both at (i, j, k) = [0, 0, 0], counted from 0
          'i j k/0 1 1/2 1 1/'                | line 2: voxel number 0.0 where 1, 2, 3, ... is expected
          'i j k/1 1 1/2 1.5 1/'              | line 3: voxel number 1.5 where
          'i j k/1 1 1/2 NaN 1/'              | line 3: voxel number NaN where
          'i j k/1 1 1/2 1/'                  | line 3: 2 cells where at least 3 are expected
          'i j k/1 1 1/2 1 a/'                | line 3, column 3: 'a' where a number is expected
          'i j k/1 1 1/52 1 1/'               | at (i, j, k) = [51, 0, 0], counted from 0, outside the grid of [51, 61, 23]
          'i j k/1 1 1/1e300 1 1/'            | outside the grid
          'x y z/78.125 -112.5 -48/76 -112.5 -48/'  | (76.0, -112.5, -48.0) mm is not the centre of a voxel of this grid
          'x y z/78.125 -112.5 -48/NaN 0 0/'  | line 3: (NaN, 0.0, 0.0) mm is not the centre
          'x y z/78.125 -112.5 -48/1e300 0 0/' | line 3: (1.0E300, 0.0, 0.0) mm is not the centre
          'x y z/78.125 -112.5 -48/81.25 -112.5 -48/' | voxel column 1 is at (i, j, k) = [-1, 0, 0]
          """)
  void badCoordinatesAreRefusedWithTheirPlace(String table, String complaint) throws IOException {
    Path responses = write("cat 1 2\ndog 3 4\n");
    Path coordinates = folder.resolve("coords.txt");
    Files.writeString(coordinates, table.replace('/', '\n'));
    var options = new ReadOptions(false, Optional.of(coordinates), Optional.empty());
    assertThatThrownBy(() -> ResponsesReader.read(responses, "P", options))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(coordinates + ": ")
        .hasMessageContaining(complaint);
  }

  @Test
  void coordinatesMayBeRounded() throws IOException {
    Path responses = write("cat 1 2\ndog 3 4\n");
    Path coordinates = folder.resolve("coords.csv");
    Files.writeString(coordinates, "label,x,y,z\na,78.13,-112.5,-48\nb,75,-112.5,-41.95\n");
    var options = new ReadOptions(false, Optional.of(coordinates), Optional.empty());
    var grid = ResponsesReader.read(responses, "P", options).grid().orElseThrow();
    assertThat(grid.voxel(0)).containsExactly(0, 0, 0);
    assertThat(grid.voxel(1)).containsExactly(1, 0, 1);
  }

  /** As NumPy, R and pandas write them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# i j k\n1 1 1\n2 1 1\n",
        "\"i\" \"j\" \"k\"\n\"1\" 1 1 1\n\"2\" 2 1 1\n",
        ",i,j,k\n0,1.0,1.0,1.0\n1,2.0,1.0,1.0\n",
        "i;j;k\n1,0;1,0;1,0\n2,0;1,0;1,0\n"
      })
  void coordinatesOfOtherProgramsAreRead(String text) throws IOException {
    Path responses = write("cat 1 2\ndog 3 4\n");
    Path coordinates = Files.writeString(folder.resolve("coords.csv"), text);
    var options = new ReadOptions(false, Optional.of(coordinates), Optional.empty());

    var grid = ResponsesReader.read(responses, "P", options).grid().orElseThrow();

    assertThat(grid.voxel(0)).containsExactly(0, 0, 0);
    assertThat(grid.voxel(1)).containsExactly(1, 0, 0);
  }

  @Test
  void aFolderOrNothingIsNoFile() {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(folder + ": this is a folder where a file is expected");
    Path missing = folder.resolve("missing.mat");
    assertThatThrownBy(() -> read(missing))
        .isInstanceOf(InputException.class)
        .hasMessage(missing + ": there is no such file. Check the path");
  }

  private Path write(String text) throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(file, text);
    return file;
  }

  private static Responses read(Path file) throws IOException {
    return ResponsesReader.read(file, "P", ReadOptions.DEFAULT);
  }

  private static String numbers(int voxels) {
    var text = new StringBuilder();
    for (String word : new String[] {"cat", "dog"}) {
      text.append(word);
      new SplittableRandom(word.hashCode())
          .doubles(voxels)
          .forEach(x -> text.append(' ').append(x));
      text.append('\n');
    }
    return text.toString();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
