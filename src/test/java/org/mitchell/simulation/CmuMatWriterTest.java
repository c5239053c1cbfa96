package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.Stimulus;
import org.mitchell.testing.Python;

class CmuMatWriterTest {
  private static final int[] UNEQUAL = {6, 1, 2, 3, 4};

  @TempDir Path folder;

  @Test
  void ourReaderReadsBackWhatWasWritten() throws IOException {
    Responses written = Samples.run(Samples.builder(5).presentations(UNEQUAL)).responses();
    Responses read = read(written);
    assertThat(read.stimuli()).isEqualTo(written.stimuli());
    assertThat(read.study()).isEqualTo(written.study()).contains("SIMULATED");
    assertThat(read.notes()).isEmpty();
    for (int w = 0; w < 5; w++) {
      assertThat(read.presentations(w)).isEqualTo(written.presentations(w));
      for (int p = 0; p < read.presentations(w); p++) {
        assertThat(read.trial(w, p))
            .as("word %d, presentation %d", w, p)
            .isEqualTo(written.trial(w, p));
      }
    }
    var grid = written.grid().orElseThrow();
    var readGrid = read.grid().orElseThrow();
    assertThat(readGrid.dims()).isEqualTo(grid.dims());
    assertThat(readGrid.affine()).isEqualTo(grid.affine());
    assertThat(linear(readGrid::linearIndex, grid.columns()))
        .isEqualTo(linear(grid::linearIndex, grid.columns()));
  }

  @Test
  void wordsOfAnyScriptAndWithoutCategorySurvive() throws IOException {
    var stimuli =
        List.of(
            new Stimulus("b\u00e4r", ""),
            new Stimulus("\u5c71", ""),
            new Stimulus("ice cream", "food"));
    var written = new Responses("x", "", stimuli, new float[3][1][4], Optional.empty(), List.of());
    assertThat(read(written).stimuli()).isEqualTo(written.stimuli());
  }

  @Test
  void theHeaderHasNoDateAndTheSameResponsesGiveTheSameBytes() throws IOException {
    byte[] one = bytes(Samples.run(Samples.builder(5), 1).responses());
    byte[] two = bytes(Samples.run(Samples.builder(5), 2).responses());
    assertThat(one).isEqualTo(two);
    assertThat(new String(one, 0, 116, StandardCharsets.US_ASCII).strip())
        .isEqualTo("MATLAB 5.0 MAT-file, written by mitchell");
    assertThat(bytes(Samples.run(Samples.builder(5).seed(6)).responses())).isNotEqualTo(one);
  }

