package org.mitchell.cli.options;

import picocli.CommandLine.Option;

/** Which neural network reads. */
public final class EncoderOption {
  @Option(
      names = "--encoder",
      paramLabel = "NAME",
      description =
          "minilm (all-MiniLM-L6-v2), or a folder with model.onnx and tokenizer.json (default:"
              + " minilm)")
  private String encoder = "minilm";

  /** A name, or a folder. */
  public String encoder() {
    return encoder;
  }
}
