/** What the command line prints: figures, tables and lines for people, and progress. */
package org.mitchell.cli.text;
