package org.mitchell.matlab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the first bytes of a file say of its version. */
enum MatSignature {
  HDF5,
  VERSION_5,
  LOST_HDF5,
  VERSION_4,
  NONE;

  private static final byte[] OF_HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /** MATLAB v7.3 puts its own header of 512 bytes before the HDF5 signature. */
  private static final int USER_BLOCK = 512;

  static final int LENGTH = USER_BLOCK + OF_HDF5.length;

  private static final int HEADER_4 = 20;
  private static final int LONGEST_NAME_4 = 64;

  static MatSignature of(byte[] head) {
    if (startsAt(head, 0, OF_HDF5) || startsAt(head, USER_BLOCK, OF_HDF5)) {
      return HDF5;
    }
    if (startsAt(head, 0, "MATLAB 7.3".getBytes(StandardCharsets.US_ASCII))) {
      return LOST_HDF5;
    }
    if (startsAt(head, 0, "MATLAB".getBytes(StandardCharsets.US_ASCII))) {
      return VERSION_5;
    }
    boolean version4 =
        isVersion4(head, ByteOrder.LITTLE_ENDIAN) || isVersion4(head, ByteOrder.BIG_ENDIAN);
    return version4 ? VERSION_4 : NONE;
  }

  /**
   * Version 4 has no header: the first variable starts at once, with its type (thousands machine,
   * hundreds 0, tens precision 0 to 5, ones matrix 0 to 2), rows, columns, whether it is complex,
   * and the length of its name.
   */
  private static boolean isVersion4(byte[] head, ByteOrder order) {
    if (head.length < HEADER_4 + 2) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(head).order(order);
    int type = header.getInt(0);
    int name = header.getInt(16);
    boolean type4 =
        type >= 0 && type < 5000 && type / 100 % 10 == 0 && type / 10 % 10 < 6 && type % 10 < 3;
    return type4
        && header.getInt(4) >= 0
        && header.getInt(8) >= 0
        && header.getInt(12) >>> 1 == 0
        && name > 1
        && name <= LONGEST_NAME_4
        && Character.isLetter(head[HEADER_4]);
  }

  private static boolean startsAt(byte[] head, int offset, byte[] magic) {
    int end = offset + magic.length;
    return head.length >= end && Arrays.equals(head, offset, end, magic, 0, magic.length);
  }
}
