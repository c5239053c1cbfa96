/**
 * Tables of text by one set of rules, whoever wrote them: encoding, comments, separators, quotes,
 * header, decimal commas, word vectors; read row by row, and written so that they read back. Knows
 * nothing of what the tables are about.
 */
package org.mitchell.tables;
