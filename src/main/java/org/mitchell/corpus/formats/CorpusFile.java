package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.mitchell.files.InputFiles;

/** A file on this machine. */
public record CorpusFile(Path file) implements TextSource {
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
}
