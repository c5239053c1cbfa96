package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we read is what nibabel reads; what we write is read by nibabel and accepted by nifti_tool.
 */
@Tag("external")
class NiftiPeersTest {
  @TempDir Path folder;

  @Test
  void nibabelsOwnFilesReadAsNibabelReadsThem() throws IOException, InterruptedException {
    String script =
        """
        nib.imageglobals.error_level = 40
        warnings.simplefilter('ignore')
        root = os.path.join(os.path.dirname(nib.__file__), 'tests', 'data')
        out = []
        for name in sorted(os.listdir(root)):
            if not name.endswith(('.nii', '.nii.gz')):
                continue
            image = nib.Nifti1Image.from_filename(os.path.join(root, name)) if not (
                name.endswith('dconn.nii') or 'nifti2' in name) else nib.Nifti2Image.from_filename(
                os.path.join(root, name))
            data = np.asarray(image.dataobj, dtype=np.float64)
            flat = data.ravel(order='F')
            picks = [int(i) for i in np.linspace(0, flat.size - 1, 50)]
            out.append(dict(
                file=os.path.join(root, name), dims=list(image.shape), mean=float(np.nanmean(flat)),
                datatype=image.get_data_dtype().name.upper(), affine=image.affine.ravel().tolist(), picks=picks,
                values=[repr(float(flat[i])).replace('nan', 'NaN') for i in picks],
                extensions=len(image.header.extensions)))
        print(json.dumps(out))
        """;
    JsonNode files = JsonMapper.shared().readTree(Programs.python(script));
    assertThat(files.size()).as("NIfTI files among nibabel's test data").isGreaterThanOrEqualTo(6);
    for (JsonNode expected : files) {
      String file = expected.get("file").asString();
      var image = NiftiReader.read(Path.of(file));
      double[] values = image.toDoubles();
      assertThat(image.dims()).as(file).containsExactly(ints(expected.get("dims")));
      assertThat(image.header().datatype())
          .as(file)
          .hasToString(expected.get("datatype").asString());
      assertThat(image.header().extensions()).as(file).hasSize(expected.get("extensions").asInt());
      assertThat(flat(image.affine()))
          .as(file)
          .containsExactly(doubles(expected.get("affine")), within(1e-4));
      double mean = expected.get("mean").asDouble();
      assertThat(Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElseThrow())
          .as(file)
          .isEqualTo(mean, within(1e-9 * Math.abs(mean)));
      double[] picked =
          Arrays.stream(ints(expected.get("picks"))).mapToDouble(i -> values[i]).toArray();
      assertThat(picked)
          .as(file)
          .containsExactly(
              expected
                  .get("values")
                  .valueStream()
                  .map(JsonNode::asString)
                  .mapToDouble(Double::parseDouble)
                  .toArray());
    }
  }

  @Test
  void nibabelReadsEveryKindOfOursWithoutAWord() throws IOException, InterruptedException {
    var headers = NiftiRoundTripTest.everyKind().toList();
    var names = new ArrayList<String>();
    for (int i = 0; i < headers.size(); i++) {
      var header = headers.get(i).toBuilder().scaling(scaling(i)).qform(Samples.MNI, i % 3).build();
      double[] values = new double[12];
      Arrays.setAll(values, v -> header.scaling().valueOf(10 * v + 1));
      names.add(
          write(i + (i % 4 < 2 ? ".nii" : ".nii.gz"), NiftiImage.of(header, values)).toString());
    }
    String script =
        """
        for i, name in enumerate(sys.argv[1:]):
            image = nib.load(name)
            h = image.header
            print(json.dumps(dict(version=2 if isinstance(image, nib.Nifti2Image) else 1, order=h.endianness,
                type=h.get_data_dtype().name.upper(), values=image.get_fdata().ravel(order='F').tolist(),
                affine=image.affine.ravel().tolist(), codes=[int(h['qform_code']), int(h['sform_code'])],
                intent=[int(h['intent_code']), h['intent_name'].item().decode()], descrip=h['descrip'].item().decode(),
                cal=[float(h['cal_min']), float(h['cal_max'])], offset=int(image.dataobj.offset),
                qform=h.get_qform().ravel().tolist(), units=list(h.get_xyzt_units()))))
        """;
    String[] lines = Programs.python(script, names.toArray(String[]::new)).split("\n");
    assertThat(lines).hasSize(headers.size());
    for (int i = 0; i < lines.length; i++) {
      var theirs = JsonMapper.shared().readTree(lines[i]);
      var ours = headers.get(i);
      var scaling = scaling(i).storedAs(ours.version());
      assertThat(theirs.get("version").asInt())
          .as(lines[i])
          .isEqualTo(ours.version().ordinal() + 1);
      assertThat(theirs.get("order").asString())
          .as(lines[i])
          .isEqualTo(ours.byteOrder() == ByteOrder.LITTLE_ENDIAN ? "<" : ">");
      assertThat(theirs.get("type").asString()).as(lines[i]).isEqualTo(ours.datatype().toString());
      double[] values = doubles(theirs.get("values"));
      for (int v = 0; v < 12; v++) {
        assertThat(values[v]).as(lines[i]).isEqualTo(scaling.valueOf(10 * v + 1), within(1e-5));
      }
      assertThat(doubles(theirs.get("affine"))).as(lines[i]).containsExactly(flat(Samples.MNI));
      assertThat(doubles(theirs.get("qform")))
          .as(lines[i])
          .containsExactly(flat(Samples.MNI), within(1e-5));
      assertThat(ints(theirs.get("codes"))).as(lines[i]).containsExactly(i % 3, 4);
      assertThat(theirs.get("intent").toString()).isEqualTo("[1001,\"r\"]");
      assertThat(doubles(theirs.get("cal"))).containsExactly(-0.5, 0.5);
      assertThat(theirs.get("descrip").asString()).isEqualTo("held-out correlation");
      assertThat(theirs.get("units").toString()).isEqualTo("[\"mm\",\"unknown\"]");
      assertThat(theirs.get("offset").asInt())
          .isEqualTo(ours.version() == NiftiVersion.NIFTI_1 ? 352 : 544);
    }
  }

