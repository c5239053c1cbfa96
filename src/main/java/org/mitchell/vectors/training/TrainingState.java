package org.mitchell.vectors.training;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a training stands between two rounds.
 *
 * @param epoch that is under way, from 0
 * @param round of it that is next, from 0
 * @param finished the losses of the epochs before
 * @param running the loss of this one so far
 */
record TrainingState(int epoch, long round, List<Double> finished, Loss running, Network network) {

  static TrainingState beginning(Network network) {
    return new TrainingState(0, 0, List.of(), Loss.NONE, network);
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(epoch);
    out.writeLong(round);
    out.writeInt(finished.size());
    for (double loss : finished) {
      out.writeDouble(loss);
    }
    out.writeDouble(running.sum());
    out.writeLong(running.predictions());
    write(network.inputs(), out);
    write(network.outputs(), out);
    write(network.nodes(), out);
  }

  /** What {@link #writeTo} wrote of a network of the same shape, which is overwritten. */
  static TrainingState readFrom(DataInputStream in, Network network) throws IOException {
    int epoch = in.readInt();
    long round = in.readLong();
    var finished = new ArrayList<Double>();
    for (int left = in.readInt(); left > 0; left--) {
      finished.add(in.readDouble());
    }
    var running = new Loss(in.readDouble(), in.readLong());
    read(network.inputs(), in);
    read(network.outputs(), in);
    read(network.nodes(), in);
    return new TrainingState(epoch, round, finished, running, network);
  }

  private static void write(float[][] matrix, DataOutputStream out) throws IOException {
    for (float[] row : matrix) {
      var bytes = ByteBuffer.allocate(row.length * Float.BYTES);
      bytes.asFloatBuffer().put(row);
      out.write(bytes.array());
    }
  }

  private static void read(float[][] matrix, DataInput in) throws IOException {
    for (float[] row : matrix) {
      var bytes = new byte[row.length * Float.BYTES];
      in.readFully(bytes);
      FloatBuffer numbers = ByteBuffer.wrap(bytes).asFloatBuffer();
      numbers.get(row);
    }
  }
}
