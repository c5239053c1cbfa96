package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps as other programs see them: left is left, and nothing to complain of. */
@Tag("external")
class MapsForViewersTest {
  /** Prints what nibabel finds in an image as JSON; warnings are errors. */
  private static final String HEADER =
      """
      import json, sys, warnings
      import numpy as np
      import nibabel as nib
      warnings.simplefilter('error')
      nib.imageglobals.error_level = 1
      image = nib.load(sys.argv[1])
      h = image.header
      data = np.asarray(image.dataobj)
      finite = np.isfinite(data) & (data != 0)
      print(json.dumps({
          'dtype': str(data.dtype), 'shape': data.shape, 'sform': int(h['sform_code']), 'qform': int(h['qform_code']),
          'intent': int(h['intent_code']), 'name': h['intent_name'].item().decode(), 'min': float(h['cal_min']),
          'max': float(h['cal_max']), 'largest': float(np.nanmax(np.abs(data))),
          'descrip': h['descrip'].item().decode('latin-1'), 'offset': nib.load(sys.argv[1]).dataobj.offset,
          'datatype': int(h['datatype']), 'affine': image.affine.tolist(),
          'finite': int(finite.sum()), 'nan': int(np.isnan(data).sum()), 'units': h.get_xyzt_units()[0]}))
      """;

  /**
   * A participant on CMU's grid whose response to 'left' things lies in one blob; prints nothing.
   */
  private static final String PLANTED =
      """
      import sys
      import numpy as np, scipy.io
      rng = np.random.default_rng(4)
      dims = (51, 61, 23)
      voxels = np.array([(i, j, k) for k in range(8, 13) for j in range(20, 42) for i in range(8, 45)])  # 1-based
      rng.shuffle(voxels)
      mm = np.c_[81.25 - 3.125 * voxels[:, 0], 3.125 * voxels[:, 1] - 115.625, 6.0 * voxels[:, 2] - 54]
      blob = np.linalg.norm(mm - np.array([-43.75, -9.375, 12.0]), axis=1) < 9
      words = ['word%02d' % w for w in range(12)]
      features = rng.uniform(0.1, 1, (12, 2))
      info, data = [], []
      for epoch in range(4):
          for w, word in enumerate(words):
              unit = features[w] / np.linalg.norm(features[w])
              info.append((word, 'thing', float(epoch + 1)))
              data.append(rng.normal(0, 1, len(voxels)) + blob * 40 * unit[0])
      struct = np.empty((1, len(info)), dtype=[('word', object), ('cond', object), ('epoch', object)])
      cells = np.empty((len(data), 1), dtype=object)
      for t, row in enumerate(info):
          struct[0, t] = row
          cells[t, 0] = data[t].reshape(1, -1)
      col = np.zeros(dims)
      for c, (i, j, k) in enumerate(voxels):
          col[i - 1, j - 1, k - 1] = c + 1
      scipy.io.savemat(sys.argv[1], {'info': struct, 'data': cells, 'meta': {
          'study': 'SIMULATED blob', 'subject': 'B1', 'ntrials': float(len(data)), 'nvoxels': float(len(voxels)),
          'dimx': 51.0, 'dimy': 61.0, 'dimz': 23.0, 'colToCoord': voxels.astype(float), 'coordToCol': col}})
      with open(sys.argv[2], 'w') as table:
          table.write('word,one,two\\n')
          for word, row in zip(words, features):
              table.write('%s,%r,%r\\n' % (word, float(row[0]), float(row[1])))
      """;

  private static final String PLACE =
      """
      import json, sys
      import numpy as np
      import nibabel as nib
      image = nib.load(sys.argv[1])
      r = np.asarray(image.dataobj)
      mm = nib.affines.apply_affine(image.affine, np.argwhere(r > 0.9))
      print(json.dumps({'count': len(mm), 'centre': mm.mean(axis=0).tolist(),
                        'farthest': float(np.linalg.norm(mm - np.array([-43.75, -9.375, 12.0]), axis=1).max()),
                        'orientation': nib.aff2axcodes(image.affine)}))
      """;

  @TempDir private Path folder;

  private JsonNode python(String script, Object... words) throws Exception {
    Ran ran =
        Programs.python(folder, Stream.concat(Stream.of("-c", script), Stream.of(words)).toArray());
    assertThat(ran.status()).as(ran.err()).isZero();
    return ran.out().isEmpty() ? null : JsonMapper.shared().readTree(ran.out());
  }

  @Test
  void aBlobOnTheLeftIsOnTheLeftAtTheSameMillimetres() throws Exception {
    Path mat = folder.resolve("data-science-B1.mat");
    Path features = folder.resolve("features.csv");
    python(PLANTED, mat, features);
    Ran.mitchell(
            "fit",
            "--subject",
            "B1",
            "--data",
            folder,
            "--features",
            features,
            "--out",
            folder.resolve("out"))
        .succeeds();
    for (String map : new String[] {"stat-r", "stat-stability"}) {
      JsonNode place =
          python(
              PLACE,
              folder.resolve(
                  "out/sub-B1/sub-B1_task-nouns_space-MNI152Lin_" + map + "_statmap.nii.gz"));
      assertThat(place.path("count").asInt()).as(map).isBetween(30, 80);
      assertThat(place.path("farthest").asDouble()).isLessThan(9);
      assertThat(place.path("centre").path(0).asDouble())
          .as("x in mm, left is negative")
          .isCloseTo(-43.75, within(0.5));
      assertThat(place.path("centre").path(1).asDouble()).isCloseTo(-9.375, within(0.5));
      assertThat(place.path("centre").path(2).asDouble()).isCloseTo(12, within(0.5));
      assertThat(place.path("orientation").path(0).asString())
          .as("x steps are negative")
          .isEqualTo("L");
    }
  }