  private static NiftiScaling scaling(int i) {
    return i % 5 == 0 ? new NiftiScaling(0.5, -7) : NiftiScaling.NONE;
  }

  @Test
  void nibabelReadsOurExtensions() throws IOException, InterruptedException {
    for (var version : NiftiVersion.values()) {
      var header =
          Samples.map(2, 2, 1)
              .version(version)
              .extensions(
                  List.of(
                      new NiftiExtension(6, "a comment".getBytes(StandardCharsets.US_ASCII)),
                      new NiftiExtension(44, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})))
              .build();
      var file = write("extended" + version + ".nii", NiftiImage.of(header, 1f, 2f, 3f, 4f));
      String script =
          """
          image = nib.load(sys.argv[1])
          print([(int(e.get_code()), e.get_content().rstrip(b'\\0')) for e in image.header.extensions],
              image.get_fdata().sum())
          """;
      assertThat(Programs.python(script, file.toString()))
          .isEqualTo(
              "[(6, b'a comment'), (44, b'\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08')] 10.0\n");
    }
  }

  /** A blob in the left hemisphere, off every axis of symmetry, on the CMU grid. */
  @Test
  void leftIsLeftForNibabelToo() throws IOException, InterruptedException {
    var header = Samples.map(51, 61, 23).build();
    float[] values = new float[51 * 61 * 23];
    // Voxel (1-based 38, 20, 15): x = 81.25 - 118.75 = -37.5, y = 62.5 - 115.625 = -53.125, z = 90
    // - 54 = 36.
    values[37 + 51 * (19 + 61 * 14)] = 2;
    values[36 + 51 * (19 + 61 * 14)] = 1;
    var file = write("blob.nii.gz", NiftiImage.of(header, values));
    String script =
        """
        image = nib.load(sys.argv[1])
        data = image.get_fdata()
        for value in (2, 1):
            print(nib.affines.apply_affine(image.affine, np.argwhere(data == value)[0]).tolist())
        print(nib.aff2axcodes(image.affine))
        """;
    assertThat(Programs.python(script, file.toString()))
        .isEqualTo("[-37.5, -53.125, 36.0]\n[-34.375, -53.125, 36.0]\n('L', 'A', 'S')\n");
  }

  /**
   * nifti_tool 2.09 checks every file as NIfTI-1; NIfTI-2 it reads and shows, which is what is
   * asked of it there.
   */
  @Test
  void niftiToolHasNothingToSay() throws IOException, InterruptedException {
    var headers = NiftiRoundTripTest.everyKind().toList();
    for (int i = 0; i < headers.size(); i++) {
      var header = headers.get(i).toBuilder().qform(Samples.MNI, i % 2).build();
      double[] values = new double[12];
      var file =
          write("tool" + i + (i % 3 == 0 ? ".nii.gz" : ".nii"), NiftiImage.of(header, values))
              .toString();
      if (header.version() == NiftiVersion.NIFTI_1) {
        assertThat(Programs.niftiTool("-check_hdr", "-infiles", file).strip())
            .isEqualTo("header IS GOOD for file " + file);
        assertThat(Programs.niftiTool("-check_nim", "-infiles", file).strip())
            .isEqualTo("nifti_image IS GOOD for file " + file);
      }
      String shown =
          Programs.niftiTool(
              "-disp_nim",
              "-quiet",
              "-field",
              "datatype",
              "-field",
              "sform_code",
              "-field",
              "intent_name",
              "-infiles",
              file);
      assertThat(shown.strip().split("\\s+"))
          .containsExactly(Integer.toString(header.datatype().code()), "4", "r");
    }
  }

  private Path write(String name, NiftiImage image) throws IOException {
    Path file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      NiftiWriter.write(image, name, out);
    }
    return file;
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static double[] doubles(JsonNode array) {
    return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static int[] ints(JsonNode array) {
    return array.valueStream().mapToInt(JsonNode::asInt).toArray();
  }
}
