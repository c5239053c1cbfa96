package org.mitchell.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Float32 values in a caller's array: nothing is copied until they go out, block by block. */
record StoredFloats(float[] values) implements StoredValues {
  private static final int BLOCK = 1 << 14;

  @Override
  public long count() {
    return values.length;
  }

  @Override
  public double get(long index) {
    return values[Math.toIntExact(index)];
  }

  @Override
  public long getLong(long index) {
    throw new IllegalStateException("FLOAT32 values are not integers: ask for doubles");
  }

  @Override
  public void copyTo(long start, double[] into, int many) {
    int from = Math.toIntExact(start);
    for (int i = 0; i < many; i++) {
      into[i] = values[from + i];
    }
  }

  @Override
  public void writeTo(OutputStream out, ByteOrder order) throws IOException {
    var bytes = ByteBuffer.allocate(BLOCK * Float.BYTES).order(order);
    var floats = bytes.asFloatBuffer();
    for (int start = 0; start < values.length; start += BLOCK) {
      int count = Math.min(BLOCK, values.length - start);
      floats.clear().put(values, start, count);
      out.write(bytes.array(), 0, count * Float.BYTES);
    }
  }
}