  @Test
  void workbenchNibabelAndNiftiToolReadEveryMap() throws Exception {
    var brains = new SmallBrains(folder);
    brains.simulate("a", 0.22);
    brains.simulate("b", 0.2);
    Path model = brains.fit("a,b");
    Path out = folder.resolve("out");
    for (String stat : List.of("r", "r2", "ceiling", "normalised", "p", "fdr", "fwer")) {
      Ran.mitchell("map", "--model", model, "--out", out, "--subject", "a", "--stat", stat)
          .succeeds();
    }
    for (String how : List.of("mean", "t")) {
      Ran.mitchell("map", "--model", model, "--out", out, "--group", how).succeeds();
    }
    List<Path> images = images(out);
    assertThat(images).hasSize(2 * 9);
    for (Path image : images) {
      boolean labels = image.toString().contains("dseg");
      JsonNode header = python(HEADER, image);
      String name = image.getFileName().toString();
      assertThat(header.path("sform").asInt()).as(name).isEqualTo(4);
      assertThat(header.path("intent").asInt() == 1002).as(name).isEqualTo(labels);
      assertThat(header.path("dtype").asString()).as(name).isEqualTo(labels ? "int32" : "float32");
      Ran tool = Programs.niftiTool("-check_hdr", "-check_nim", "-infiles", image);
      assertThat(tool.status()).as(name + tool.out() + tool.err()).isZero();
      Ran workbench = Programs.wbCommand("-file-information", image);
      assertThat(workbench.status()).as(name + workbench.out() + workbench.err()).isZero();
      assertThat(workbench.out()).as(name).contains("51, 61, 23");
    }
  }

  @Test
  void headersHaveTheValuesThatViewersRelyOn() throws Exception {
    Path out = folder.resolve("out");
    Ran.fit(out, "T1", Ran.T1, "--voxels", "15").succeeds();
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
    List<Path> images = images(out);
    assertThat(images).hasSize(6);
    for (Path image : images) {
      JsonNode header = python(HEADER, image);
      String name = image.getFileName().toString();
      boolean mask = name.endsWith("_mask.nii.gz");
      assertThat(header.path("sform").asInt()).as(name).isEqualTo(4);
      assertThat(header.path("qform").asInt()).as(name).isZero();
      assertThat(header.path("offset").asInt()).as(name).isEqualTo(352);
      assertThat(header.path("units").asString()).as(name).isEqualTo("mm");
      assertThat(header.path("datatype").asInt()).as(name).isEqualTo(mask ? 2 : 16);
      assertThat(header.path("descrip").asString())
          .as(name)
          .startsWith("SIMULATED. ")
          .hasSizeGreaterThan(20);
      assertThat(header.path("affine").path(0).toString())
          .as(name)
          .isEqualTo("[-3.125,0.0,0.0,78.125]");
      if (!mask) {
        assertThat(header.path("intent").asInt()).as(name).isEqualTo(1001);
        assertThat(header.path("max").asDouble())
            .as(name)
            .isPositive()
            .isEqualTo(header.path("largest").asDouble());
        assertThat(header.path("min").asDouble())
            .as(name)
            .isEqualTo(-header.path("max").asDouble());
        int volumes = name.contains("signatures") ? 5 : 1;
        assertThat(header.path("shape")).as(name).hasSize(volumes == 1 ? 3 : 4);
        // 210 voxels in the box, 60 in the brain.
        assertThat(header.path("nan").asInt()).as(name).isBetween(150 * volumes, 152 * volumes);
      }
    }
    JsonNode r =
        python(
            HEADER, out.resolve("sub-T1/sub-T1_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz"));
    assertThat(r.path("name").asString()).isEqualTo("r");
  }

  @Test
  void theCodeOfAnotherSpaceIsTheOneThatWasGiven() throws Exception {
    Path out = folder.resolve("out");
    Path make = folder.resolve("native.nii");
    python(
        "import sys, numpy as np, nibabel as nib\n"
            + "affine = np.array([[2., 0, 0, -7], [0, 2, 0, 3], [0, 0, 2, 1], [0, 0, 0, 1]])\n"
            + "image = nib.Nifti1Image(np.ones((7, 6, 5), np.uint8), affine)\n"
            + "image.set_sform(image.affine, 2); image.set_qform(None, 0); nib.save(image,"
            + " sys.argv[1])",
        make);
    Ran.fit(out, "T1", Ran.T1, "--affine", make).succeeds();
    for (Path image : images(out)) {
      assertThat(image.toString()).contains("space-individual");
      JsonNode header = python(HEADER, image);
      assertThat(header.path("sform").asInt()).isEqualTo(2);
      assertThat(header.path("affine").path(0).toString()).isEqualTo("[2.0,0.0,0.0,-7.0]");
    }
  }

  @Test
  void niftiToolHasNothingToComplainOf() throws Exception {
    Path out = folder.resolve("out");
    Ran.fit(out, "T1", Ran.T1).succeeds();
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
    for (Path image : images(out)) {
      assertThat(Programs.niftiTool("-check_hdr", "-infiles", image).out())
          .contains("header IS GOOD");
      Ran nim = Programs.niftiTool("-check_nim", "-infiles", image);
      assertThat(nim.out() + nim.err())
          .contains("nifti_image IS GOOD")
          .doesNotContainIgnoringCase("warning");
    }
  }

  private static List<Path> images(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(".nii.gz")).sorted().toList();
    }
  }
}
