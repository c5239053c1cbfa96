package org.mitchell.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of any datatype as the bytes of a file, in blocks, so that they may exceed 2 GB and grow
 * as they are read.
 */
final class StoredBytes implements StoredValues {
  /** A multiple of every datatype's size; all blocks but the last have it. */
  private static final int BLOCK = 1 << 20;

  /** A number for each index. */
  interface Numbers {
    void put(NiftiDatatype type, ByteBuffer to, int offset, int index);
  }

  private final NiftiDatatype type;
  private final List<ByteBuffer> blocks;
  private final long count;

  private StoredBytes(NiftiDatatype type, List<ByteBuffer> blocks, long count) {
    this.type = type;
    this.blocks = List.copyOf(blocks);
    this.count = count;
  }

  /**
   * Reads the next values of an image, allocating a block only when the one before it was there.
   *
   * @param header of the whole image
   * @param count how many values
   * @param start where the image's data begin
   */
  static StoredBytes read(NiftiInput input, NiftiHeader header, long count, long start)
      throws IOException {
    var type = header.datatype();
    long needed = count * type.bytes();
    long before = input.position() - start;
    var blocks = new ArrayList<ByteBuffer>();
    for (long done = 0; done < needed; done += BLOCK) {
      var block = new byte[(int) Math.min(BLOCK, needed - done)];
      int there = input.fill(block);
      if (there < block.length) {
        throw DataSize.cutShort(input.faults(), header, start, before + done + there);
      }
      blocks.add(ByteBuffer.wrap(block).order(header.byteOrder()));
    }
    return new StoredBytes(type, blocks, count);
  }

  /** Stores numbers in memory. */
  static StoredBytes of(NiftiDatatype type, ByteOrder order, int count, Numbers numbers) {
    var blocks = new ArrayList<ByteBuffer>();
    int perBlock = BLOCK / type.bytes();
    for (int start = 0; start < count; start += perBlock) {
      int here = Math.min(perBlock, count - start);
      var block = ByteBuffer.allocate(here * type.bytes()).order(order);
      for (int i = 0; i < here; i++) {
        numbers.put(type, block, i * type.bytes(), start + i);
      }
      blocks.add(block);
    }
    return new StoredBytes(type, blocks, count);
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public double get(long index) {
    long at = index * type.bytes();
    return type.get(blocks.get((int) (at / BLOCK)), (int) (at % BLOCK));
  }

  @Override
  public long getLong(long index) {
    long at = index * type.bytes();
    return type.getLong(blocks.get((int) (at / BLOCK)), (int) (at % BLOCK));
  }

  @Override
  public void copyTo(long start, double[] into, int many) {
    int done = 0;
    while (done < many) {
      long at = (start + done) * type.bytes();
      ByteBuffer block = blocks.get((int) (at / BLOCK));
      int offset = (int) (at % BLOCK);
      int here = Math.min(many - done, (block.capacity() - offset) / type.bytes());
      type.get(block, offset, into, done, here);
      done += here;
    }
  }

  @Override
  public void writeTo(OutputStream out, ByteOrder order) throws IOException {
    for (ByteBuffer block : blocks) {
      out.write(
          block.order() == order || type.bytes() == 1 ? block.array() : swapped(block.array()));
    }
  }

  private byte[] swapped(byte[] bytes) {
    int width = type.bytes();
    var swapped = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int inside = i % width;
      swapped[i - inside + width - 1 - inside] = bytes[i];
    }
    return swapped;
  }
}
