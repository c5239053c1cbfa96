package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFilesTest {
  @TempDir Path folder;

  @Test
  void gzipIsInflatedWhateverTheName() throws IOException {
    assertThat(content(write("a.txt", gzip("hello")))).isEqualTo("hello");
    assertThat(content(write("a.gz", ascii("hello")))).isEqualTo("hello");
    assertThat(content(write("empty", new byte[0]))).isEmpty();
    assertThat(content(write("one", new byte[] {0x1f}))).isEqualTo("\u001f");
  }

  /** The hash of a file that changes while it is read is that of what was read. */
  @Test
  void aHashIsOfTheVeryBytesThatAreRead() throws IOException {
    byte[] before = new byte[300_000];
    new Random(1).nextBytes(before);
    byte[] after = before.clone();
    after[200_000] ^= 1;
    Path file = write("file", before);
    assertThat(InputFiles.sha256(file, bytes -> bytes.readNBytes(10)))
        .isEqualTo(InputFiles.sha256(before));
    String changed =
        InputFiles.sha256(
            file,
            bytes -> {
              assertThat(bytes.readNBytes(10)).isEqualTo(Arrays.copyOf(before, 10));
              Files.write(file, after, StandardOpenOption.WRITE);
            });
    assertThat(changed).isEqualTo(InputFiles.sha256(after));
    String replaced =
        InputFiles.sha256(
            file,
            bytes -> {
              Files.move(write("other", before), file, StandardCopyOption.REPLACE_EXISTING);
              assertThat(bytes.readAllBytes()).isEqualTo(after);
            });
    assertThat(replaced).isEqualTo(InputFiles.sha256(after));
  }

  /** "hello" by Python's bz2 and lzma, and by the zstd program. */
  @ParameterizedTest
  @CsvSource({
    "bzip2, 425a68393141592653591931653d00000081000244a000219a68334d07338bb9229c28480c98b29e80",
    "xz, fd377a585a000004e6d6b4460200210116000000742fe5a301000468656c6c6f00000000b137b9dbe5da1e9b00011d05b82d80af1fb6f37d010000000004595a",
    "zstd, 28b52ffd045829000068656c6c6fa36d9f88"
  })
  void otherCompressionsAreInflatedTooAndTheirDamageIsTold(String name, String hex)
      throws IOException {
    byte[] whole = HexFormat.of().parseHex(hex);
    assertThat(content(write("a.txt", whole))).isEqualTo("hello");
    Path file = write("cut", Arrays.copyOf(whole, whole.length - 3));
    assertThatThrownBy(() -> content(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            file + ": damaged or cut short: this " + name + " file cannot be inflated (")
        .hasMessageEndingWith("). Download or save it again");
  }

  @Test
  void allMembersOfAGzipFileAreRead() throws IOException {
    var both = new ByteArrayOutputStream();
    both.write(gzip("one, "));
    both.write(gzip("two"));
    assertThat(content(write("a.gz", both.toByteArray()))).isEqualTo("one, two");
  }

  @Test
  void everyTruncationOfAGzipFileIsAnInputException() throws IOException {
    byte[] whole =
        gzip(
            "a text that is long enough to be cut in the middle of its compressed data, and more of"
                + " it");
    for (int length = 2; length < whole.length; length++) {
      Path file = write("cut.gz", Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> content(file))
          .as("the first %d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(
              file + ": damaged or cut short: this gzip file cannot be inflated (")
          .hasMessageEndingWith("). Download or save it again");
    }
  }

  @Test
  void aWrongChecksumOfAGzipFileIsAnInputException() throws IOException {
    byte[] bytes = gzip("hello");
    bytes[bytes.length - 6] ^= 1;
    Path file = write("wrong.gz", bytes);
    assertThatThrownBy(() -> content(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its bytes are damaged");
    assertThatThrownBy(
            () -> {
              try (var in = InputFiles.open(file)) {
                while (in.read() >= 0) {
                  assertThat(in.skip(1)).isNotNegative();
                }
              }
            })
        .isInstanceOf(InputException.class);
  }

  /** From FIPS 180-2: the empty text, "abc", and a million times "a". */
  @ParameterizedTest
  @CsvSource({
    "'', 1, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, 1, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "a, 1000000, cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
  })
  void sha256IsThatOfTheStandard(String text, int times, String expected) throws IOException {
    assertThat(InputFiles.sha256(write("a.bin", ascii(text.repeat(times))))).isEqualTo(expected);
  }

  @Test
  void theHeadIsAsItIsStored() throws IOException {
    assertThat(InputFiles.head(write("a.txt", ascii("hello")), 3)).isEqualTo(ascii("hel"));
    assertThat(InputFiles.head(write("b.txt", ascii("hello")), 100)).isEqualTo(ascii("hello"));
    assertThat(InputFiles.head(write("c.gz", gzip("hello")), 2)).containsExactly(0x1f, 0x8b);
  }

  @Test
  void whatIsNoFileIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> InputFiles.open(missing))
        .isInstanceOf(InputException.class)
        .hasMessage(missing + ": there is no such file. Check the path");
    assertThatThrownBy(() -> InputFiles.sha256(missing)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> InputFiles.head(folder, 3))
        .isInstanceOf(InputException.class)
        .hasMessage(folder + ": this is a folder where a file is expected");
  }

  @Test
  @Tag("external")
  void aFileWithoutPermissionIsNamed() throws Exception {
    Path file = write("secret.txt", ascii("hello"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    var result = ForkedJava.asNobody(folder.resolve("classes"), "read", file.toString());
    assertThat(result.output())
        .isEqualToIgnoringNewLines(file + ": no permission to read this file");
    assertThat(result.status()).isEqualTo(1);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return file;
  }

  private static String content(Path file) throws IOException {
    try (var in = InputFiles.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(ascii(text));
    }
    return out.toByteArray();
  }
}
