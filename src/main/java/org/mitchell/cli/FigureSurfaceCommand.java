package org.mitchell.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "surface")
final class FigureSurfaceCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
