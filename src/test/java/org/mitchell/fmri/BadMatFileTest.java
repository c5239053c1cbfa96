package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/** Files that are sound as MATLAB files and wrong as participants. */
class BadMatFileTest {
  private static final Path TINY = Path.of("testdata/fmri");

  @TempDir Path folder;
  private TinyParticipant tiny;

  @BeforeEach
  void aSoundParticipantToSpoil() {
    tiny = new TinyParticipant();
  }

  @Test
  void theUnspoiltParticipantIsRead() throws IOException {
    var responses = ResponsesReader.read(tiny.write(folder), "P", ReadOptions.DEFAULT);
    assertThat(responses.words()).containsExactly("cat", "saw");
    assertThat(responses.trial(1, 1)).containsExactly(30, 31, 32);
  }

  @Test
  void infoAndDataMustBeThere() throws IOException {
    tiny.data = Optional.empty();
    assertRefused("there is no variable 'data'. A CMU participant file has info, data and meta");
    tiny = new TinyParticipant();
    tiny.info = Optional.empty();
    assertRefused("there is no variable 'info'.");
  }

  @Test
  void infoMustBeAStruct() throws IOException {
    tiny.info = Optional.of(Mat5.newMatrix(1, 4));
    assertRefused("info is a double where a struct array is expected");
  }

  @Test
  void dataMustHoldNumbers() throws IOException {
    tiny.data = Optional.of(Mat5.newString("numbers"));
    assertRefused(
        "data is a char array of 2 dimensions where a cell array (trials x 1) or a matrix is"
            + " expected");
    tiny.data = Optional.of(Mat5.newMatrix(new int[] {4, 3, 2}));
    assertRefused("data is a double array of 3 dimensions where");
    tiny.data = Optional.of(Mat5.newComplex(4, 3));
    assertRefused("data is a complex double array of 2 dimensions where");
    tiny = new TinyParticipant();
    tiny.cells.set(2, Mat5.newString("oh"));
    assertRefused(
        "trial 3: data holds a char array of 2 dimensions where real numbers are expected");
    tiny.cells.set(2, Mat5.newComplex(1, 3));
    assertRefused(
        "trial 3: data holds a complex double array of 2 dimensions where real numbers are"
            + " expected");
    tiny.cells.set(2, Mat5.newCell(1, 1));
    assertRefused(
        "trial 3: data holds a cell array of 2 dimensions where real numbers are expected");
  }

  @Test
  void everyTrialMustHaveTheVoxelsOfMeta() throws IOException {
    tiny.cells.set(1, Mat5.newMatrix(1, 2));
    assertRefused("trial 2: 2 values where 3 voxels are declared");
    tiny.cells.set(1, Mat5.newMatrix(0, 0));
    assertRefused("trial 2: 0 values where 3 voxels are declared");
  }

  @Test
  void infoAndDataMustBeEquallyLong() throws IOException {
    tiny.data = Optional.of(Mat5.newCell(3, 1));
    assertRefused("info has 4 entries where data has 3 trials: they must agree");
    tiny.data = Optional.of(Mat5.newCell(0, 0));
    assertRefused("data has no trials");
    tiny.data = Optional.of(Mat5.newMatrix(5, 3));
    assertRefused("info has 4 entries where data has 5 trials");
  }

  @Test
  void everyTrialMustHaveAWord() throws IOException {
    tiny.infoStruct().set("word", 2, Mat5.newMatrix(0, 0));
    assertRefused("trial 3: info.word is missing or is not text");
    tiny.infoStruct().set("word", 2, Mat5.newScalar(7));
    assertRefused("trial 3: info.word is missing");
    tiny.infoStruct().set("word", 2, Mat5.newString("  "));
    assertRefused("trial 3: info.word is missing");
    tiny = new TinyParticipant();
    tiny.infoStruct().remove("word");
    assertRefused("trial 1: info.word is missing");
  }

  @Test
  void aWordOccursOnceAnEpoch() throws IOException {
    tiny.infoStruct().set("epoch", 3, Mat5.newScalar(1));
    assertRefused(
        "trial 4: the word saw in epoch 1 was already trial 2. Each word occurs once an epoch");
  }

  @Test
  void aWordHasOneCategory() throws IOException {
    tiny.infoStruct().set("cond", 3, Mat5.newString("animal"));
    assertRefused(
        "trial 4: the word saw has category 'animal' here and 'tool' in an earlier trial");
  }

  @Test
  void withoutEpochsTheOrderOfTheFileCounts() throws IOException {
    tiny.infoStruct().remove("epoch");
    var responses = ResponsesReader.read(tiny.write(folder), "P", ReadOptions.DEFAULT);
    assertThat(responses.trial(0, 0)).containsExactly(0, 1, 2);
    assertThat(responses.trial(0, 1)).containsExactly(20, 21, 22);
  }

  @Test
  void withoutCoordinatesThereIsANoteAndNoGrid() throws IOException {
    tiny.metaStruct().remove("colToCoord");
    var responses = ResponsesReader.read(tiny.write(folder), "P", ReadOptions.DEFAULT);
    assertThat(responses.grid()).isEmpty();
    assertThat(responses.notes())
        .singleElement()
        .asString()
        .contains("meta.colToCoord", "a file of coordinates gives them");
    tiny.meta = Optional.empty();
    assertThat(ResponsesReader.read(tiny.write(folder), "P", ReadOptions.DEFAULT).voxels())
        .isEqualTo(3);
  }

