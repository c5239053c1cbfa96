package org.mitchell.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.mitchell.files.Json;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;

/**
 * What a request gets.
 *
 * @param type the media type
 * @param body not copied
 */
record Answer(int status, String type, byte[] body) {
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  static Answer of(String type, byte[] body) {
    return new Answer(OK, type, body);
  }

  /** Where there is no such image, which is no error. */
  static Answer nothing() {
    return new Answer(NO_CONTENT, "application/octet-stream", new byte[0]);
  }

  static Answer json(Object value) {
    return json(OK, value);
  }

  /**
   * An image as an uncompressed NIfTI file: between two programs of one machine bytes are cheap.
   */
  static Answer image(NiftiImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    NiftiWriter.write(image, bytes);
    return of("application/octet-stream", bytes.toByteArray());
  }

  static Answer error(int status, String message) {
    return json(status, Map.of("error", message));
  }

  private static Answer json(int status, Object value) {
    return new Answer(
        status,
        "application/json; charset=utf-8",
        Json.text(value).getBytes(StandardCharsets.UTF_8));
  }
}
