package org.mitchell.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "glass")
final class FigureGlassCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
