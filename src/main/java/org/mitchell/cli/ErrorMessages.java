package org.mitchell.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.mitchell.files.InputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a line or two on standard error and an exit status. */
final class ErrorMessages implements IExecutionExceptionHandler {
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

  private static String message(Exception error) {
    if (error instanceof UsageException || error instanceof InputException) {
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
      return error.getMessage();
    }
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
