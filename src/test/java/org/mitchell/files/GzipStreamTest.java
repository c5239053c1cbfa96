package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipStreamTest {
  private static final int MANY = 200_000;

  @Test
  void anyNumberOfEmptyMembersIsPassedOver(@TempDir Path folder) throws IOException {
    byte[] file = concat(repeated(gzip(""), MANY), gzip("hello"), gzip(""));

    try (var stream = GzipStream.of(new ByteArrayInputStream(file))) {
      assertThat(text(stream)).isEqualTo("hello");
    }
    try (var stream = GzipStream.ofMembersOnly(new ByteArrayInputStream(file))) {
      assertThat(text(stream)).isEqualTo("hello");
    }
    try (var stream = InputFiles.open(Files.write(folder.resolve("members.gz"), file))) {
      assertThat(text(stream)).isEqualTo("hello");
    }
  }

  @Test
  void whatFollowsTheLastMemberIsDamageOnlyWhereNothingMayBeLost() throws IOException {
    byte[] file = concat(gzip("hello"), "garbage".getBytes(StandardCharsets.US_ASCII));

    try (var stream = GzipStream.of(new ByteArrayInputStream(file))) {
      assertThat(text(stream)).isEqualTo("hello");
    }
    try (var stream = GzipStream.ofMembersOnly(new ByteArrayInputStream(file))) {
      assertThatThrownBy(() -> text(stream))
          .isInstanceOf(ZipException.class)
          .hasMessage("something that is no gzip follows the end of a member");
    }
  }

  @Test
  void zerosBehindTheLastMemberArePadding() throws IOException {
    byte[] file = concat(gzip("hel"), gzip("lo"), new byte[100_000]);

    try (var stream = GzipStream.ofMembersOnly(new ByteArrayInputStream(file))) {
      assertThat(text(stream)).isEqualTo("hello");
    }
  }

  @Test
  void anEarlyEndAndDamageAreToldInWordsForTheUser() throws IOException {
    byte[] whole = gzip("hello");
    byte[] damaged = whole.clone();
    damaged[whole.length - 6] ^= 1;

    assertThatThrownBy(
            () -> text(GzipStream.of(new ByteArrayInputStream(Arrays.copyOf(whole, 14)))))
        .isInstanceOf(EOFException.class)
        .hasMessage("it ends early");
    assertThatThrownBy(() -> text(GzipStream.of(new ByteArrayInputStream(damaged))))
        .isInstanceOf(ZipException.class)
        .hasMessage("its bytes are damaged");
  }

  @Test
  void aDiskThatFailsIsNoDamageOfTheContent() {
    var failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }
        };

    assertThatThrownBy(() -> GzipStream.of(failing))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(bytes)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] repeated(byte[] member, int times) {
    var all = new byte[member.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = member[i % member.length];
    }
    return all;
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
