package org.mitchell.nifti;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The magic bytes: data in the same file ("n+1", "n+2") or in one of their own ("ni1", "ni2"). */
final class HeaderMagic {
  private HeaderMagic() {}

  static byte[] single(NiftiVersion version) {
    return version == NiftiVersion.NIFTI_1 ? bytes("n+1\0") : bytes("n+2\0\r\n\u001a\n");
  }

  static boolean isSingle(NiftiVersion version, byte[] magic) {
    return Arrays.equals(single(version), magic);
  }

  static boolean isPair(NiftiVersion version, byte[] magic) {
    return Arrays.equals(
        version == NiftiVersion.NIFTI_1 ? bytes("ni1\0") : bytes("ni2\0\r\n\u001a\n"), magic);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
