package org.mitchell.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Console;
import org.mitchell.cli.text.Remedies;
import org.mitchell.files.InputException;
import org.mitchell.jobs.OutOfMemory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a line or two on standard error and an exit status. */
final class ErrorMessages implements IExecutionExceptionHandler {
  private final OutOfMemory outOfMemory;

  ErrorMessages(OutOfMemory outOfMemory) {
    this.outOfMemory = outOfMemory;
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parsed) {
    boolean debug = parsed.originalArgs().contains("--debug");
    Console.note("mitchell: " + message(error));
    if (debug) {
      Console.noteTrace(error);
    }
    if (error instanceof UsageException) {
      Console.note("Usage: " + commandLine.getCommandSpec().qualifiedName() + " --help");
      return Mitchell.USAGE;
    }
    return 1;
  }

  private String message(Exception error) {
    if (OutOfMemory.isCauseOf(error)) {
      return outOfMemory.sentence();
    }
    if (error instanceof InputException input) {
      return Remedies.inOptions(input.getMessage());
    }
    if (error instanceof UsageException) {
      return error.getMessage();
    }
    if (error instanceof NoSuchFileException e) {
      return e.getFile() + ": there is no such file. Check the path";
    }
    if (error instanceof AccessDeniedException e) {
      return e.getFile() + ": no permission";
    }
    if (error instanceof InvalidPathException e) {
      return e.getInput() + ": no name of a file can be made of this here. " + whatToDo();
    }
    if (error instanceof EOFException) {
      return "a file ended too early (" + error.getMessage() + ")";
    }
    if (error instanceof IOException && error.getMessage() != null) {
      return Remedies.inOptions(error.getMessage());
    }
    return ofTheProgram(error);
  }

  /** What nobody foresaw. */
  static String ofTheProgram(Throwable error) {
    return "an error of the program itself, please report it (with the output of --debug): "
        + error;
  }

  private static String whatToDo() {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    return encoding.equals("UTF-8")
        ? "Choose another name"
        : "This locale has the letters of %s alone: try LC_ALL=C.UTF-8".formatted(encoding);
  }
}
