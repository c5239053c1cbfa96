package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/** A file on this machine; one of unknown size is a pipe that has a name. */
public record CorpusFile(Path file) implements TextSource {
  private static final int END = 1 << 20;

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public OptionalLong size() {
    try {
      return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty(); // opening it will say why
    }
  }

  @Override
  public InputStream open(long offset) throws IOException {
    InputFiles.requireReadable(file);
    if (offset == 0) {
      return Files.newInputStream(file);
    }
    var channel = Files.newByteChannel(file);
    channel.position(offset);
    return Channels.newInputStream(channel);
  }

  @Override
  public void requireSame(CorpusInput before) throws IOException {
    long now = size().orElse(-1);
    if (before.bytes() < 0 || now < 0 && Files.exists(file)) {
      return; // a pipe
    }
    if (now != before.bytes()) {
      throw InputException.in(
          file,
          ("from byte %,d on: the file changed while it was counted: it has %,d bytes now where it"
                  + " had %,d. Count again once nothing writes to it")
              .formatted(
                  Math.max(0, Math.min(now, before.bytes())), Math.max(0, now), before.bytes()));
    }
    String modified = Files.getLastModifiedTime(file).toInstant().toString();
    if (!modified.equals(before.modified())) {
      throw InputException.in(
          file,
          ("from byte 0 on: the file was written anew while it was counted (at %s). Count again"
                  + " once nothing writes to it")
              .formatted(modified));
    }
  }

  @Override
  public CorpusInput identity(boolean hashAll) throws IOException {
    if (size().isEmpty()) {
      return TextSource.super.identity(hashAll);
    }
    long size = Files.size(file);
    boolean all = hashAll || size <= 2 * END;
    return new CorpusInput(
        name(),
        size,
        Files.getLastModifiedTime(file).toInstant().toString(),
        all ? InputFiles.sha256(file) : InputFiles.sha256OfEnds(file, END),
        all ? CorpusInput.ALL : CorpusInput.ENDS);
  }
}
