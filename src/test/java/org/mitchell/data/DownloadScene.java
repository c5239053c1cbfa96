package org.mitchell.data;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mitchell.data.FileServer.Reply;
import org.mitchell.data.FileServer.Request;
import org.mitchell.jobs.Progress;

/**
 * What the tests of downloads share: a server, a folder, versions of a file, and waits that take no
 * time.
 */
final class DownloadScene implements AutoCloseable {
  static final String NAME = "data-science-P1.mat";
  static final int SIZE = 200_000;
  static final Map<String, String> VERSION_A =
      Map.of("ETag", "\"a\"", "Last-Modified", "Mon, 02 Jun 2008 10:00:00 GMT");
  static final Map<String, String> VERSION_B =
      Map.of("ETag", "\"b\"", "Last-Modified", "Tue, 03 Jun 2008 10:00:00 GMT");

  final Path folder;
  final FileServer server = new FileServer();
  final byte[] file = matlabFile(1, SIZE);
  final byte[] newer = matlabFile(2, SIZE);

  /** A version shorter than the part that a broken download of the first leaves. */
  final byte[] shorter = matlabFile(3, SIZE / 4);

  final List<Integer> pauses = new ArrayList<>();
  final List<String> tasks = new ArrayList<>();

  DownloadScene(Path folder) throws IOException {
    this.folder = folder;
  }

  Download download() {
    return Download.of(server.address())
        .with(new Patience(5, Duration.ofSeconds(60), Duration.ofSeconds(60), pauses::add));
  }

  Downloaded get() throws IOException {
    return download().get("P1", folder, new Sum());
  }

  /** Where the file comes from. */
  URI address() {
    return server.address().resolve(NAME);
  }

  Path target() {
    return folder.resolve(NAME);
  }

  Path part() {
    return folder.resolve(NAME + ".part");
  }

  Path checksum() {
    return folder.resolve(NAME + ".sha256");
  }

  /** Everything in the folder, hidden files too. */
  List<String> names() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** The whole file in version A, broken off in the middle the first time. */
  Reply breakingFirst(Request request, Map<String, String> headers) {
    Reply whole = Reply.file(file, headers);
    return request.number() == 1 ? whole.breakingAfter(SIZE / 2) : whole;
  }

  /** Makes a download that has ended with part of version A in the folder. */
  void leaveAPart() throws IOException {
    server.answering(
        request -> request.number() == 1 ? breakingFirst(request, VERSION_A) : Reply.status(404));
    try {
      get();
      throw new AssertionError("the download was to fail");
    } catch (DownloadException expected) {
      server.requests().clear();
      tasks.clear();
      pauses.clear();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** Where the part starts that a request asks for; 0 for the whole. */
  static int start(Request request) {
    String range = request.header("Range");
    return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
  }

  static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] matlabFile(int seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    byte[] head = "MATLAB 5.0 MAT-file, a test".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  /** Notes every task as {@code name: done of total unit} when it ends. */
  private final class Sum implements Progress {
    private String task = "";
    private String unit = "";
    private long total;
    private long done;

    @Override
    public void begin(String task, String unit, long total) {
      this.task = task;
      this.unit = unit;
      this.total = total;
      this.done = 0;
    }

    @Override
    public void advance(long amount) {
      done += amount;
    }

    @Override
    public void end() {
      tasks.add(task + ": " + done + " of " + total + " " + unit);
    }
  }
}
