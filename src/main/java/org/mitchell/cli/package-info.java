/**
 * The command line: how a command starts and ends. Commands are in a package a family; {@code
 * options} has what several of them take, {@code text} what they print. No science here: a command
 * parses, calls the library and prints.
 */
package org.mitchell.cli;
