/**
 * Files as such: how they are opened and unpacked, how they are written whole or not at all, where
 * a long job keeps its state, JSON, and the error that says what is wrong with one.
 */
package org.mitchell.files;