  @Test
  void moreThanAMatlabFileHoldsIsRefusedBeforeAnythingIsWritten() {
    var trial = new float[1_000_000];
    var word = new float[300][];
    Arrays.fill(word, trial);
    var large =
        new Responses(
            "x",
            "",
            List.of(new Stimulus("bee", "")),
            new float[][][] {word},
            Optional.empty(),
            List.of());
    assertThatThrownBy(() -> CmuMatWriter.write(large, OutputStream.nullOutputStream()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "300 trials of 1,000,000 voxels are 2,400 MB where a MATLAB v5 file holds 2,147 MB");
  }

  @Test
  @Tag("external")
  void scipyReadsTheCmuLayout() throws Exception {
    Responses written = Samples.run(Samples.builder(5).presentations(UNEQUAL)).responses();
    Path file = write(written);
    Path raw = folder.resolve("raw.tsv");
    Files.write(raw, expectedTrials(written));
    Python.run(
        """
        import sys, numpy as np, scipy.io
        m = scipy.io.loadmat(sys.argv[1])
        rows = [line.split('\\t') for line in open(sys.argv[2])]
        info, data, meta = m['info'], m['data'], m['meta'][0, 0]
        assert info.dtype.names == ('cond', 'cond_number', 'word', 'word_number', 'epoch'), info.dtype
        assert info.shape == (1, 16) and data.shape == (16, 1), (info.shape, data.shape)
        seen = {}
        for t, row in enumerate(rows):
            word, category, epoch, values = row[0], row[1], int(row[2]), np.array(row[3].split(), dtype=np.float32)
            entry = info[0, t]
            assert entry['word'][0] == word and entry['cond'][0] == category, (t, entry)
            assert entry['epoch'].shape == (1, 1) and entry['epoch'][0, 0] == epoch, (t, entry)
            trial = data[t, 0]
            assert trial.dtype == np.float64 and trial.shape == (1, values.size), (trial.dtype, trial.shape)
            assert (trial[0] == values).all(), t
            seen[word] = (category, entry['cond_number'][0, 0], entry['word_number'][0, 0])
        assert sorted(seen.items()) == [
            ('word000', ('category0', 1, 1)), ('word001', ('category3', 4, 1)), ('word002', ('category2', 3, 1)),
            ('word003', ('category1', 2, 1)), ('word004', ('category0', 1, 2))], seen
        assert meta.dtype.names == ('study', 'subject', 'ntrials', 'nvoxels', 'dimx', 'dimy', 'dimz', 'colToCoord',
                                    'coordToCol'), meta.dtype.names
        assert 'SIMULATED' in meta['study'][0] and meta['subject'][0] == 'sim1'
        v = data[0, 0].size
        assert [meta[n][0, 0] for n in ('ntrials', 'nvoxels', 'dimx', 'dimy', 'dimz')] == [16, v, 51, 61, 23]
        where, column = meta['colToCoord'], meta['coordToCol']
        assert where.shape == (v, 3) and column.shape == (51, 61, 23), (where.shape, column.shape)
        i, j, k = where.astype(int).T - 1
        assert (column[i, j, k] == np.arange(1, v + 1)).all() and (column > 0).sum() == v
        # The ellipsoid's centre is at (0, -18.75, 18) mm; by CMU's formula for 1-based voxels.
        mm = np.array([81.25 - 3.125 * where[:, 0], 3.125 * where[:, 1] - 115.625, 6 * where[:, 2] - 54])
        assert np.allclose(mm.mean(axis=1), [0, -18.75, 18]), mm.mean(axis=1)
        """,
        file,
        raw);
  }

  @Test
  @Tag("external")
  void aGridOfItsOwnCarriesItsAffine() throws Exception {
    Path file = write(Samples.run(Samples.builder(5).grid(SimulatedBrain.coarse(4))).responses());
    Python.run(
        """
        import sys, numpy as np, scipy.io
        meta = scipy.io.loadmat(sys.argv[1])['meta'][0, 0]
        assert meta['space'][0] == 'MNI152Lin'
        expected = np.diag([-12.5, 12.5, 24, 1])
        expected[:3, 3] = np.array([78.125, -112.5, -48]) + 1.5 * np.array([-3.125, 3.125, 6])
        assert (meta['affine'] == expected).all(), meta['affine']
        """,
        file);
  }

  private static List<String> expectedTrials(Responses written) {
    return IntStream.range(0, 6)
        .boxed()
        .flatMap(
            p ->
                IntStream.range(0, written.words().size())
                    .filter(w -> p < written.presentations(w))
                    .mapToObj(w -> row(written, w, p)))
        .toList();
  }

  private static String row(Responses written, int w, int p) {
    var values = new StringBuilder();
    for (float value : written.trial(w, p)) {
      values.append(value).append(' ');
    }
    Stimulus stimulus = written.stimuli().get(w);
    return String.join("\t", stimulus.word(), stimulus.category(), "" + (p + 1), values);
  }

  private Responses read(Responses written) throws IOException {
    return ResponsesReader.read(write(written), "sim1", ReadOptions.DEFAULT);
  }

  private Path write(Responses responses) throws IOException {
    return Files.write(folder.resolve("x.mat"), bytes(responses));
  }

  private static byte[] bytes(Responses responses) throws IOException {
    var bytes = new ByteArrayOutputStream();
    CmuMatWriter.write(responses, bytes);
    return bytes.toByteArray();
  }

  private static int[] linear(IntUnaryOperator index, int columns) {
    return IntStream.range(0, columns).map(index).toArray();
  }
}