  /**
   * One number of colToCoord (3 x 3: 111, 211, 121 on a grid of 2 x 2 x 1) or of meta is changed.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0 | 0       | meta.colToCoord: row 1 is [0.0, 1.0, 1.0] where three whole numbers (i, j, k, counted from 1)
          1 | 1 | 1.5     | meta.colToCoord: row 2 is [2.0, 1.5, 1.0] where
          2 | 2 | NaN     | meta.colToCoord: row 3 is [1.0, 2.0, NaN] where
          2 | 2 | 2       | column 2 is at (i, j, k) = [0, 1, 1], counted from 0, outside the grid of [2, 2, 1] voxels
          2 | 2 | 1e30    | meta.colToCoord: voxel column 2 is at
          2 | 1 | 1       | meta.colToCoord: voxel columns 0 and 2 are both at (i, j, k) = [0, 0, 0], counted from 0
          """)
  void coordinatesMustBeOnTheGrid(int row, int column, double value, String complaint)
      throws IOException {
    ((Matrix) tiny.metaStruct().get("colToCoord")).setDouble(row, column, value);
    assertRefused(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dimx | 0          | a voxel grid of [0, 2, 1] voxels is not possible
          dimy | -5         | a voxel grid of [2, -5, 1] voxels is not possible
          dimz | 1e9        | a voxel grid of [2, 2, 1000000000] voxels is not possible
          dimz | NaN        | a voxel grid of [2, 2, 0] voxels is not possible
          """)
  void dimensionsMustBePossible(String field, double value, String complaint) throws IOException {
    tiny.metaStruct().set(field, Mat5.newScalar(value));
    assertRefused("meta.colToCoord: " + complaint);
  }

  @Test
  void coordinatesMustBeAsManyAsVoxels() throws IOException {
    tiny.metaStruct().set("colToCoord", Mat5.newMatrix(2, 2));
    assertRefused("meta.colToCoord: row 1 is [0.0, 0.0] where three whole numbers");
    tiny.metaStruct()
        .set("colToCoord", TinyParticipant.matrix(new double[][] {{1, 1, 1}, {2, 1, 1}}));
    assertRefused("trial 1: 3 values where 2 voxels are declared");
  }

  @Test
  void aValueThatIsNoNumberIsFound() throws IOException {
    tiny.cells.set(3, TinyParticipant.matrix(new double[][] {{30, 31, Double.NaN}}));
    assertRefused(
        "word saw, presentation 2, voxel column 2 (of 0..2): the value is NaN; 1 of 3 voxels has"
            + " such values. Those voxels can be left out");
    var options = new ReadOptions(true, Optional.empty(), Optional.empty());
    var responses = ResponsesReader.read(tiny.write(folder), "P", options);
    assertThat(responses.voxels()).isEqualTo(2);
    assertThat(responses.grid().orElseThrow().columns()).isEqualTo(2);
    assertThat(responses.notes()).contains("1 of 3 voxels left out: NaN or infinite values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v73-bad-no-data.mat      | there is no variable 'data'.
          v73-bad-no-info.mat      | there is no variable 'info'.
          v73-bad-struct-data.mat  | data is a struct where a cell array (trials x 1) or a matrix is expected
          v73-bad-cube.mat         | data is a double array of 3 dimensions where a cell array (trials x 1) or a matrix is
          v73-bad-matrix-info.mat  | info is a double where a struct array is expected
          v73-bad-complex.mat      | trial 3: data holds a complex double array of 2 dimensions where real numbers are expected: save real(data{3})
          v73-bad-short-trial.mat  | trial 3: 3 values where 4 voxels are declared
          v73-bad-group-trial.mat  | trial 3: data holds a struct where real numbers are expected
          v73-bad-five-trials.mat  | info has 6 entries where data has 5 trials: they must agree
          v73-bad-numeric-word.mat | trial 4: info.word is missing or is not text
          """)
  void theSameInVersionSevenPointThree(String name, String complaint) {
    Path file = TINY.resolve(name);
    assertThatThrownBy(() -> ResponsesReader.read(file, "P", ReadOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(complaint);
  }

  @Test
  void theGridIsPlacedWhereTheOptionsSay() throws IOException {
    var affine = Affine.of(new double[][] {{2, 0, 0, -10}, {0, 2, 0, -20}, {0, 0, 2, -30}});
    var place = new GridPlacement(affine, Space.INDIVIDUAL, Optional.empty());
    var options = new ReadOptions(false, Optional.empty(), Optional.of(place));
    var grid = ResponsesReader.read(tiny.write(folder), "P", options).grid().orElseThrow();
    assertThat(grid.dims()).containsExactly(2, 2, 1);
    assertThat(grid.mm(1)).containsExactly(-8, -20, -30);
    assertThat(grid.space()).isEqualTo(Space.INDIVIDUAL);
  }

  private void assertRefused(String complaint) throws IOException {
    Path file = tiny.write(folder);
    assertThatThrownBy(() -> ResponsesReader.read(file, "P", ReadOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(complaint);
  }
}
