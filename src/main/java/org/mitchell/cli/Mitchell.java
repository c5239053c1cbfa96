package org.mitchell.cli;

/** Entry point. */
public final class Mitchell {
  private Mitchell() {}

  public static void main(String[] args) {
    System.out.println("mitchell");
  }
}
