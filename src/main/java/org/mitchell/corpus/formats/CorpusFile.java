package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.mitchell.corpus.CorpusInput;
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
